import { Pencil, Plus } from 'lucide';
import { useMemo, useState } from 'preact/hooks';
import { addSeat, removeSeat } from '../../app/import/review-edit.ts';
import { peopleLikeIn } from '../../app/import/people-like.ts';
import { seatField } from '../../app/import/review-gaps.ts';
import type { KnownPerson } from '../../domain/import-state.ts';
import type { DraftSeat } from '../../domain/meeting-draft.ts';
import { Button } from '../kit/button.tsx';
import { Section } from '../kit/page.tsx';
import { useText } from '../use-text.ts';
import { EvidenceLine } from './evidence-line.tsx';
import type { ReviewTools } from './review-tools.ts';
import { SeatForm, seatNameField } from './seat-form.tsx';

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
  const likeIn = useMemo(() => peopleLikeIn(people), [people]);
  const likes = seats.map((seat) => likeIn(seat, seats));
  const add = (): void => {
    tools.lead(seatNameField(seats.length));
    tools.change((draft) => addSeat(draft, t('review.members.group')));
    setOpen(seats.length);
  };
  const remove = (at: number): void => {
    // The one that takes its place, or the one before it.
    tools.lead(seats.length > 1 ? seatField(Math.min(at, seats.length - 2)) : 'add-seat');
    tools.change((draft) => removeSeat(draft, at));
    setOpen(null);
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
              at={at}
              like={likes[at]?.[0]?.name ?? null}
              isOpen={open === at}
              onOpen={setOpen}
            />
            {errors.has(seatField(at)) && <p class="govuk-error-message">{errors.get(seatField(at))}</p>}
            {open === at && (
              <SeatForm {...{ tools, seat, at, people }} like={likes[at] ?? []} onRemove={() => remove(at)} />
            )}
          </li>
        ))}
      </ul>
      <p class="review-add" id="add-seat" tabIndex={-1}>
        <Button kind="secondary" icon={Plus} onPress={add}>
          {t('review.members.add')}
        </Button>
      </p>
    </Section>
  );
};

interface SeatHeadProps extends Pick<ReviewMembersProps, 'tools' | 'people'> {
  readonly seat: DraftSeat;
  readonly at: number;
  /** Whom of the list somebody new may be. */
  readonly like: string | null;
  readonly isOpen: boolean;
  readonly onOpen: (at: number | null) => void;
}

const SeatHead = (props: SeatHeadProps) => {
  const { seat, people, at, like, isOpen, onOpen } = props;
  const { evidence, open } = props.tools;
  // A full council has eighty: drawn anew only when something in it is another.
  return useMemo(() => <SeatLine {...props} />, [seat, people, at, like, isOpen, onOpen, evidence, open]);
};

const SeatLine = ({ tools, seat, people, at, like, isOpen, onOpen }: SeatHeadProps) => {
  const { t } = useText();
  const name = 'vacant' in seat ? t('review.members.vacant', { group: seat.group }) : seat.name;
  const known = 'vacant' in seat ? undefined : people.find(({ id }) => id === seat.person);
  const isNew = !('vacant' in seat) && seat.person === undefined;
  const details = [
    t(`review.role.${seat.role}`),
    ...(known === undefined ? [] : [t('review.members.known', { name: known.name })]),
    ...(isNew ? [like === null ? t('review.members.new') : t('review.members.newLike', { name: like })] : []),
  ];
  return (
    <div class="review-seat__head">
      <div class="review-item__words">
        <p class="review-item__title">{name === '' ? t('review.members.unnamed') : name}</p>
        <EvidenceLine tools={tools} place={`seat/${name}`} what={name} details={details} />
        {tools.open.has(`person/${name}`) && (
          <EvidenceLine
            tools={tools}
            place={`person/${name}`}
            what={name}
            ask={known && t('review.doubt.person', { name: known.name })}
          />
        )}
      </div>
      <Button kind="quiet" icon={Pencil} hidden={name} onPress={() => onOpen(isOpen ? null : at)}>
        {t(isOpen ? 'review.done' : 'review.change')}
      </Button>
    </div>
  );
};
