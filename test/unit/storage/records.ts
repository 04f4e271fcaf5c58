import 'fake-indexeddb/auto';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { randomUUID } from 'node:crypto';
import type { Watch } from '../../../src/domain/watch.ts';
import type { AnyEvent } from '../../../src/domain/event.ts';
import { openRecordsDatabase, type RecordsDatabase } from '../../../src/storage/records-database.ts';
import type { Made, SaveRequest } from '../../../src/storage/save-events.ts';

export const councilId = '00000000-0000-4000-8000-00000000000c';
export const personId = '00000000-0000-4000-8000-00000000000a';
export const meetingId = '00000000-0000-4000-8000-00000000000e';
export const deviceId = '00000000-0000-4000-8000-00000000000d';

/** A database of its own; the same factory again is another tab. */
export const openTab = (factory = new IDBFactory()): RecordsDatabase =>
  openRecordsDatabase(councilId, personId, { indexedDB: factory, IDBKeyRange });

/** A record as `app/record.ts` makes it; the digest is only a name here. */
export const makeRecord = (id: string = randomUUID()): Made => {
  const event: AnyEvent = {
    id,
    councilId,
    personId,
    type: 'apology.reason',
    typeVersion: 1,
    body: { meetingId, text: 'a hospital visit' },
    refs: [],
    madeAt: '2026-01-05T09:00:00.000Z',
    zone: 'Europe/London',
    salt: '0'.repeat(32),
  };
  return { event, digest: `digest of ${id}` };
};

export const request = (made: readonly Made[], queuedAt = 1): SaveRequest => ({
  deviceId,
  made,
  draft: null,
  queuedAt,
});

/** The first value of a watch for which `holds`. */
export const seen = <T>(watch: Watch<T>, holds: (value: T) => boolean = () => true): Promise<T> =>
  new Promise((resolve, reject) => {
    const watching = watch.subscribe((value) => {
      if (!holds(value)) return;
      resolve(value);
      queueMicrotask(() => watching.unsubscribe());
    }, reject);
  });
