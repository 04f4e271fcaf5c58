import { err, ok, type Result } from '../../domain/result.ts';
import type { ImportFault } from './import-fault.ts';
import {
  type FilePaper,
  isFilePaper,
  type MeetingFile,
  type MeetingItem,
  type MeetingPaper,
} from './meeting-file.ts';

/** All papers that a meeting file names, those of items and those of the whole meeting. */
export const allPapers = (meeting: MeetingFile): readonly MeetingPaper[] => [
  ...meeting.papers,
  ...meeting.items.flatMap((item) => item.papers),
];

/** Those of them that are files; the others were published before and stay. */
export const filePapers = (meeting: MeetingFile): readonly FilePaper[] =>
  allPapers(meeting).filter(isFilePaper);

/** The item that a plan names, by its key or its number. */
export const planItem = (meeting: MeetingFile, named: string): MeetingItem | undefined =>
  meeting.items.find(({ key }) => key === named) ?? meeting.items.find(({ number }) => number === named);

/** What the parts of a meeting file must say about each other, before any paper is opened. */
export const checkMeeting = (meeting: MeetingFile): Result<void, ImportFault> =>
  firstFault([
    ...filePapers(meeting).map((paper) => restrictedFault(paper.file, paper.restricted)),
    ...meeting.items.map((item) => restrictedFault(`The item "${item.title}"`, item.restricted)),
    itemsFault(meeting),
    twiceFault(meeting.items.map((item) => `the item "${item.key ?? item.number ?? item.title}"`)),
    twiceFault(filePapers(meeting).map((paper) => `the paper ${paper.file}`)),
    twiceFault(allPapers(meeting).flatMap((paper) => (isFilePaper(paper) ? [] : [paperName(paper)]))),
    ...meeting.plans.map((plan) => planFault(meeting, plan)),
  ]);

const itemsFault = ({ items, state }: MeetingFile): ImportFault | null =>
  items.length > 0 || state === 'cancelled'
    ? null
    : { kind: 'bad-meeting-file', where: 'items', problem: 'has no item' };

const firstFault = (faults: readonly (ImportFault | null)[]): Result<void, ImportFault> => {
  const fault = faults.find((found) => found !== null) ?? null;
  return fault === null ? ok(undefined) : err(fault);
};

const restrictedFault = (what: string, restriction: FilePaper['restricted']): ImportFault | null =>
  restriction === 'public' ? null : { kind: 'restricted', what, restriction };

const twiceFault = (names: readonly string[]): ImportFault | null => {
  const what = names.find((name, at) => names.indexOf(name) !== at);
  return what === undefined ? null : { kind: 'twice', what };
};

/** The file, or the id of a paper that was published. */
const paperName = (paper: MeetingPaper): string => (isFilePaper(paper) ? paper.file : paper.published);

const planFault = (meeting: MeetingFile, plan: MeetingFile['plans'][number]): ImportFault | null => {
  if (planItem(meeting, plan.item) === undefined) return { kind: 'unknown-item', number: plan.item };
  // What is to be read is read from a file; areas that are written out may stand in any paper.
  const papers = 'areas' in plan ? allPapers(meeting) : filePapers(meeting);
  const isKnown = papers.some((paper) => paperName(paper) === plan.paper);
  return isKnown ? null : { kind: 'unknown-paper', file: plan.paper };
};
