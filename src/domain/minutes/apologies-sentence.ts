import type { DeskApology } from '../register-rows.ts';
import { joinNames, type MinutedPerson } from './join-names.ts';

/** The apologies as minutes say them, or "None."; in the order given. */
export const apologiesSentence = (people: readonly MinutedPerson[]): string =>
  people.length === 0 ? 'None.' : `Apologies were received from ${joinNames(people)}.`;

/**
 * Who is named in the sentence: those away for the whole meeting. Part attendance, recalled apologies and
 * contradictions stay rows for the clerk; late ones are in no row at all.
 */
export const apologisers = (rows: readonly DeskApology[]): readonly MinutedPerson[] =>
  rows.filter(({ status }) => status.kind === 'sent').map(({ author }) => author);
