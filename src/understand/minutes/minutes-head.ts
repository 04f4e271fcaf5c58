import type { Doubt, Fact } from '../../domain/understood.ts';
import { findDate, findTime, withoutDateAndTime } from './printed-date.ts';
import { headLines } from './head-lines.ts';
import { lineWords, type PrintedLine } from './printed-lines.ts';
import { quoteOf } from './sentences.ts';
import { shoutedName } from '../when/shouted-name.ts';

/** What the head of minutes says of the meeting. */
export interface MinutesHead {
  readonly committee: Fact<string> | null;
  /** The day, `2025-01-30`. */
  readonly date: Fact<string> | null;
  /** The day with its time; null where no time is printed. */
  readonly start: Fact<string> | null;
  readonly venue: Fact<string> | null;
}

const SENTENCE =
  /(?:\b(?:minutes|proceedings)\s(?:of|for|at)\s|^at\s)(?:(?:a|an|the)\s)?(?:[\p{L}-]{1,20}\s){0,4}?(?:meetings?|proceedings|section|part)\s(?:(?:of|for)\s(?:the\s)?)?(.{3,160}?)[\s,]{1,3}(?:(?:which\s)?was\s)?(?:held|which took place|that took place|took place|convened)\b(.{0,400})/iu;
/** "Minutes of the Parish Council Meeting held at ...": the name stands before the word. */
const SENTENCE_BEFORE =
  /\bminutes\s(?:of|for)\s(?:(?:a|an|the)\s)?(.{3,120}?),?\s(?:(?:meeting|proceedings),?\s)?(?:(?:which\s)?was\s)?(?:held|which took place|that took place|took place|convened)\b(.{0,400})/iu;
const NAMED =
  /^(?:minutes\s(?:of|for)\s(?:the\s)?(?:meeting\s(?:of|for)\s(?:the\s)?)?|committee(?:\sname)?:\s|meeting:\s|meeting of (?:the )?|minutes\s?[:–-]\s?)(.{3,160})/i;
const BODY =
  /\b(?:council|committee|sub-?committee|cabinet|panel|board|executive|forum|authority|commission|group|assembly|bench|partnership)\b/i;
const VENUE = /^(?:venue|place|location|held (?:at|in)|meeting place)\b\s?[:–-]?\s{0,3}(.{3,200})/i;
const ROOM =
  /\b(?:chamber|room|hall|house|centre|offices?|building|school|library|church|via (?:microsoft )?teams|zoom|suite)\b/i;

/** Reads the lines above the first minute: one sentence, or a block of lines. `file` may tell the time of day. */
export const readHead = (lines: readonly PrintedLine[], file: string): MinutesHead => {
  const top = lines.slice(0, 40).flatMap(headLines);
  const sentence = top
    .map((line, at) => ({ line, found: sentenceOf(withHeld(line.text, top[at + 1]?.text ?? '')) }))
    .find(({ found }) => found !== null);
  const fact = <T>(value: T, line: PrintedLine, doubt: Doubt | null): Fact<T> => ({
    value,
    from: { file, page: line.page, quote: quoteOf(lineWords(line)) },
    doubt,
  });
  const when = readWhen(sentence?.line ?? null, top, file);
  if (sentence?.found?.[1] !== undefined) {
    const venue = venueOf(sentence.found[2] ?? '');
    return {
      committee: fact(tidyName(withoutDateAndTime(sentence.found[1])), sentence.line, null),
      ...when,
      venue: venue === null ? blockVenue(top, fact) : fact(venue, sentence.line, null),
    };
  }
  return { committee: blockCommittee(top, fact), ...when, venue: blockVenue(top, fact) };
};

/** "Minutes of the meeting of the Cabinet" goes on in the next line, "held on ...". */
const withHeld = (text: string, below: string): string =>
  (/^of the (?:meeting|proceedings)\b/i.test(below) && /\bminutes\b/i.test(text)) ||
  (/^(?:which was )?held\b/i.test(below) && /\b(?:minutes|meeting)\b/i.test(text))
    ? `${text} ${below}`
    : text;

