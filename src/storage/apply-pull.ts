import type { AnyEvent } from '../domain/event.ts';
import { eventToRow, type Author } from './event-rows.ts';
import { changeMeta, readMeta } from './meta.ts';
import type { RecordsDatabase } from './records-database.ts';
import { withdrawManifest } from './withdraw-manifest.ts';

/** One row of the council's log, checked. */
export type Arrived =
  | {
      readonly kind: 'event';
      readonly event: AnyEvent;
      readonly digest: string;
      readonly seq: number;
      readonly receivedAt: string;
      readonly chain: string;
      readonly author: Author;
    }
  /** Of a kind that this version does not know. */
  | { readonly kind: 'opaque'; readonly id: string; readonly item: unknown }
  /** Its digest does not match what it says, so it is not believed. */
  | { readonly kind: 'refused'; readonly id: string; readonly stated: string; readonly computed: string };

export interface Pulled {
  readonly sentCursor: string;
  readonly response: { readonly epoch: string; readonly purges: readonly string[]; readonly cursor: string };
  readonly etag: string | null;
  readonly items: readonly Arrived[];
}

/**
 * Keeps items, purges and the new cursor as one, and only if the stored cursor is still the one that was
 * sent: of two tabs that pulled the same page, one is answered false and nothing is skipped.
 */
export const applyPull = async (
  db: RecordsDatabase,
  { sentCursor, response, etag, items }: Pulled,
): Promise<boolean> =>
  db.transaction('rw', pullTables(db), async () => {
    const meta = await readMeta(db);
    if (meta.cursor !== sentCursor) return false;
    if (meta.epoch !== null && meta.epoch !== response.epoch) return false;
    for (const item of items) await keep(db, item);
    for (const id of response.purges) await purge(db, id);
    await changeMeta(db, { epoch: response.epoch, cursor: response.cursor, etag });
    return true;
  });

// What a purge may take with it is part of the same transaction.
const pullTables = (db: RecordsDatabase) => [
  db.meta,
  db.events,
  db.opaque,
  db.faults,
  db.outbox,
  db.manifests,
  db.manifestVersions,
  db.packs,
  db.blobs,
  db.chunks,
  db.places,
];

/** Keeps rows that were pulled earlier and are understood only now, after an update of the app. */
export const keepItems = async (db: RecordsDatabase, items: readonly Arrived[]): Promise<void> => {
  await db.transaction('rw', [db.events, db.opaque, db.faults], async () => {
    for (const item of items) await keep(db, item);
  });
};

const keep = async (db: RecordsDatabase, item: Arrived): Promise<void> => {
  if (item.kind === 'refused') {
    await db.faults.put({ id: item.id, kind: 'digest-differs', ours: item.computed, theirs: item.stated });
  } else if (item.kind === 'opaque') {
    await db.opaque.put({ id: item.id, item: item.item });
  } else {
    await keepEvent(db, item);
  }
};

const keepEvent = async (db: RecordsDatabase, item: Extract<Arrived, { kind: 'event' }>): Promise<void> => {
  const { event, digest, seq, receivedAt, chain, author } = item;
  const own = await db.events.get(event.id);
  await db.opaque.delete(event.id);
  if (own === undefined) {
    await db.events.add(eventToRow(event, digest, db.personId, { seq, receivedAt, chain, author }));
  } else if (own.digest === digest) {
    await db.events.put({ ...own, seq, receivedAt, chain, author });
  } else {
    // What was said here is never replaced; that the two differ is itself worth knowing.
    await db.faults.put({ id: event.id, kind: 'digest-differs', ours: own.digest, theirs: digest });
  }
};

const purge = async (db: RecordsDatabase, id: string): Promise<void> => {
  const event = (await db.events.get(id))?.event;
  await db.events.delete(id);
  if (event?.type === 'meeting.publish') {
    await withdrawManifest(db, event.body.meetingId, event.body.version);
  }
  await db.opaque.delete(id);
  // The council can only purge what it has: nothing is left to send, although its receipt went astray.
  await db.outbox
    .where('id')
    .equals(id)
    .and((row) => row.state === 'pending')
    .modify({ state: 'received' });
};
