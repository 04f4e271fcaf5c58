import type { LinkedDocument, UnderstoodItem } from '../../domain/understood.ts';
import { plainTitle, titleLikeness } from './titles.ts';

/** Below this two titles are not of one item, whatever their numbers. */
const alike = 0.6;

/**
 * The agenda from several sources, the most believed first. An item of a later source is the one before that has its
 * title; the same number helps where a title was cut or reworded, but nothing hangs on a number alone. One that is
 * nowhere else stays, at the end: it may have been added.
 */
export const mergeItems = (sources: readonly (readonly UnderstoodItem[])[]): readonly UnderstoodItem[] => {
  const merged: UnderstoodItem[] = [];
  for (const items of sources) {
    const taken = new Set<number>();
    for (const item of items) {
      const at = findItem(merged, item, taken);
      const before = merged[at];
      if (before === undefined) {
        taken.add(merged.push(item) - 1);
      } else {
        taken.add(at);
        merged[at] = mergeItem(before, item);
      }
    }
  }
  return merged;
};

const findItem = (
  items: readonly UnderstoodItem[],
  item: UnderstoodItem,
  taken: ReadonlySet<number>,
): number => {
  const free = (at: number): boolean => !taken.has(at);
  const title = item.title.value;
  const same = items.findIndex(
    (other, at) => free(at) && plainTitle(other.title.value) === plainTitle(title),
  );
  if (same >= 0) return same;
  let best = -1;
  let most = 0;
  for (const [at, other] of items.entries()) {
    const bonus = hasSameNumber(other, item) ? 0.3 : 0;
    const likeness = titleLikeness(other.title.value, title) + bonus;
    if (free(at) && likeness > most) [best, most] = [at, likeness];
  }
  return most >= alike ? best : -1;
};

const hasSameNumber = (one: UnderstoodItem, other: UnderstoodItem): boolean =>
  one.number !== null && one.number === other.number && one.numbered === other.numbered;

const mergeItem = (one: UnderstoodItem, other: UnderstoodItem): UnderstoodItem => {
  const agenda = [one, other].find(({ numbered }) => numbered === 'agenda') ?? one;
  return {
    aliases: [...one.aliases, ...other.aliases],
    number: agenda.number,
    numbered: agenda.numbered,
    title: one.title,
    text: one.text.length > 0 ? one.text : other.text,
    pages: one.pages ?? other.pages,
    papers: one.papers ?? other.papers,
    exempt: one.exempt || other.exempt,
    documents: mergeDocuments([...one.documents, ...other.documents]),
    minute: one.minute ?? other.minute,
  };
};

/** Each once: by its address, else by its title. What one source calls restricted is restricted. */
export const mergeDocuments = (documents: readonly LinkedDocument[]): readonly LinkedDocument[] => {
  const merged = new Map<string, LinkedDocument>();
  for (const document of documents) {
    const key = document.url ?? plainTitle(document.title);
    const before = merged.get(key);
    const restricted = document.restricted || before?.restricted === true;
    const kept = before ?? document;
    merged.set(key, { ...kept, restricted, url: restricted ? null : kept.url });
  }
  return [...merged.values()];
};
