import { Pencil, Plus } from 'lucide';
import { useState } from 'preact/hooks';
import { addSeat, removeSeat } from '../../app/import/review-edit.ts';
import { seatField } from '../../app/import/review-gaps.ts';
import type { KnownPerson } from '../../domain/import-state.ts';
import type { DraftSeat } from '../../domain/meeting-draft.ts';
import { Button } from '../kit/button.tsx';
import { Section } from '../kit/page.tsx';
import { useText } from '../use-text.ts';
import { EvidenceLine } from './evidence-line.tsx';
import type { ReviewTools } from './review-tools.ts';
import { SeatForm } from './seat-form.tsx';

export interface ReviewMembersProps {
  readonly tools: ReviewTools;
  /** Everybody on the council's list. */
  readonly people: readonly KnownPerson[];
  readonly errors: ReadonlyMap<string, string>;
}

/** The membership: who sits there, in which role, and whom of the council's list that is. */
export const ReviewMembers = ({ tools, people, errors }: ReviewMembersProps) => {
  const { t } = useText();
  const [open, setOpen] = useState<number | null>(null);
  const { seats } = tools.review.draft;
  const add = (): void => {
    tools.change((draft) => addSeat(draft, t('review.members.group')));
    setOpen(seats.length);
  };
  return (
    <Section
      id="review-members"
      title={
        seats.length === 0 ? t('review.members.group') : t('review.members.title', { count: seats.length })
      }
    >
      {seats.length === 0 && <p class="review-none">{t('review.members.none')}</p>}
      <ul class="review-seats">
        {seats.map((seat, at) => (
          <li class="review-seat" key={at} id={seatField(at)} tabIndex={-1}>
            <SeatHead
              tools={tools}
              seat={seat}
              people={people}
              isOpen={open === at}
              onOpen={() => setOpen(open === at ? null : at)}
            />
            {errors.has(seatField(at)) && <p class="govuk-error-message">{errors.get(seatField(at))}</p>}
            {open === at && (
              <SeatForm
                tools={tools}
                seat={seat}
                at={at}
                people={people}
                onRemove={() => {
                  tools.change((draft) => removeSeat(draft, at));
                  setOpen(null);
                }}
              />
            )}
          </li>
        ))}
      </ul>
      <p class="review-add">
        <Button kind="secondary" icon={Plus} onPress={add}>
          {t('review.members.add')}
        </Button>
      </p>
    </Section>
  );
};

interface SeatHeadProps extends Pick<ReviewMembersProps, 'tools' | 'people'> {
  readonly seat: DraftSeat;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}

const SeatHead = ({ tools, seat, people, isOpen, onOpen }: SeatHeadProps) => {
  const { t } = useText();
  const name = 'vacant' in seat ? t('review.members.vacant', { group: seat.group }) : seat.name;
  const known = 'vacant' in seat ? undefined : people.find(({ id }) => id === seat.person);
  const isNew = !('vacant' in seat) && seat.person === undefined;
  const details = [
    t(`review.role.${seat.role}`),
    ...(known === undefined ? [] : [t('review.members.known', { name: known.name })]),
    ...(isNew ? [t('review.members.new')] : []),
  ];
  return (
    <div class="review-seat__head">
      <div class="review-item__words">
        <p class="review-item__title">{name === '' ? t('review.members.unnamed') : name}</p>
        <EvidenceLine tools={tools} place={`seat/${name}`} what={name} details={details} />
        {tools.open.has(`person/${name}`) && (
          <EvidenceLine tools={tools} place={`person/${name}`} what={name} />
        )}
      </div>
      <Button kind="quiet" icon={Pencil} hidden={name} onPress={onOpen}>
        {t(isOpen ? 'review.done' : 'review.change')}
      </Button>
    </div>
  );
};
