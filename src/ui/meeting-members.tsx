import type { SeatGroup } from '../app/meeting.ts';
import type { Seat } from '../domain/meeting.ts';
import { Tag } from './kit/tag.tsx';
import { useText } from './use-text.ts';

export interface MeetingMembersProps {
  readonly groups: readonly SeatGroup[];
  readonly personId: string;
}

/** Who sits on the committee, under the headings of the printed list. A vacant seat is a seat. */
export const MeetingMembers = ({ groups, personId }: MeetingMembersProps) => (
  <>
    {groups.map((group) => (
      <div class="members" key={group.name}>
        {group.name && <h3 class="members__group">{group.name}</h3>}
        <ul class="members__list">
          {group.seats.map((seat) => (
            <li key={seat.id}>
              <SeatLine seat={seat} personId={personId} />
            </li>
          ))}
        </ul>
      </div>
    ))}
  </>
);

const SeatLine = ({ seat, personId }: { readonly seat: Seat; readonly personId: string }) => {
  const { t } = useText();
  if (seat.holder.kind === 'vacant') return <span class="second">{t('meeting.vacant')}</span>;
  const notes = [
    seat.role === 'member' ? '' : t(`meeting.role.${seat.role}`),
    seat.votes === 'all' ? '' : t(`meeting.votes.${seat.votes}`),
  ].filter(Boolean);
  return (
    <>
      <span>{seat.holder.listName}</span>
      {seat.holder.personId === personId && <Tag tone="done">{t('meeting.you')}</Tag>}
      {notes.length > 0 && <span class="second small">{notes.join(', ')}</span>}
    </>
  );
};
