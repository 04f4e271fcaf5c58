import type { Doubt, PackDocument, UnderstoodItem } from '../../domain/understood.ts';
import { plainTitle, titleLikeness } from './titles.ts';

/** Where a paper belongs: a place in the meeting's items, or nowhere that can be said. */
export interface ItemFound {
  readonly item: number | null;
  readonly doubt: Doubt | null;
}

/** Below this a title is not like another. */
const alike = 0.6;

/**
 * The item of a single paper, in order of trust: the council's own page links to it; a pack holds it under an item; its
 * name or the item's title holds the same decision number ("24/00109"); its name says the item; its title is like
 * the item's. The last two are to be looked at, as is a paper without any.
 */
export const findItem = (
  titles: readonly string[],
  items: readonly UnderstoodItem[],
  packed: readonly PackDocument[],
): ItemFound => {
  const plain = new Set(titles.map(plainTitle));
  const linked = items.findIndex(({ documents }) =>
    documents.some(({ title }) => plain.has(plainTitle(title))),
  );
  if (linked >= 0) return { item: linked, doubt: null };
  const within = packed.find(({ title }) => plain.has(plainTitle(title.value)))?.itemNumber ?? null;
  const bound = within === null ? -1 : byNumber(items, within);
  if (bound >= 0) return { item: bound, doubt: null };
  const decisions = new Set(titles.flatMap(decisionNumbers));
  const decided = items.flatMap(({ title }, at) =>
    decisionNumbers(title.value).some((number) => decisions.has(number)) ? [at] : [],
  );
  if (decided.length === 1) return { item: decided[0] ?? null, doubt: null };
  return guess(titles, items);
};

const guess = (titles: readonly string[], items: readonly UnderstoodItem[]): ItemFound => {
  const named = titles.flatMap(
    (title) => /^(?:agenda )?item (\d{1,3}[a-z]?)\b/iu.exec(plainTitle(title))?.[1] ?? [],
  );
  const said = named[0] === undefined ? -1 : byNumber(items, named[0]);
  if (said >= 0) return { item: said, doubt: 'guessed' };
  const likeness = items.map(({ title }) =>
    Math.max(0, ...titles.map((one) => titleLikeness(one, title.value))),
  );
  const most = Math.max(0, ...likeness);
  return { item: most >= alike ? likeness.indexOf(most) : null, doubt: 'guessed' };
};

const byNumber = (items: readonly UnderstoodItem[], number: string): number =>
  items.findIndex(
    (item) => item.numbered !== 'minute' && item.number?.toLowerCase() === number.toLowerCase(),
  );

/** "24/00109", "24-00109" and "2400109" are one decision. */
const decisionNumbers = (title: string): readonly string[] =>
  [...title.matchAll(/(?<!\d)(\d{2})[/-]?(\d{5})(?!\d)/gu)].map(([, year, number]) => `${year}/${number}`);
