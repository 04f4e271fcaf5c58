import type { InferInput } from 'valibot';
import type { MeetingFileSchema } from '../import/meeting-file.ts';

/** A meeting as a clerk would describe it in `meeting.json`. */
type MeetingInput = InferInput<typeof MeetingFileSchema>;
export type SeatInput = NonNullable<MeetingInput['seats']>[number];

/** A meeting of the demonstration: what the meeting file says, and what each paper is made from. */
export interface DemoMeeting {
  readonly meeting: MeetingInput;
  /** Blanks of this meeting's papers. */
  readonly inputs: Readonly<Record<string, string>>;
  /** The pack first: its page numbers stand in the agenda. */
  readonly papers: readonly DemoPaper[];
}

export interface DemoPaper {
  readonly file: string;
  readonly title: string;
  /** File in `typst/`. */
  readonly source: string;
  /** Number of the item it belongs to, or null for the pack. */
  readonly item: string | null;
}

/** One councillor's or co-opted member's seat: list name, name as minutes say it. */
export const seat = (
  group: string,
  name: string,
  minuteName: string,
  rest: Partial<Omit<Extract<SeatInput, { readonly name: string }>, 'name' | 'group'>> = {},
): SeatInput => ({ group, name, minuteName, ...rest });