/** A sentence that names the body; "Minutes of the meeting held on ..." names none. */
const sentenceOf = (text: string): RegExpExecArray | null =>
  [SENTENCE.exec(text), SENTENCE_BEFORE.exec(text)].find(
    (found) => found?.[1] !== undefined && !/^(?:the )?meetings?$/i.test(found[1].trim()),
  ) ?? null;

type MakeFact = <T>(value: T, line: PrintedLine, doubt: Doubt | null) => Fact<T>;

const tidyName = (text: string): string => shoutedName(tidyPlace(text));

const tidyPlace = (text: string): string =>
  text
    .split('\n')[0]
    ?.replace(/^(?:(?:a|an|the)\s)?(?:(?:[\p{L}]+\s)?meeting\sof\s(?:the\s)?)?/iu, '')
    .replace(/\s(?:which was )?held(?:\s(?:on|at|in)(?:\sthe)?)?\s*$/i, '')
    .replace(/[\s,:–-]+$/, '')
    .replace(/(?<=\p{L}.{2})[\s–-]+minutes$/iu, '')
    .trim() ?? '';

/** "in the Council Chamber, Town Hall on [date] at [time]": the words around the date, without their prepositions. */
const venueOf = (said: string): string | null => {
  const [sentence = ''] = said.split(/\.\s+(?=\p{Lu})/u);
  const place = withoutDateAndTime(sentence)
    .split('\n')
    .map((part) =>
      part
        .replace(/^[\s,.–-]{0,5}(?:and\s)?(?:commencing|starting|beginning)?\s?/i, '')
        .replace(/^(?:in|at|via|from)\b\s?/i, '')
        .replace(/^the\s/i, '')
        .replace(
          /[\s,.;–-]{0,5}\b(?:on|at|from|commencing(?: at)?|starting(?: at)?|and|to|the)?[\s,.;:–-]{0,5}$/i,
          '',
        )
        .trim(),
    )
    .find((part) => part.length >= 3 && !/^(?:on|at|from|to|am|pm|commencing|until)$/i.test(part));
  return place ?? null;
};

const blockVenue = (lines: readonly PrintedLine[], fact: MakeFact): Fact<string> | null => {
  for (const line of lines) {
    const held = /\b(?:meeting )?held\b(.{4,300})/i.exec(line.text)?.[1];
    const place = held === undefined || findDate(held) === null ? null : venueOf(held);
    if (place !== null && ROOM.test(place)) return fact(place, line, null);
    const cells = labelled(line, /^(?:venue|place|location)\b/i) ?? VENUE.exec(line.text)?.[1] ?? null;
    if (cells !== null) return fact(tidyPlace(withoutDateAndTime(cells)), line, null);
  }
  // Only what stands between the name of the meeting and the people can be a place.
  const people = lines.findIndex((line) =>
    /^(?:members |councillors )?(?:present|attendance)\b/i.test(line.text),
  );
  const room = lines
    .slice(0, people < 0 ? 8 : people)
    .find((line) => ROOM.test(line.text) && line.text.length <= 160);
  return room === undefined
    ? null
    : fact(
        tidyPlace(
          withoutDateAndTime(room.text)
            .replace(/^(?:held )?(?:at|in)\s/i, '')
            .replace(/\n/g, ' '),
        ),
        room,
        'guessed',
      );
};

/** The cell beside a label in a table of two columns. */
const labelled = (line: PrintedLine, label: RegExp): string | null => {
  const row = line.rows?.find(([first = '']) => label.test(first.trim()));
  const value = row?.slice(1).join(' ').trim();
  return value === undefined || value === '' ? null : value;
};

