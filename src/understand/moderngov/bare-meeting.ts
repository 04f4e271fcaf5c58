import { findDate, findTime } from './local-time.ts';
import { isTableHead } from './meeting-lines.ts';
import { meetingState } from './meeting-state.ts';

const LONGEST = 8000;
const NOTHING_YET = /^(?:no documents are available for this meeting|nid oes dogfennau ar gael)/iu;
const TITLE =
  /^(?:agenda|rhaglen|meeting|cyfarfod)(?:,? (?:decisions?|penderfyniadau))?(?: ?(?:,|and|a) (?:draft |unconfirmed )?(?:minutes|decisions|chofnodion(?: drafft)?))?(?: \((?:cancelled|provisional)\))?$/iu;
const LABEL = /^(?:proposed )?(?:venue|location|contact|lleoliad|cyswllt)\s?:/iu;

/** Whether a copied page is that of a meeting without a numbered item: one that is cancelled, or that has no agenda yet. */
export const isBareMeeting = (lines: readonly string[]): boolean => {
  if (lines.reduce((sum, { length }) => sum + length, 0) > LONGEST) return false;
  // An agenda that somebody wrote as text is a paper, and is read as one.
  if (lines.filter((line) => /^\d{1,3}[.)] {1,4}\S/u.test(line)).length > 1) return false;
  const heading = lines.find(isHeading);
  if (heading === undefined) return false;
  const empty = lines.some((line) => NOTHING_YET.test(line));
  const titled = lines.some((line) => TITLE.test(line) || isTableHead(line));
  const called = meetingState(findDate(heading)?.after ?? '') !== null;
  return empty || ((titled || called) && lines.some((line) => LABEL.test(line)));
};

const isHeading = (line: string): boolean => {
  const found = line.length > 300 ? null : findDate(line);
  return found !== null && findTime(found.after) !== null && found.after.length < 60;
};
