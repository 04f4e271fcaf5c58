import type { MeetingDraft } from '../../domain/meeting-draft.ts';

/** What has to be filled in before a meeting can be published: the id of its field, and what is wrong with it. */
export interface Gap {
  readonly field: string;
  readonly kind: 'committee' | 'date' | 'time' | 'venue' | 'reason' | 'no-items' | 'title' | 'pages' | 'name';
}

/** `needsReason` for every version after the first. */
export const gapsOf = (draft: MeetingDraft, needsReason: boolean): readonly Gap[] => {
  const { committee, date, time, venue, items, seats, reason } = draft;
  return [
    ...gap(empty(committee.name), 'committee', 'committee'),
    ...gap(!/^\d{4}-\d\d-\d\d$/u.test(date), 'date', 'date'),
    ...gap(!/^\d\d:\d\d$/u.test(time), 'time', 'time'),
    ...gap(empty(venue), 'venue', 'venue'),
    // A meeting that is cancelled may have no agenda any more.
    ...gap(items.length === 0 && draft.state !== 'cancelled', 'add-item', 'no-items'),
    ...items.flatMap(({ key, title }) => gap(empty(title), itemField(key), 'title')),
    ...items.flatMap(({ key, pages }) => gap(isHalf(pages ?? null), itemField(key), 'pages')),
    ...seats.flatMap((seat, at) => gap('name' in seat && empty(seat.name), seatField(at), 'name')),
    ...gap(needsReason && empty(reason), 'reason', 'reason'),
  ];
};

const empty = (text: string | undefined): boolean => (text ?? '').trim() === '';

const isHalf = (pages: { readonly first: string; readonly last: string } | null): boolean =>
  pages !== null && (pages.first === '') !== (pages.last === '');

const gap = (isOne: boolean, field: string, kind: Gap['kind']): readonly Gap[] =>
  isOne ? [{ field, kind }] : [];

/** Ids of the rows, so that a fault can lead to its row. */
export const itemField = (key: string): string => `item-${key}`;
export const seatField = (at: number): string => `seat-${at}`;
