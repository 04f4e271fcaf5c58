// "7", "6.10", "7a", "7(b)", "77/21", "CAB.45", "23/24-56": a number may carry a year, a prefix and a letter.
const NUMBER =
  /^\(?((?:[A-Z]{1,5}[-./]?)?\d{1,4}(?:[-./]\d{1,4}){0,2}\s?(?:[A-Za-z]{1,2}|\([A-Za-z]{1,4}\))?)\)?[.:)]?$/u;

/** The number of a cell or a line that holds nothing else, without the full stop after it; null for anything else. */
export const loneNumber = (text: string): string | null => NUMBER.exec(text)?.[1]?.trim() ?? null;

/** A number taken apart for comparing. */
interface NumberParts {
  readonly prefix: string;
  readonly counts: readonly number[];
  readonly letter: string;
  /** "77/21": what stands behind the stroke is no part of the item. */
  readonly hasYear: boolean;
}

const partsOf = (number: string): NumberParts => {
  const [, prefix = '', counts = '', letter = ''] =
    /^([A-Z]{0,5}[-./ ]?)([\d\-./]{1,20})(.{0,8})$/iu.exec(number.trim()) ?? [];
  return {
    prefix: prefix.toLowerCase(),
    hasYear: counts.includes('/'),
    counts: counts.split(/[-./]/u).map(Number),
    letter: letter.replaceAll(/[\s()]/gu, '').toLowerCase(),
  };
};

/** How far one number of an agenda lies after another. */
export interface Step {
  /** How much its count is higher; 0 for a part of the same item, such as "7b" after "7a" or "6.1" after "6". */
  readonly by: number;
  /** What the very next count would be called. */
  readonly next: string;
}

/** The step from one number to a later one: "7b" and "8" after "7a", "6.10" after "6.9", "78/21" after "77/21"; null for no step forward. */
export const stepBetween = (before: string, after: string): Step | null => {
  const [from, to] = [partsOf(before), partsOf(after)];
  if (from.prefix !== to.prefix) return null;
  for (let at = 0; at < Math.max(from.counts.length, to.counts.length); at += 1) {
    const [a, b] = [from.counts[at], to.counts[at]];
    if (a === b) continue;
    if (b === undefined) return null;
    const next = [...from.counts.slice(0, at), (a ?? 0) + 1].join('.');
    if (a === undefined) return { by: 0, next };
    if (b <= a || (from.hasYear && !onlyStepsIn(from, to, at))) return null;
    return { by: at === 0 || isYear(from) ? b - a : 0, next };
  }
  return to.letter > from.letter ? { by: 0, next: '' } : null;
};

/** What a number's count is called, as in `Step.next`. */
export const countsOf = (number: string): readonly string[] => {
  const { counts } = partsOf(number);
  return counts.map((_, index) => counts.slice(0, index + 1).join('.'));
};

// Behind a stroke stands a year, which stays, unless the item's own count comes last.
const onlyStepsIn = (from: NumberParts, to: NumberParts, at: number): boolean =>
  at === 0 ? to.counts.slice(1).join() === from.counts.slice(1).join() : from.prefix !== '' || at > 1;

// "23/24-56": the count that goes up stands behind a year.
const isYear = ({ counts, prefix }: NumberParts): boolean =>
  counts.length > 1 && (prefix !== '' || counts.length > 2);
