import type { LinkedDocument, UnderstoodItem, UnderstoodMeeting } from '../../domain/understood.ts';
import { markExempt } from './exempt-section.ts';
import { type SectionName, sectionNamed } from './item-sections.ts';
import { findDate, findTime } from './local-time.ts';
import { type ItemLines, splitMeetingLines } from './meeting-lines.ts';
import { meetingState } from './meeting-state.ts';
import { doubtedAsCut, printedNumber, toMinute, withoutCut } from './minute-parts.ts';
import { readHeading } from './page-heading.ts';
import { whenFacts } from './when-facts.ts';
import { labelledFacts } from './page-labels.ts';
import { factFrom, type Origin } from './source.ts';
import { tidy, withoutFileSize } from './text-of.ts';
import { withListMark } from './word-paragraphs.ts';

/** A meeting's page that was copied as plain text. Its links are lost, so its documents have titles alone. */
export const readMeetingText = (origin: Origin, text: string): UnderstoodMeeting => {
  const { head, items } = splitMeetingLines(text);
  const lines = head.map(tidy).filter((line) => line !== '');
  const hasMinutes =
    lines.some((line) => /\b(?:minutes|cofnodion)$/iu.test(line)) ||
    items.some(({ lines: own }) => own.some((line) => sectionNamed(line) === 'minutes'));
  return {
    aliases: [],
    ...readHead(origin, lines),
    plannedEnd: null,
    members: [],
    ...markExempt(items.map((item) => readItem(origin, item, hasMinutes ? 'minute' : 'agenda'))),
    documents: [],
  };
};

type Head = Pick<
  UnderstoodMeeting,
  'committee' | 'date' | 'start' | 'state' | 'venue' | 'contact' | 'published'
>;

const readHead = (origin: Origin, lines: readonly string[]): Head => {
  const label = (name: RegExp): string | null =>
    lines.flatMap((line) => name.exec(line)?.[1]?.trim() ?? [])[0] ?? null;
  const dated = lines.filter((one) => findDate(one) !== null && !/^[\p{L} ]{1,30}:/u.test(one));
  const line = dated.find((one) => findTime(findDate(one)?.after ?? '') !== null) ?? dated[0] ?? '';
  const { committee, date, time, rest } = readHeading(line);
  const state = meetingState(`${rest} ${lines[0] ?? ''}`);
  return {
    committee: date === null || committee === null ? null : factFrom(origin, committee, line),
    ...whenFacts(origin, { date, time }, line),
    state: state === null ? null : factFrom(origin, state, line || (lines[0] ?? '')),
    ...labelledFacts(origin, {
      venue: label(/^(?:proposed )?(?:venue|location):\s*(.+?)(?:\s*view directions)?$/iu),
      contact: label(/^contact:\s*(.+)$/iu),
      published: label(/^(?:publication date|date of publication|published):\s*(.+)$/iu),
    }),
  };
};

const readItem = (origin: Origin, item: ItemLines, counts: 'minute' | 'agenda'): UnderstoodItem => {
  const title = withoutFileSize(item.title);
  const sections = readSections(item.lines);
  const text = withoutCut(sections.text);
  const number = printedNumber(item.number);
  const minute = toMinute({
    number: counts === 'minute' ? number : null,
    minutes: sections.minutes,
    decision: sections.decision,
    votes: [],
  });
  const read: UnderstoodItem = {
    aliases: [],
    number,
    numbered: counts,
    title: factFrom(origin, title, item.title),
    text: text.paragraphs,
    pages: null,
    papers: null,
    exempt: false,
    documents: [
      ...(title === item.title ? [] : [namedDocument(title)]),
      ...sections.documents.map(namedDocument),
    ],
    minute,
  };
  return text.cut || minute?.truncated === true ? doubtedAsCut(read) : read;
};

const readSections = (lines: readonly string[]): Readonly<Record<SectionName, readonly string[]>> => {
  const found: Record<SectionName, string[]> = {
    text: [],
    minutes: [],
    decision: [],
    documents: [],
    other: [],
  };
  let section: SectionName = 'text';
  for (const line of lines) {
    const named = sectionNamed(tidy(line));
    if (named !== null) section = named;
    else if (line !== '') found[section].push(withListMark(line));
  }
  return found;
};

const namedDocument = (line: string): LinkedDocument => ({
  aliases: [],
  title: withoutFileSize(line).replace(/\s*, item \w{1,8}\.?$/iu, ''),
  url: null,
  kind: 'report',
  restricted: false,
});
