import type {
  ListedCommittee,
  ListedCouncillor,
  ListedMeeting,
  Membership,
  Source,
} from '../../domain/proposal.ts';
import type { PlanArea } from '../../domain/meeting.ts';
import type { PaperText } from '../../domain/paper-text.ts';
import type { PackDocument, UnderstoodMeeting, UnderstoodMinutes } from '../../domain/understood.ts';

/** One file or page with everything that was understood of it by itself. */
export interface UnderstoodSource {
  readonly source: Source;
  /** Set on what was published of the meeting that a clerk says all of this is for. */
  readonly isMeant?: true;
  readonly meeting: UnderstoodMeeting | null;
  readonly paper: UnderstoodPaper | null;
  readonly lists: {
    readonly committees: readonly ListedCommittee[];
    readonly meetings: readonly ListedMeeting[];
    readonly councillors: readonly ListedCouncillor[];
    readonly memberships: readonly Membership[];
  };
}

export interface UnderstoodPaper {
  readonly title: string;
  readonly text: PaperText;
  /** The item of "Agenda Item 7", stamped on its first page; null without. */
  readonly stamp: string | null;
  readonly documents: readonly PackDocument[];
  readonly minutes: UnderstoodMinutes | null;
  readonly plan: readonly PlanArea[];
  /** Of a paper that the council has published: the id of the item that it stands under. */
  readonly itemId?: string | null;
}

/** Whether it was brought now, and not what the council has published already. */
export const isBrought = ({ source }: UnderstoodSource): boolean => source.published === undefined;

export const noLists: UnderstoodSource['lists'] = {
  committees: [],
  meetings: [],
  councillors: [],
  memberships: [],
};
