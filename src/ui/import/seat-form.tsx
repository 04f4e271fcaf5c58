import { Trash2 } from 'lucide';
import { changeHolder, changeSeat } from '../../app/import/review-edit.ts';
import type { KnownPerson } from '../../domain/import-state.ts';
import type { DraftSeat } from '../../domain/meeting-draft.ts';
import { Button, ButtonRow } from '../kit/button.tsx';
import { Select } from '../kit/select.tsx';
import { TextInput } from '../kit/text-input.tsx';
import { useText } from '../use-text.ts';
import type { ReviewTools } from './review-tools.ts';

export interface SeatFormProps {
  readonly tools: ReviewTools;
  readonly seat: DraftSeat;
  readonly at: number;
  /** Everybody on the council's list. */
  readonly people: readonly KnownPerson[];
  /** Whom of them the name may mean. */
  readonly like: readonly KnownPerson[];
  readonly onRemove: () => void;
}

const roles = ['chair', 'vice-chair', 'member', 'co-opted'] as const;
const somebodyNew = '';

/** The id of the name of a seat that is open. */
export const seatNameField = (at: number): string => `seat-${at}-name`;

/** One seat, to be corrected: name, role, and who it is. A vacant one can only be removed. */
export const SeatForm = ({ tools, seat, at, people, like, onRemove }: SeatFormProps) => {
  const { t } = useText();
  const choose = (person: KnownPerson | null): void => {
    tools.change((draft) => changeHolder(draft, at, person));
  };
  return (
    <div class="review-seat__fields">
      {!('vacant' in seat) && (
        <>
          <TextInput
            name={seatNameField(at)}
            label={t('review.members.name')}
            value={seat.name}
            onInput={(name) => tools.change((draft) => changeSeat(draft, at, { ...seat, name }))}
          />
          <Select
            name={`seat-${at}-role`}
            label={t('review.members.role')}
            choices={roles.map((role) => ({ value: role, label: t(`review.role.${role}`) }))}
            value={seat.role}
            onChange={(role) => tools.change((draft) => changeSeat(draft, at, { ...seat, role }))}
          />
          <Select
            name={`seat-${at}-person`}
            label={t('review.members.person')}
            choices={[
              { value: somebodyNew, label: t('review.members.new') },
              ...people.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={seat.person ?? somebodyNew}
            onChange={(id) => choose(people.find((one) => one.id === id) ?? null)}
          />
          {like.length > 0 && (
            <div class="review-seat__like">
              <p class="second" role="status">
                {t('review.members.like')}
              </p>
              <ButtonRow>
                {like.map((person) => (
                  <Button
                    kind="secondary"
                    key={person.id}
                    onPress={() => {
                      // What was pressed goes away.
                      tools.lead(seatNameField(at));
                      choose(person);
                    }}
                  >
                    {t('review.members.isThem', { name: person.name })}
                  </Button>
                ))}
              </ButtonRow>
            </div>
          )}
        </>
      )}
      <Button kind="quiet" icon={Trash2} onPress={onRemove}>
        {t('review.members.remove')}
      </Button>
    </div>
  );
};
