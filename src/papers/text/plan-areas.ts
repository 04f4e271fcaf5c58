import type { PlanArea } from '../../domain/meeting.ts';
import type { PaperText, TextBlock } from '../../domain/paper-text.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { blockText } from './block-text.ts';
import { printedDates } from './printed-dates.ts';

export interface PlanRequest {
  /** First and last paragraph number, "2.2" and "2.9". */
  readonly from: string;
  readonly to: string;
  /** Names of areas by paragraph number, where no bold words open the paragraph. */
  readonly names: Readonly<Record<string, string>>;
  /** The clerk's own reading, before anything the paper says. */
  readonly statuses: Readonly<Record<string, PlanArea['status']>>;
}

export type PlanFault =
  | { readonly kind: 'no-paragraphs' }
  | { readonly kind: 'no-name'; readonly number: string };

/**
 * The areas of an action plan from a run of numbered paragraphs. Text without a number belongs to the
 * paragraph before it, up to the next heading, table or picture. A status is taken from the words "Status: …" and never guessed.
 */
export const planAreas = (text: PaperText, request: PlanRequest): Result<readonly PlanArea[], PlanFault> => {
  const sections = numberedSections(text).filter(
    ({ number }) => compareNumbers(number, request.from) >= 0 && compareNumbers(number, request.to) <= 0,
  );
  if (sections.length === 0) return err({ kind: 'no-paragraphs' });
  const areas: PlanArea[] = [];
  for (const { number, lead, words } of sections) {
    const name = request.names[number] ?? (lead === null ? null : lead.replace(/[.:]$/, ''));
    if (name === null) return err({ kind: 'no-name', number });
    const said = words.startsWith(name) ? words.slice(name.length).replace(/^[.:]?\s+/, '') : words;
    const status = request.statuses[number] ?? printedStatus(said);
    areas.push({ number, name, text: said, status, dates: printedDates(said) });
  }
  return ok(areas);
};

interface Section {
  readonly number: string;
  readonly lead: string | null;
  words: string;
}

const numberedSections = (text: PaperText): readonly Section[] => {
  const sections: Section[] = [];
  let current: Section | null = null;
  for (const block of text.pages.flatMap((page) => page.blocks)) {
    if (block.kind === 'heading' || block.kind === 'table' || block.kind === 'figure') current = null;
    else if (block.kind === 'paragraph' && block.number !== null) {
      current = { number: block.number, lead: block.lead, words: block.text };
      sections.push(current);
    } else if (current !== null) current.words = joinWords(current.words, block);
  }
  return sections;
};

const joinWords = (words: string, block: TextBlock): string => `${words} ${blockText(block)}`.trim();

const STATUSES: readonly (readonly [RegExp, PlanArea['status']])[] = [
  [/^(?:done|complete|completed|finished)\b/i, 'done'],
  [/^on (?:track|time|course)\b/i, 'on-track'],
  [/^(?:waiting|on hold|not started)\b/i, 'waiting'],
  [/^(?:late|delayed|behind|overdue)\b/i, 'late'],
];

const printedStatus = (words: string): PlanArea['status'] => {
  const said = /\bstatus:\s*(.*)/i.exec(words)?.[1] ?? '';
  return STATUSES.find(([pattern]) => pattern.test(said))?.[1] ?? 'unknown';
};

/** "2.10" comes after "2.9". */
const compareNumbers = (a: string, b: string): number => {
  const [left, right] = [a, b].map((number) => number.split('.').map(Number));
  const length = Math.max(left?.length ?? 0, right?.length ?? 0);
  for (let at = 0; at < length; at += 1) {
    const difference = (left?.[at] ?? 0) - (right?.[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
};
