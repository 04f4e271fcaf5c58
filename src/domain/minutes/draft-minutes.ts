import { asksForWhip } from '../question-context.ts';
import type { Committee } from '../meeting.ts';
import type { DeskView } from '../register-rows.ts';
import { apologiesSentence, apologisers } from './apologies-sentence.ts';
import { declarationsText, minutedItems } from './declarations-text.ts';
import { whipText } from './whip-text.ts';

/** What the draft minutes say of a meeting's records; `whip` is null where whips are not asked for. */
export interface DraftMinutes {
  readonly apologies: string;
  readonly declarations: string;
  readonly whip: string | null;
}

/** The draft from the desk: from what arrived by the start only. A draft, for the clerk to check. */
export const draftMinutes = (committee: Committee, desk: DeskView): DraftMinutes => ({
  apologies: apologiesSentence(apologisers(desk.apologies)),
  declarations: declarationsText(minutedItems(desk.items)),
  whip: asksForWhip(committee) ? whipText(desk.items) : null,
});
