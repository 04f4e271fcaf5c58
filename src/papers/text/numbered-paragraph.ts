import type { TextBlock } from '../../domain/paper-text.ts';
import { joinRuns } from './join-runs.ts';
import type { TextRun } from './text-run.ts';

type Paragraph = Extract<TextBlock, { kind: 'paragraph' }>;

/** "2.", "12)" before a space; "2.1", "2.1." with several levels. A year or a decimal in prose is neither. */
const NUMBER = /^(\d{1,3}(?:\.\d{1,3})+\.?(?=\s|$)|\d{1,3}[.)](?=\s))\s*/;
const LONGEST_LEAD = 90;

/** The printed paragraph number at the start of a text and the rest, or null when there is none. */
export const splitNumber = (text: string): { readonly number: string; readonly rest: string } | null => {
  const found = NUMBER.exec(text);
  if (found?.[1] === undefined) return null;
  const rest = text.slice(found[0].length);
  // "3.5 million" continues in lower case, a numbered paragraph does not.
  if (/^\p{Ll}/u.test(rest)) return null;
  return { number: found[1].replace(/[.)]$/, ''), rest };
};

/** A paragraph from its runs: number, bold opening words, text. `label` is a number the tags gave. */
export const runsToParagraph = (runs: readonly TextRun[], label: string | null): Paragraph => {
  const whole = joinRuns(runs);
  const split = label === null ? splitNumber(whole) : { number: label, rest: whole };
  const rest = split?.rest ?? whole;
  const bold = leadOf(runs, whole.slice(0, whole.length - rest.length));
  // "Decision no" in bold before a colon that is not: the mark belongs to the lead.
  const lead = bold === null ? null : bold + (/^[:.]/.exec(rest.slice(bold.length))?.[0] ?? '');
  return {
    kind: 'paragraph',
    number: split?.number ?? null,
    lead,
    text: lead === null ? rest : rest.slice(lead.length).trimStart(),
  };
};

/** Bold words that open a text which goes on in another weight, after the `printed` number, if any. */
const leadOf = (runs: readonly TextRun[], printed: string): string | null => {
  const spoken = runs.filter((run) => run.text.trim() !== '');
  const number = withoutSpaces(printed);
  const holdsMore = spoken.findIndex((_, at) => !number.startsWith(spokenLetters(spoken, at + 1)));
  const start = number === '' ? 0 : Math.max(holdsMore, 0);
  const end = spoken.findIndex((run, place) => place >= start && !run.strong);
  const first = spoken[start];
  const last = spoken[end - 1];
  if (end <= start || first === undefined || last === undefined) return null;
  const strong = joinRuns(runs.filter((run) => run.index >= first.index && run.index <= last.index));
  const lead = start === 0 && number !== '' ? strong.replace(NUMBER, '') : strong;
  return lead !== '' && lead.length <= LONGEST_LEAD ? lead : null;
};

const spokenLetters = (runs: readonly TextRun[], count: number): string =>
  withoutSpaces(
    runs
      .slice(0, count)
      .map((run) => run.text)
      .join(''),
  );

const withoutSpaces = (text: string): string => text.replace(/\s/g, '');
