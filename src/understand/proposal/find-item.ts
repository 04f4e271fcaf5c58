import type { Doubt, LinkedDocument, PackDocument, UnderstoodItem } from '../../domain/understood.ts';
import { printedDates } from '../when/printed-dates.ts';
import { plainTitle, titleLikeness } from './titles.ts';

/** Where a paper belongs: a place in the meeting's items, or nowhere that can be said. */
export interface ItemFound {
  readonly item: number | null;
  readonly doubt: Doubt | null;
}

/** Below this a title is not like another. */
const alike = 0.6;

/** What a paper says of where it belongs. */
export interface Clues {
  /** Its file's name and its title. */
  readonly titles: readonly string[];
  /** The lines of its first page, where reports name their subject. */
  readonly opening: readonly string[];
  /** The item of "Agenda Item 7", stamped on its first page. */
  readonly stamp: string | null;
  /** For minutes: the day of the meeting that they are of, `2025-01-30`. */
  readonly minutesOf: string | null;
}

/**
 * The item of a single paper, in order of trust: the council's own page links to it; a pack holds it under an item, or
 * stamped it for one; its name or the item's title holds the same decision number ("24/00109"); it is the minutes of the day that the item
 * names; its first page says the item's title; its name says the item; a title is like the item's. The last two are
 * to be looked at, as is a paper without any.
 */
export const findItem = (
  clues: Clues,
  items: readonly UnderstoodItem[],
  packed: readonly PackDocument[],
): ItemFound => {
  const plain = new Set(clues.titles.map(plainTitle));
  const linked = only(items, ({ documents }) =>
    documents.some((document) => namesOf(document).some((name) => plain.has(plainTitle(name)))),
  );
  if (linked !== null) return { item: linked, doubt: null };
  const within = packed.find(({ title }) => plain.has(plainTitle(title.value)))?.itemNumber ?? null;
  const bound = byNumber(items, within ?? clues.stamp);
  if (bound >= 0) return { item: bound, doubt: null };
  const decisions = new Set(clues.titles.flatMap(decisionNumbers));
  const decided = only(items, ({ title }) =>
    decisionNumbers(title.value).some((number) => decisions.has(number)),
  );
  const said = decided ?? minutesItem(clues, items) ?? openingItem(clues, items);
  return said === null ? guess(clues, items) : { item: said, doubt: null };
};

/** A document is saved under its title or under the name in its address. */
const namesOf = ({ title, url }: LinkedDocument): readonly string[] => {
  const name = url?.split(/[?#]/u)[0]?.split('/').at(-1) ?? '';
  return name === '' ? [title] : [title, name.replaceAll(/%20|\+/gu, ' ')];
};

/** The place of the one item for which it holds; null for none or several. */
const only = (items: readonly UnderstoodItem[], holds: (item: UnderstoodItem) => boolean): number | null => {
  const found = items.flatMap((item, at) => (holds(item) ? [at] : []));
  return found.length === 1 ? (found[0] ?? null) : null;
};

const minutesItem = ({ minutesOf }: Clues, items: readonly UnderstoodItem[]): number | null =>
  minutesOf === null
    ? null
    : only(
        items,
        ({ title }) =>
          /\bminutes\b/iu.test(title.value) &&
          printedDates(title.value).some(({ date }) => date === minutesOf),
      );

/** Short titles ("Budget") stand on many a page; one of so many words is meant. */
const fewestWords = 4;

const openingItem = ({ opening }: Clues, items: readonly UnderstoodItem[]): number | null => {
  const lines = new Set(opening.map(plainTitle));
  const page = ` ${opening.map(plainTitle).join(' ')} `;
  return only(items, ({ title }) => {
    const plain = plainTitle(title.value);
    if (lines.has(plain)) return true;
    return plain.split(' ').length >= fewestWords && page.includes(` ${plain} `);
  });
};

const guess = ({ titles, opening, minutesOf }: Clues, items: readonly UnderstoodItem[]): ItemFound => {
  const named = titles.flatMap(
    (title) => /^(?:agenda )?item (\d{1,3}[a-z]?)\b/iu.exec(plainTitle(title))?.[1] ?? [],
  );
  const said = named[0] === undefined ? -1 : byNumber(items, named[0]);
  if (said >= 0) return { item: said, doubt: 'guessed' };
  if (minutesOf !== null) {
    return { item: only(items, ({ title }) => /^minutes\b/iu.test(title.value)), doubt: 'guessed' };
  }
  const lines = [...titles, ...opening.slice(0, mostLines)];
  const likeness = items.map(({ title }) =>
    Math.max(0, ...lines.map((one) => titleLikeness(one, title.value))),
  );
  const most = Math.max(0, ...likeness);
  return { item: most >= alike ? likeness.indexOf(most) : null, doubt: 'guessed' };
};

const mostLines = 12;

const byNumber = (items: readonly UnderstoodItem[], number: string | null): number =>
  number === null
    ? -1
    : items.findIndex(
        (item) => item.numbered !== 'minute' && item.number?.toLowerCase() === number.toLowerCase(),
      );

/** "24/00109", "24-00109" and "2400109" are one decision. */
const decisionNumbers = (title: string): readonly string[] =>
  [...title.matchAll(/(?<!\d)(\d{2})[/-]?(\d{5})(?!\d)/gu)].map(([, year, number]) => `${year}/${number}`);
