import type { Watch } from '../domain/watch.ts';
import type { DeviceDatabase } from './device-database.ts';
import { withReopen, writeTogether } from './reopen.ts';
import { watchQuery } from './watch-query.ts';

/**
 * Notes how many unsent records the council took over from this browser before it signed it out. Stands
 * until the next enrolment, and is never lowered: after a crash in the middle nothing is left to count.
 */
export const noteSignedOut = async (db: DeviceDatabase, handedOver: number): Promise<void> => {
  await withReopen(db, () =>
    writeTogether(db, [db.signedOut], async () => {
      const noted = (await db.signedOut.get('current'))?.handedOver ?? 0;
      await db.signedOut.put({ key: 'current', handedOver: Math.max(noted, handedOver) });
    }),
  );
};

/** How many records were handed over, or null where the council has not signed this browser out. */
export const watchSignedOut = (db: DeviceDatabase): Watch<number | null> =>
  watchQuery(db, async () => (await db.signedOut.get('current'))?.handedOver ?? null);
