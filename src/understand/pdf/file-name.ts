import { calendarDate, monthByName } from '../when/printed-dates.ts';

/** What a PDF is: a front sheet, a whole pack, a later part of one, a record, or a single paper. */
export type PaperKind = 'agenda' | 'pack' | 'supplement' | 'minutes' | 'decisions' | 'report';

/** What a file's name says, where it follows the pattern of ModernGov. */
export interface NamedMeeting {
  readonly kind: PaperKind | null;
  readonly date: string | null;
  /** `19:30`. */
  readonly time: string | null;
  /** May be cut at its end. */
  readonly committee: string | null;
}

const KINDS: readonly (readonly [RegExp, PaperKind])[] = [
  [/^agenda[ -]?front ?sheet\b/i, 'agenda'],
  [/^(?:public |agenda |private |restricted )?reports? pack\b|^agenda (?:reports )?pack\b/i, 'pack'],
  [/^(?:printed |draft |printed draft )minutes\b/i, 'minutes'],
  [/^(?:printed )?decisions\b/i, 'decisions'],
  [/^(?:agenda )?supplement(?:ary)?\b|^addend(?:um|a)\b|^late (?:papers?|material|items?)\b/i, 'supplement'],
];
const WHEN_AND_WHO =
  /(?:^|\s)(\d{1,2})(?:st|nd|rd|th)?-([a-z]{3})[a-z]{0,6}-(\d{4})\s+(\d{1,2})[.:](\d{2})\s+(\S.{0,200})$/i;
const PACK = /^pack\s+/i;

/** Reads "Agenda frontsheet 30th-Jan-2025 10.00 Cabinet.pdf" and its like; an address is read by its last part. */
export const readFileName = (file: string): NamedMeeting => {
  const name = bareName(file);
  const title = name.replace(PACK, '');
  const named = KINDS.find(([pattern]) => pattern.test(title))?.[1] ?? null;
  const [, day, month = '', year, hour = '', minute = '', committee = ''] = WHEN_AND_WHO.exec(title) ?? [];
  const date = day === undefined ? null : calendarDate(Number(year), monthByName(month), Number(day));
  // A title of its own before the date is how a later pack is named, after what it holds.
  const isLater = named === null && date !== null;
  return {
    kind: isLater ? 'supplement' : named,
    date,
    time:
      date === null || Number(hour) > 23 || Number(minute) > 59 ? null : `${hour.padStart(2, '0')}:${minute}`,
    committee: date === null ? null : committee.trim(),
  };
};

/** The name without folders, ending, query and the escapes of addresses. */
export const bareName = (file: string): string => {
  const [address = ''] = file.slice(0, 1000).split('?');
  const last = address.split(/[/\\]/).at(-1) ?? '';
  return unescaped(last.replaceAll('+', ' '))
    .replace(/\.(?:pdf|txt|text|md)$/i, '')
    .replace(/[\s_]+/g, ' ')
    .trim();
};

const unescaped = (name: string): string => {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
};
