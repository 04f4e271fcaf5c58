import type { ListedCommittee, ListedCouncillor, ListedMeeting, Source } from '../../domain/proposal.ts';
import type { PlanArea } from '../../domain/meeting.ts';
import type { PaperText } from '../../domain/paper-text.ts';
import type { PackDocument, UnderstoodMeeting, UnderstoodMinutes } from '../../domain/understood.ts';

/** One file or page with everything that was understood of it by itself. */
export interface UnderstoodSource {
  readonly source: Source;
  readonly meeting: UnderstoodMeeting | null;
  readonly paper: UnderstoodPaper | null;
  readonly lists: {
    readonly committees: readonly ListedCommittee[];
    readonly meetings: readonly ListedMeeting[];
    readonly councillors: readonly ListedCouncillor[];
  };
}

export interface UnderstoodPaper {
  readonly title: string;
  readonly text: PaperText;
  readonly documents: readonly PackDocument[];
  readonly minutes: UnderstoodMinutes | null;
  readonly plan: readonly PlanArea[];
}

export const noLists: UnderstoodSource['lists'] = { committees: [], meetings: [], councillors: [] };
