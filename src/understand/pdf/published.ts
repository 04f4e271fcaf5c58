import type { Fact } from '../../domain/understood.ts';
import { factAt } from './paper.ts';
import { isDateAlone, printedDates } from '../when/printed-dates.ts';
import type { SheetLine } from './sheet-lines.ts';

const LABEL =
  /\b(?:dat(?:e|ed) (?:of )?(?:publication|published|issued?|despatch)|publication date|published|issued|dispatched|despatched|despatch date|date of dispatch)\b[^.]{0,30}$/i;
const LETTER_DATE = /^dat(?:e|ed)\s?:?\s?$/i;

/** When the agenda was published: as it says, or by the one date that stands alone and is not the meeting's. */
export const publishedDate = (
  file: string,
  lines: readonly SheetLine[],
  meeting: string | null,
): Fact<string> | null =>
  labelled(file, lines) ??
  letterDate(file, lines, meeting) ??
  alone(file, lines, meeting) ??
  signed(file, lines, meeting);

const labelled = (file: string, lines: readonly SheetLine[]): Fact<string> | null => {
  for (const line of lines) {
    const date = printedDates(line.text).find(({ at }) =>
      LABEL.test(line.text.slice(Math.max(0, at - 80), at)),
    );
    if (date !== undefined && line.text.length < 300) {
      return factAt(file, date.date, { page: line.page, quote: line.text });
    }
  }
  return null;
};

/** A letter that goes round with papers is dated in its head. */
const letterDate = (
  file: string,
  lines: readonly SheetLine[],
  meeting: string | null,
): Fact<string> | null => {
  const dear = lines.findIndex(({ text }) => /^dear\b/i.test(text));
  for (const line of lines.slice(0, Math.max(0, dear))) {
    const [date] = printedDates(line.text);
    if (date === undefined || !LETTER_DATE.test(line.text.slice(0, date.at))) continue;
    if (date.date !== meeting) return factAt(file, date.date, { page: line.page, quote: line.text });
  }
  return null;
};

const SIGNATURE =
  /\b(?:chief executive|monitoring officer|proper officer|clerk|director|head of|solicitor)\b/i;
const POST = /^\s(?:[\p{L}]+ ){0,3}(?:director|head|chief executive|clerk|solicitor)\b/iu;
const DATED = /(?:^|\s)dated?\s?:\s?$/i;

/** The day at the end of a signature, earlier than the meeting: "Chief Executive, Town Hall, 6 January 2025". */
const signed = (file: string, lines: readonly SheetLine[], meeting: string | null): Fact<string> | null => {
  if (meeting === null) return null;
  for (const line of lines) {
    const date = printedDates(line.text).findLast(
      ({ at, end }) =>
        /^[\s.]*$/.test(line.text.slice(end)) ||
        (at === 0 && line.text.length < 120 && POST.test(line.text.slice(end))),
    );
    if (date === undefined || date.date >= meeting) continue;
    const before = date.at === 0 ? line.text.slice(date.end) : line.text.slice(0, date.at);
    if (DATED.test(before) || SIGNATURE.test(before))
      return factAt(file, date.date, { page: line.page, quote: line.text }, 'guessed');
  }
  return null;
};

const alone = (file: string, lines: readonly SheetLine[], meeting: string | null): Fact<string> | null => {
  if (meeting === null) return null;
  const found = lines.flatMap((line) => {
    const date = isDateAlone(line.text) ? printedDates(line.text)[0]?.date : undefined;
    return date === undefined || date >= meeting ? [] : [{ line, date }];
  });
  const [first] = found;
  if (first === undefined) return null;
  const doubt = new Set(found.map(({ date }) => date)).size > 1 ? 'guessed' : null;
  return factAt(file, first.date, { page: first.line.page, quote: first.line.text }, doubt);
};
