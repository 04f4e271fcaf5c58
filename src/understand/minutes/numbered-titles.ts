import { plainCandidate, type TitleCandidate, titleCandidate } from './minute-title.ts';
import type { PrintedLine } from './printed-lines.ts';

/** No minutes have more; the best chain takes the square of it. */
const MOST = 1500;
/** Numbers of one meeting run on; a jump this wide begins something else. */
const WIDEST_GAP = 40;

/** The numbered titles of a paper's minutes: the likeliest run of rising numbers, and titles that fill its gaps. */
export const numberedTitles = (lines: readonly PrintedLine[]): readonly TitleCandidate[] => {
  const sure = bestChain(candidatesOf(lines, titleCandidate));
  if (sure.length >= 2) return withGapsFilled(sure, lines);
  // Neither bold type nor capitals: short lines, if what every meeting has is among them.
  const plain = bestChain(candidatesOf(lines, plainCandidate));
  return plain.length >= 3 && plain.some(({ title }) => USUAL.test(title)) ? plain : sure;
};

const USUAL = /^(?:apologies|declarations?|disclosures?|minutes)\b/i;

const candidatesOf = (
  lines: readonly PrintedLine[],
  read: (lines: readonly PrintedLine[], at: number) => TitleCandidate | null,
): readonly TitleCandidate[] => {
  const candidates: TitleCandidate[] = [];
  for (let at = 0; at < lines.length && candidates.length < MOST; at += 1) {
    const candidate = read(lines, at);
    if (candidate !== null) candidates.push(candidate);
  }
  return withYearLast(candidates);
};

/** No number has more parts: "CL75-24/25" has three. */
const MOST_PARTS = 3;

/**
 * Numbers of several parts count with the one that goes up from title to title: "45/24" and "46/24" with the first,
 * "24/45" and "24/46" with the second.
 */
const withYearLast = (candidates: readonly TitleCandidate[]): readonly TitleCandidate[] => {
  const parts = candidates.map(({ number }) => number.match(/\d{1,4}/g) ?? []);
  const counting = [2, MOST_PARTS].map((length) =>
    countingPart(parts.filter((some) => some.length === length)),
  );
  return candidates.map((candidate, at) => {
    const own = parts[at] ?? [];
    const part = counting[own.length - 2];
    const order = part === undefined || part === null ? undefined : own[part];
    return order === undefined ? candidate : { ...candidate, order: Number(order) };
  });
};

/** Which of their parts goes up by one most often; null where none does more often than the last. */
const countingPart = (numbers: readonly (readonly string[])[]): number | null => {
  const length = numbers[0]?.length ?? 0;
  const steps = Array.from(
    { length },
    (_, part) =>
      numbers.filter((number, at) => Number(number[part]) - Number(numbers[at - 1]?.[part]) === 1).length,
  );
  const most = Math.max(0, ...steps);
  return most === 0 || steps.at(-1) === most ? null : steps.indexOf(most);
};

const bestChain = (candidates: readonly TitleCandidate[]): readonly TitleCandidate[] => {
  const scores: number[] = [];
  const previous: number[] = [];
  for (const [at, candidate] of candidates.entries()) {
    let best = 0;
    let from = -1;
    for (let before = 0; before < at; before += 1) {
      const step = stepScore(candidates[before], candidate);
      const score = (scores[before] ?? 0) + step;
      if (step > -Infinity && score > best) {
        best = score;
        from = before;
      }
    }
    scores.push(best + candidate.weight);
    previous.push(from);
  }
  let at = scores.indexOf(Math.max(...scores));
  const chain: TitleCandidate[] = [];
  while (at >= 0) {
    const candidate = candidates[at];
    if (candidate === undefined) break;
    chain.unshift(candidate);
    at = previous[at] ?? -1;
  }
  return chain;
};

/** What it says for two titles that one comes after the other. */
const stepScore = (before: TitleCandidate | undefined, next: TitleCandidate): number => {
  if (before === undefined) return -Infinity;
  const gap = next.order - before.order;
  if (gap < 1 || gap > WIDEST_GAP) return -Infinity;
  if (shape(before) !== shape(next)) return gap === 1 ? 0 : -2;
  return gap === 1 ? 2 : -1;
};

/** "C 10/034" and "C 10/035" are of one kind. */
const shape = ({ number, order }: TitleCandidate): string =>
  number.replace(/(\d{1,4})\p{Lu}?/gu, (found, digits: string) => (Number(digits) === order ? '#' : found));

const withGapsFilled = (
  chain: readonly TitleCandidate[],
  lines: readonly PrintedLine[],
): readonly TitleCandidate[] =>
  chain.flatMap((title, order) => {
    const next = chain[order + 1];
    return next === undefined ? [title] : [title, ...missing(title, next, lines)];
  });

const missing = (
  title: TitleCandidate,
  next: TitleCandidate,
  lines: readonly PrintedLine[],
): readonly TitleCandidate[] => {
  const found: TitleCandidate[] = [];
  let wanted = title.order + 1;
  for (let at = title.at + title.lines; at < next.at && wanted < next.order; at += 1) {
    const candidate = plainCandidate(lines, at);
    if (candidate === null || candidate.order !== wanted || shape(candidate) !== shape(title)) continue;
    found.push(candidate);
    wanted += 1;
  }
  return found;
};
