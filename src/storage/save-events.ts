import type { AnyEvent } from '../domain/event.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { meetingOf } from './event-rows.ts';
import { readBundled, rowsWithIds } from './bundles.ts';
import { Changes } from './changes.ts';
import { freshMeta, readMeta } from './meta.ts';
import type { MetaRow, SyncMeta } from './meta-row.ts';
import { lastWaiting, nextNumber } from './next-number.ts';
import type { OutboxRow } from './outbox-row.ts';
import type { RecordsDatabase } from './records-database.ts';
import { isConstraintError, isLostConnection, isQuotaError, reopen, writeTogether } from './reopen.ts';
import { writeDirect } from './write-direct.ts';

/**
 * Why nothing was saved. The form stays on the screen: `full` can be helped by removing packs. `ended`: another tab
 * has completed or cleared it.
 */
export type SaveFault =
  | { readonly kind: 'full' }
  | { readonly kind: 'not-saved' }
  | { readonly kind: 'ended' };

export interface Made {
  readonly event: AnyEvent;
  readonly digest: string;
}

/** The draft that records complete. */
export interface CompletedDraft {
  readonly key: string;
  /** Whether it was seen to be kept. Where it is no longer there, it was completed before: nothing is saved. */
  readonly isKept: boolean;
}

export interface SaveRequest {
  readonly deviceId: string;
  readonly made: readonly Made[];
  readonly draft: CompletedDraft | null;
  /** The tablet's clock. */
  readonly queuedAt: number;
}

/**
 * Saves records, their places and numbers `n` in the outbox and the end of the draft as one: all or
 * nothing. Answers when the browser says that the transaction is complete, never before.
 */
export const saveEvents = async (
  db: RecordsDatabase,
  request: SaveRequest,
): Promise<Result<void, SaveFault>> => {
  try {
    const isSaved = await writeNew(db, request).catch((cause: unknown) => {
      // The first try may have been committed without our hearing of it.
      if (isLostConnection(cause)) return reopen(db).then(() => writeUnknown(db, request));
      if (isConstraintError(cause)) return writeUnknown(db, request);
      throw cause;
    });
    return isSaved ? ok(undefined) : err({ kind: 'ended' });
  } catch (cause) {
    return err({ kind: isQuotaError(cause) ? 'full' : 'not-saved' });
  }
};

// Nobody looks whether these ids are here already: a save asks as little as it can.
const writeNew = async (db: RecordsDatabase, request: SaveRequest): Promise<boolean> => {
  const { draft } = request;
  const changes = new Changes(db);
  let isSaved = false;
  await writeDirect(db, [db.meta, db.outbox, db.drafts], (store, end) => {
    const asked: IDBRequest<MetaRow | undefined> = store(db.meta).get('sync');
    const begun = draft?.isKept === true ? store(db.drafts).count(draft.key) : null;
    const looking = store(db.outbox).openCursor(null, 'prev');
    // Answered in the order of asking, and once: the cursor is not moved on.
    looking.addEventListener('success', () => {
      if (begun?.result === 0) return end();
      isSaved = true;
      const last = looking.result?.value as OutboxRow | undefined;
      const { queued, adopted } = numberFrom(asked.result ?? freshMeta, last, request);
      for (const row of queued) changes.add(store, db.outbox, row);
      if (adopted !== null) changes.put(store, db.meta, adopted, adopted.key);
      if (draft !== null) changes.remove(store, db.drafts, draft.key);
      end();
    });
  });
  changes.tell();
  return isSaved;
};

/** As `saveEvents`, but leaves alone what is here already, and rejects what fails. False: another tab ended the form. */
export const writeUnknown = (db: RecordsDatabase, request: SaveRequest): Promise<boolean> =>
  writeTogether(db, [db.meta, db.outbox, db.sent, db.drafts], async () => {
    const ids = request.made.map(({ event }) => event.id);
    const [waiting, sent, meta, last] = await Promise.all([
      rowsWithIds(db.outbox, 'id', ids),
      readBundled(db.sent, ids),
      readMeta(db),
      lastWaiting(db),
    ]);
    const isKnown = new Set([...waiting, ...sent].map(({ id }) => id));
    const made = request.made.filter(({ event }) => !isKnown.has(event.id));
    const { draft } = request;
    if (draft?.isKept === true && made.length > 0 && (await db.drafts.get(draft.key)) === undefined)
      return false;
    const { queued, adopted } = numberFrom(meta, last, { ...request, made });
    // What the first try saved ended the form as well: one that is there now was begun since.
    const isHere = made.length === 0;
    await Promise.all([
      db.outbox.bulkAdd(queued),
      // As they are: no screen has heard of them yet.
      db.outbox.bulkPut(waiting),
      adopted === null ? undefined : db.meta.put(adopted),
      draft === null || isHere ? undefined : db.drafts.delete(draft.key),
    ]);
    return true;
  });

interface Numbered {
  readonly queued: readonly Omit<OutboxRow, 'place'>[];
  /** What is to be written down of the device under which they count; null where it stands there already. */
  readonly adopted: MetaRow | null;
}

/** The rows of new records under the next numbers. */
const numberFrom = (
  meta: SyncMeta,
  last: OutboxRow | undefined,
  { deviceId, made, queuedAt }: SaveRequest,
): Numbered => {
  // A tab that has not heard of a new enrolment yet must not count under the old device.
  const counting = { ...meta, deviceId: meta.deviceId ?? deviceId };
  const first = nextNumber(counting, last);
  const queued = made.map(({ event, digest }, at) => ({
    id: event.id,
    meetingId: meetingOf(event),
    event,
    digest,
    deviceId: counting.deviceId,
    n: first + at,
    state: 'pending' as const,
    offsetMs: meta.clockOffsetMs,
    receipt: null,
    queuedAt,
  }));
  return { queued, adopted: meta.deviceId === null ? { ...counting, key: 'sync' } : null };
};
