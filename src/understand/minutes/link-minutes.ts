import type { UnderstoodItem, UnderstoodMinutes } from '../../domain/understood.ts';

type Minute = UnderstoodMinutes['minutes'][number];

/** A minute and the item of the agenda that it is about. */
export interface MinuteLink {
  readonly minute: Minute;
  readonly item: UnderstoodItem | null;
  /** What told; null when there is no item. */
  readonly by: 'item-number' | 'title' | null;
}

/** Joins minutes to the items of an agenda, in the order of the minutes: by "(Item 3)" first, then by equal titles. */
export const linkMinutes = (
  { minutes }: UnderstoodMinutes,
  items: readonly UnderstoodItem[],
): readonly MinuteLink[] => {
  const byNumber = new Map<string, UnderstoodItem>();
  const byTitle = new Map<string, UnderstoodItem | null>();
  for (const item of items) {
    // What counts minutes says nothing of the agenda's order.
    const number = item.numbered === 'minute' ? null : plainNumber(item.number);
    if (number !== null && !byNumber.has(number)) byNumber.set(number, item);
    const title = plainTitle(item.title.value);
    // Two items of one title ("Minutes") cannot be told apart by it.
    byTitle.set(title, byTitle.has(title) ? null : item);
  }
  return minutes.map((minute) => {
    const numbered = byNumber.get(plainNumber(minute.value.itemNumber) ?? '');
    if (numbered !== undefined) return { minute, item: numbered, by: 'item-number' };
    const titled = byTitle.get(plainTitle(minute.value.title)) ?? null;
    return titled === null || plainTitle(minute.value.title) === ''
      ? { minute, item: null, by: null }
      : { minute, item: titled, by: 'title' };
  });
};

/** "3.", "3" and "(3)" are one number. */
const plainNumber = (number: string | null): string | null =>
  number
    ?.replace(/[^\p{L}\d.]/gu, '')
    .replace(/\.$/, '')
    .toLowerCase() ?? null;

/** Letters and digits alone, without "(Pages 3 - 8)" and "(Item 3)" behind them. */
const plainTitle = (title: string): string =>
  title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s\((?:pages?|item|agenda item)\s[^()]{0,30}\)\s{0,5}$/, '')
    .replace(/&/g, ' and ')
    .replace(/[’']/g, '')
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();
