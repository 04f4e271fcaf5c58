import type { TextRun } from './text-run.ts';

/**
 * The text of runs as one line of prose. Ends of lines become spaces; a hyphen at the end of a line
 * stays, and so do both halves beside it, since nobody knows whether it was the author's.
 */
export const joinRuns = (runs: readonly TextRun[]): string => {
  let joined = '';
  let previous: TextRun | null = null;
  for (const run of runs) {
    // Runs that the tag tree brings together from different places never melt into one word.
    if (previous !== null && run.index !== previous.index + 1) joined += '\n';
    joined += run.text + (run.endsLine ? '\n' : '');
    previous = run;
  }
  return tidyText(joined);
};

/** White space as prose has it: one space between words, none at the ends. */
export const tidyText = (text: string): string =>
  text
    .replace(CONTROL, '')
    .replace(/\u00AD\s*\n\s*/g, '')
    .replace(/(\p{L}-)[ \t]*\n[ \t]*(?=\p{Ll})/gu, '$1')
    .replace(/\s+/g, ' ')
    .trim();

// PostgreSQL refuses NUL in text, screen readers stumble over the others; tab and line ends are white space.
// oxlint-disable-next-line no-control-regex -- removing them is the purpose
const CONTROL = /[\u0000-\u0008\u000E-\u001F\u007F]/g;
