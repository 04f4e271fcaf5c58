import { changeState } from '../../app/import/review-edit.ts';
import type { Contact } from '../../domain/meeting.ts';
import { Section } from '../kit/page.tsx';
import { Select } from '../kit/select.tsx';
import { TextInput } from '../kit/text-input.tsx';
import { useText } from '../use-text.ts';
import { EvidenceLine } from './evidence-line.tsx';
import type { ReviewTools } from './review-tools.ts';

export interface ReviewMeetingProps {
  readonly tools: ReviewTools;
  /** Names of the council's committees. */
  readonly committees: readonly string[];
  /** One sentence for each field that is not right, by the field's id. */
  readonly errors: ReadonlyMap<string, string>;
}

const types = ['council', 'executive', 'scrutiny', 'regulatory', 'standards', 'other'] as const;
const states = ['by-date', 'coming', 'held', 'cancelled'] as const;

const orNull = (text: string): string | null => (text === '' ? null : text);

/** Whom the papers name. Without one, the council's own contacts stand. */
const ContactFields = ({ tools }: { readonly tools: ReviewTools }) => {
  const { t } = useText();
  const { review, change } = tools;
  const [first, ...others] = review.draft.contacts ?? [];
  if (first === undefined) return <p class="second">{t('review.contact.none')}</p>;
  const set = (words: Partial<Contact>): void =>
    change((draft) => ({ ...draft, contacts: [{ ...first, ...words }, ...others] }));
  return (
    <div class="review-contact">
      <h3 class="review-part">{t('review.field.contact')}</h3>
      <div class="review-fields">
        <div class="review-field">
          <TextInput
            name="contact-name"
            label={t('review.contact.name')}
            value={first.name ?? ''}
            onInput={(name) => set({ name: orNull(name) })}
          />
        </div>
        <div class="review-field">
          <TextInput
            name="contact-telephone"
            label={t('review.contact.telephone')}
            value={first.telephone ?? ''}
            onInput={(telephone) => set({ telephone: orNull(telephone) })}
          />
        </div>
        <div class="review-field review-field--wide">
          <TextInput
            name="contact-email"
            label={t('review.contact.email')}
            value={first.email ?? ''}
            onInput={(email) => set({ email: orNull(email) })}
          />
          <EvidenceLine tools={tools} place="contact" what={t('review.field.contact')} />
        </div>
      </div>
    </div>
  );
};

/** Which meeting it is: committee, day, time, place, and whom to ask. */
export const ReviewMeeting = ({ tools, committees, errors }: ReviewMeetingProps) => {
  const { t } = useText();
  const { review, change } = tools;
  const { committee, date, time, venue, state } = review.draft;
  const error = (field: string): string | null => errors.get(field) ?? null;
  return (
    <Section id="review-meeting" title={t('review.meeting.title')}>
      <div class="review-fields">
        <div class="review-field review-field--wide">
          <TextInput
            name="committee"
            label={t('review.field.committee')}
            value={committee.name}
            list="known-committees"
            error={error('committee')}
            onInput={(name) => change((draft) => ({ ...draft, committee: { ...draft.committee, name } }))}
          />
          <datalist id="known-committees">
            {committees.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
          <EvidenceLine tools={tools} place="committee" what={t('review.field.committee')} />
        </div>
        <div class="review-field">
          <Select
            name="committee-type"
            label={t('review.field.type')}
            choices={types.map((type) => ({ value: type, label: t(`review.type.${type}`) }))}
            value={committee.type}
            onChange={(type) => change((draft) => ({ ...draft, committee: { ...draft.committee, type } }))}
          />
        </div>
        <div class="review-field">
          <Select
            name="state"
            label={t('review.field.state')}
            choices={states.map((one) => ({ value: one, label: t(`review.state.${one}`) }))}
            value={state ?? 'by-date'}
            onChange={(chosen) => change((draft) => changeState(draft, chosen === 'by-date' ? null : chosen))}
          />
          <EvidenceLine tools={tools} place="state" what={t('review.field.state')} />
        </div>
        <div class="review-field">
          <TextInput
            name="date"
            type="date"
            label={t('review.field.date')}
            value={date}
            error={error('date')}
            onInput={(next) => change((draft) => ({ ...draft, date: next }))}
          />
          <EvidenceLine tools={tools} place="when" what={t('review.field.when')} />
        </div>
        <div class="review-field">
          <TextInput
            name="time"
            type="time"
            label={t('review.field.time')}
            value={time}
            error={error('time')}
            onInput={(next) => change((draft) => ({ ...draft, time: next }))}
          />
        </div>
        <div class="review-field review-field--wide">
          <TextInput
            name="venue"
            label={t('review.field.venue')}
            value={venue}
            error={error('venue')}
            onInput={(next) => change((draft) => ({ ...draft, venue: next }))}
          />
          <EvidenceLine tools={tools} place="venue" what={t('review.field.venue')} />
        </div>
      </div>
      <ContactFields tools={tools} />
    </Section>
  );
};
