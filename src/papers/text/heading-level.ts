import type { TextRun } from './text-run.ts';

/** Longer than this, bold or large text is a paragraph. */
const LONGEST = 150;

/**
 * The level that a heading without a tag seems to have, or null for body text: larger or wholly bold,
 * short, and not a sentence. `body` is the letter size of body text.
 */
export const headingLevel = (runs: readonly TextRun[], text: string, body: number): 1 | 2 | 3 | null => {
  if (text.length > LONGEST || !/\p{L}{2}/u.test(text) || /[.;,]$/.test(text)) return null;
  const size = Math.max(...runs.filter((run) => run.text.trim() !== '').map((run) => run.size));
  const ratio = body > 0 ? size / body : 1;
  if (ratio >= 1.5) return 1;
  if (ratio >= 1.12) return 2;
  return isStrong(runs) ? 3 : null;
};

/** Whether all of the text is bold. */
export const isStrong = (runs: readonly TextRun[]): boolean =>
  runs.every((run) => run.strong || run.text.trim() === '');