const blockCommittee = (lines: readonly PrintedLine[], fact: MakeFact): Fact<string> | null => {
  for (const line of lines) {
    const named =
      labelled(line, /^(?:committee|meeting|minutes of|body)\b/i) ?? NAMED.exec(line.text)?.[1] ?? null;
    if (named !== null && BODY.test(named) && !/^(?:(?:a|an|the) )?(?:meeting )?held\b/i.test(named))
      return fact(tidyName(withoutDateAndTime(named)), line, null);
  }
  const before = lines.slice(0, 8).find(({ text }) => BEFORE_MEETING.test(text));
  const [, own] = BEFORE_MEETING.exec(before?.text ?? '') ?? [];
  if (before !== undefined && own !== undefined && BODY.test(own)) return fact(tidyName(own), before, null);
  const bodies = lines
    .slice(0, 8)
    .filter(
      ({ text }) =>
        text.length <= 120 &&
        findDate(text) === null &&
        !text.includes(':') &&
        BODY.test(text) &&
        !/[.:;]$/.test(text) &&
        !/^(?:members|councillors|present)\b/i.test(text),
    );
  const committee =
    bodies.find(({ text }) => !/\b(?:council|authority)$/i.test(text.trim())) ?? bodies.at(-1);
  return committee === undefined
    ? null
    : fact(tidyName(committee.text.replace(/\s[–-]\s.{0,80}$/, '')), committee, 'guessed');
};

/** "Council – Meeting held on ...". */
const BEFORE_MEETING = /^(.{3,80}?)\s?[–—:-]\s?(?:minutes of the )?meeting held\b/i;

/** The day, and with the time where one is printed or stands in the file's name. */
const readWhen = (
  sentence: PrintedLine | null,
  lines: readonly PrintedLine[],
  file: string,
): Pick<MinutesHead, 'date' | 'start'> => {
  const named = fileDate(file);
  const dated =
    sentence !== null && findDate(sentence.text) !== null
      ? sentence
      : lines.find(({ text }) => findDate(text) !== null);
  const printed = dated === undefined ? null : findDate(dated.text);
  if (dated === undefined || printed === null) {
    if (named === null) return { date: null, start: null };
    return whenOf(named.date, named.time, { file, page: null, quote: quoteOf(file) }, 'guessed');
  }
  const at = lines.indexOf(dated);
  const time =
    findTime(dated.text) ??
    nearTime(lines.slice(Math.max(0, at - 2), at + 4)) ??
    heldTime(lines, printed.date);
  const known = time ?? (named?.date === printed.date ? named.time : null);
  const from = { file, page: dated.page, quote: quoteOf(lineWords(dated)) };
  const differs = !printed.weekdayAgrees || (named !== null && named.date !== printed.date);
  return whenOf(printed.date, known, from, differs ? 'disagrees' : null);
};

const whenOf = (
  date: string,
  time: string | null,
  from: Fact<string>['from'],
  doubt: Doubt | null,
): Pick<MinutesHead, 'date' | 'start'> => ({
  date: { value: date, from, doubt },
  start: time === null ? null : { value: `${date}T${time}`, from, doubt },
});

/** The time that stands beside the same day again, "held on ... commencing at 6.30 pm". */
const heldTime = (lines: readonly PrintedLine[], date: string): string | null => {
  const held = lines.find(({ text }) => /\bheld\b/i.test(text) && findDate(text)?.date === date);
  return held === undefined ? null : findTime(held.text);
};

const nearTime = (lines: readonly PrintedLine[]): string | null =>
  lines.map(({ text }) => (text.length <= 120 ? findTime(text) : null)).find((time) => time !== null) ?? null;

/** "Printed minutes 30th-Jan-2025 10.00 Cabinet.pdf". Other names speak of other meetings too. */
const fileDate = (file: string): { readonly date: string; readonly time: string | null } | null => {
  if (!/\bminutes\s\d{1,2}(?:st|nd|rd|th)-/i.test(file)) return null;
  const date = findDate(file);
  return date === null ? null : { date: date.date, time: findTime(file.replace(/\.pdf.*$/i, '')) };
};
