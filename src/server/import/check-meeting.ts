import { err, ok, type Result } from '../../domain/result.ts';
import type { ImportFault } from './import-fault.ts';
import type { MeetingFile, MeetingPaper } from './meeting-file.ts';

/** All papers that a meeting file names, those of items and those of the whole meeting. */
export const allPapers = (meeting: MeetingFile): readonly MeetingPaper[] => [
  ...meeting.papers,
  ...meeting.items.flatMap((item) => item.papers),
];

/** What the parts of a meeting file must say about each other, before any paper is opened. */
export const checkMeeting = (meeting: MeetingFile): Result<void, ImportFault> =>
  firstFault([
    ...allPapers(meeting).map((paper) => restrictedFault(paper.file, paper.restricted)),
    ...meeting.items.map((item) => restrictedFault(`The item "${item.title}"`, item.restricted)),
    twiceFault(meeting.items.flatMap((item) => (item.number === null ? [] : [`item ${item.number}`]))),
    twiceFault(meeting.items.map((item) => `the item "${item.key ?? item.number ?? item.title}"`)),
    twiceFault(allPapers(meeting).map((paper) => `the paper ${paper.file}`)),
    ...meeting.plans.map((plan) => planFault(meeting, plan)),
  ]);

const firstFault = (faults: readonly (ImportFault | null)[]): Result<void, ImportFault> => {
  const fault = faults.find((found) => found !== null) ?? null;
  return fault === null ? ok(undefined) : err(fault);
};

const restrictedFault = (what: string, restriction: MeetingPaper['restricted']): ImportFault | null =>
  restriction === 'public' ? null : { kind: 'restricted', what, restriction };

const twiceFault = (names: readonly string[]): ImportFault | null => {
  const what = names.find((name, at) => names.indexOf(name) !== at);
  return what === undefined ? null : { kind: 'twice', what };
};

const planFault = (meeting: MeetingFile, plan: MeetingFile['plans'][number]): ImportFault | null => {
  if (!meeting.items.some((item) => item.number === plan.item)) {
    return { kind: 'unknown-item', number: plan.item };
  }
  const isKnown = allPapers(meeting).some((paper) => paper.file === plan.paper);
  return isKnown ? null : { kind: 'unknown-paper', file: plan.paper };
};
