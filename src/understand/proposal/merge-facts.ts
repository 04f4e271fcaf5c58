import type { Fact } from '../../domain/understood.ts';
import { plainTitle, titleLikeness } from './titles.ts';

/**
 * The first of several answers to the same question, the most believed first. Where another says something else it is
 * in doubt, unless it was in doubt itself.
 */
export const mergeFacts = <T>(
  facts: readonly (Fact<T> | null)[],
  isSame: (one: T, other: T) => boolean,
): Fact<T> | null => {
  const given = facts.filter((fact) => fact !== null);
  const sure = given.filter(({ doubt }) => doubt === null);
  const [best] = sure.length > 0 ? sure : given;
  if (best === undefined) return null;
  const differs = sure.some(({ value }) => !isSame(value, best.value));
  return differs ? { ...best, doubt: 'disagrees' } : best;
};

export const isSameText = (one: string, other: string): boolean => plainTitle(one) === plainTitle(other);

/** One may say more than the other, or say it in another way: "Council Chamber", "Council Chamber, County Hall, XY1 2AB". */
export const isSamePlace = (one: string, other: string): boolean =>
  saysNoMore(one, other) || saysNoMore(other, one) || titleLikeness(one, other) >= 0.6;

const saysNoMore = (one: string, other: string): boolean => {
  const words = new Set(plainTitle(other).split(' '));
  return plainTitle(one)
    .split(' ')
    .every((word) => words.has(word));
};

export const isEqual = <T>(one: T, other: T): boolean => JSON.stringify(one) === JSON.stringify(other);
