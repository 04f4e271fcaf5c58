import type { UnderstoodMeeting } from '../../domain/understood.ts';
import { isBareMeeting } from './bare-meeting.ts';
import { markExempt } from './exempt-section.ts';
import { headedSection } from './item-sections.ts';
import { findDate, findTime } from './local-time.ts';
import { isNumberedMeeting, splitMeetingLines } from './meeting-lines.ts';
import { findNotice } from './meeting-notice.ts';
import { meetingState } from './meeting-state.ts';
import { readHeading } from './page-heading.ts';
import { labelledFacts } from './page-labels.ts';
import { factFrom, type Origin } from './source.ts';
import { readTextItem } from './text-item.ts';
import { tidy } from './text-of.ts';
import { whenFacts } from './when-facts.ts';

/** Whether a plain text is a meeting's page that somebody copied. */
export const isMeetingText = (text: string): boolean => {
  const parts = splitMeetingLines(text);
  return isNumberedMeeting(parts) || (parts.items.length === 0 && isBareMeeting(parts.head.map(tidy)));
};

/** A meeting's page that was copied as plain text. Its links are lost, so its documents have titles alone. */
export const readMeetingText = (origin: Origin, text: string): UnderstoodMeeting => {
  const { head, items } = splitMeetingLines(text);
  const lines = head.map(tidy).filter((line) => line !== '');
  const hasMinutes =
    lines.some((line) => /\b(?:minutes|ch?ofnodion(?: drafft)?)$/iu.test(line)) ||
    items.some(({ lines: own }) => own.some((line) => headedSection(tidy(line)) === 'minutes'));
  return {
    aliases: [],
    ...readHead(origin, lines),
    plannedEnd: null,
    members: [],
    ...markExempt(items.map((item) => readTextItem(origin, item, hasMinutes ? 'minute' : 'agenda'))),
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
  const { committee, date, time, before, rest } = readHeading(line);
  return {
    committee: date === null || committee === null ? null : factFrom(origin, committee, line),
    ...whenFacts(origin, { date, time }, line),
    state: readState(origin, { words: `${before} ${rest} ${lines[0] ?? ''}`, line, lines }),
    ...labelledFacts(origin, {
      venue: label(
        /^(?:proposed |new )?(?:venue|location|lleoliad(?: arfaethedig)?)\s?:\s*(.+?)(?:[\s.]*(?:view directions|cyfarwyddiadau))?$/iu,
      ),
      contact: label(/^(?:contacts?|cyswllt)\s?:\s*(.+)$/iu),
      published: label(/^(?:publication date|date of publication|published):\s*(.+)$/iu),
    }),
  };
};

const readState = (
  origin: Origin,
  {
    words,
    line,
    lines,
  }: { readonly words: string; readonly line: string; readonly lines: readonly string[] },
): UnderstoodMeeting['state'] => {
  const state = meetingState(words);
  if (state !== null) return factFrom(origin, state, line || (lines[0] ?? ''));
  const notice = findNotice(lines);
  return notice === null ? null : factFrom(origin, notice.state, notice.line);
};
