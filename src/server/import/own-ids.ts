import type { Manifest } from '../../domain/meeting.ts';
import { allPapers } from './check-meeting.ts';
import type { ImportFault } from './import-fault.ts';
import { isFilePaper, type MeetingFile, type MeetingPaper } from './meeting-file.ts';

/** What ids of a meeting file may stand for. */
interface Ours {
  /** The version that was published last, or null. */
  readonly before: Manifest | null;
  readonly people: ReadonlySet<string>;
  readonly committees: ReadonlySet<string>;
}

/** The first id in a meeting file that is not ours; null when all of them are. */
export const ownFault = (meeting: MeetingFile, ours: Ours): ImportFault | null =>
  committeeFault(meeting, ours) ??
  itemFault(meeting, ours) ??
  paperFault(meeting, ours) ??
  seatFault(meeting, ours);

const committeeFault = ({ committee: { id, name } }: MeetingFile, ours: Ours): ImportFault | null =>
  id === undefined || ours.committees.has(id)
    ? null
    : { kind: 'not-ours', what: `The committee "${name}"`, lacks: 'council', where: 'committee.id' };

const itemFault = ({ items }: MeetingFile, { before }: Ours): ImportFault | null => {
  const known = new Set(before?.items.map(({ id }) => id));
  const at = items.findIndex(({ id }) => id !== undefined && !known.has(id));
  const item = items[at];
  return item === undefined
    ? null
    : {
        kind: 'not-ours',
        what: `The item "${item.title}"`,
        lacks: 'version-before',
        where: `items.${at}.id`,
      };
};

const paperFault = (meeting: MeetingFile, { before }: Ours): ImportFault | null => {
  const known = new Set(before?.papers.map(({ id }) => id));
  const isUnknown = (paper: MeetingPaper): boolean => !isFilePaper(paper) && !known.has(paper.published);
  const unknown = allPapers(meeting).find(isUnknown);
  if (unknown === undefined) return null;
  const item = meeting.items.findIndex(({ papers }) => papers.some(isUnknown));
  const whole = meeting.papers.findIndex(isUnknown);
  const papers = meeting.items[item]?.papers ?? [];
  return {
    kind: 'not-ours',
    what: unknown.title === undefined ? 'A paper' : `The paper "${unknown.title}"`,
    lacks: 'version-before',
    where: whole >= 0 ? `papers.${whole}` : `items.${item}.papers.${papers.findIndex(isUnknown)}`,
  };
};

/** Somebody of the last version need not be on the list: a past meeting may have been published without accounts. */
const seatFault = ({ seats }: MeetingFile, { before, people }: Ours): ImportFault | null => {
  const seated = new Set(
    before?.seats.flatMap(({ holder }) => (holder.kind === 'person' ? [holder.personId] : [])),
  );
  for (const [at, seat] of seats.entries()) {
    if ('vacant' in seat || seat.person === undefined) continue;
    if (people.has(seat.person) || seated.has(seat.person)) continue;
    return { kind: 'not-ours', what: seat.name, lacks: 'list', where: `seats.${at}.person` };
  }
  return null;
};
