import { Plus, Trash2 } from 'lucide';
import { addSeat, changeHolder, changeSeat, removeSeat } from '../../app/import/review-edit.ts';
import { seatField } from '../../app/import/review-gaps.ts';
import type { KnownPerson } from '../../domain/import-state.ts';
import type { DraftSeat } from '../../domain/meeting-draft.ts';
import { Button, IconButton } from '../kit/button.tsx';
import { Section } from '../kit/page.tsx';
import { Select } from '../kit/select.tsx';
import { TextInput } from '../kit/text-input.tsx';
import { useText } from '../use-text.ts';
import { EvidenceLine } from './evidence-line.tsx';
import type { ReviewTools } from './review-tools.ts';

export interface ReviewMembersProps {
  readonly tools: ReviewTools;
  /** Everybody on the council's list. */
  readonly people: readonly KnownPerson[];
  readonly errors: ReadonlyMap<string, string>;
}

/** The membership: who sits there, in which role, and whom of the council's list that is. */
export const ReviewMembers = ({ tools, people, errors }: ReviewMembersProps) => {
  const { t } = useText();
  const { seats } = tools.review.draft;
  return (
    <Section id="review-members" title={t('review.members.title', { count: seats.length })}>
      {seats.length === 0 && <p class="review-none">{t('review.members.none')}</p>}
      <ul class="review-seats">
        {seats.map((seat, at) => (
          <li class="review-seat" key={at} id={seatField(at)} tabIndex={-1}>
            <SeatRow
              tools={tools}
              seat={seat}
              at={at}
              people={people}
              error={errors.get(seatField(at)) ?? null}
            />
          </li>
        ))}
      </ul>
      <p class="review-add">
        <Button
          kind="secondary"
          icon={Plus}
          onPress={() => tools.change((draft) => addSeat(draft, t('review.members.group')))}
        >
          {t('review.members.add')}
        </Button>
      </p>
    </Section>
  );
};

interface SeatRowProps extends Pick<ReviewMembersProps, 'tools' | 'people'> {
  readonly seat: DraftSeat;
  readonly at: number;
  readonly error: string | null;
}

const roles = ['chair', 'vice-chair', 'member', 'co-opted'] as const;
const somebodyNew = '';

const SeatRow = ({ tools, seat, at, people, error }: SeatRowProps) => {
  const { t } = useText();
  const set = (next: DraftSeat): void => tools.change((draft) => changeSeat(draft, at, next));
  const remove = (): void => tools.change((draft) => removeSeat(draft, at));
  if ('vacant' in seat) {
    return (
      <p class="review-seat__vacant">
        {t('review.members.vacant', { group: seat.group })}
        <IconButton icon={Trash2} name={t('review.members.removeVacant')} onPress={remove} />
      </p>
    );
  }
  const { name, person } = seat;
  const choose = (id: string): void => {
    tools.change((draft) => changeHolder(draft, at, id === somebodyNew ? null : id));
  };
  return (
    <>
      <div class="review-seat__fields">
        <TextInput
          name={`seat-${at}-name`}
          label={t('review.members.name')}
          value={name}
          error={error}
          onInput={(next) => set({ ...seat, name: next })}
        />
        <Select
          name={`seat-${at}-role`}
          label={t('review.members.role')}
          choices={roles.map((role) => ({ value: role, label: t(`review.role.${role}`) }))}
          value={seat.role}
          onChange={(role) => set({ ...seat, role })}
        />
        <Select
          name={`seat-${at}-person`}
          label={t('review.members.person')}
          choices={[
            { value: somebodyNew, label: t('review.members.new') },
            ...people.map(({ id, name: known }) => ({ value: id, label: known })),
          ]}
          value={person ?? somebodyNew}
          onChange={choose}
        />
        <IconButton icon={Trash2} name={t('review.members.remove', { name })} onPress={remove} />
      </div>
      <EvidenceLine tools={tools} place={`seat/${name}`} what={name} />
      <EvidenceLine tools={tools} place={`person/${name}`} what={name} />
    </>
  );
};
