import type { Watch } from '../domain/watch.ts';
import type { Place } from './place-row.ts';
import type { RecordsDatabase } from './records-database.ts';
import { withReopen } from './reopen.ts';
import { watchQuery } from './watch-query.ts';

export type { Place };

export const readPlace = async (db: RecordsDatabase, meetingId: string): Promise<Place | null> =>
  (await withReopen(db, () => db.places.get(meetingId))) ?? null;

export const savePlace = async (
  db: RecordsDatabase,
  meetingId: string,
  place: Omit<Place, 'meetingId'>,
): Promise<void> => {
  await withReopen(db, () => db.places.put({ ...place, meetingId }));
};

/** The place read last in any meeting. */
export const watchLastPlace = (db: RecordsDatabase): Watch<Place | null> =>
  watchQuery(db, async () => (await db.places.orderBy('at').last()) ?? null);
