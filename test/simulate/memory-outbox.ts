import type { Progress } from '../../src/storage/outbox-row.ts';
import type { SaveRequest } from '../../src/storage/save-events.ts';
import { eventToRow } from '../../src/storage/event-rows.ts';
import type { Outgoing, SyncStore } from '../../src/sync/ports.ts';
import type { MemoryRows, Transact } from './memory-rows.ts';

type OutboxVerbs = Pick<
  SyncStore,
  'adoptOutbox' | 'readPending' | 'storeAnswer' | 'changeEpoch' | 'countHeld'
>;

/** The outbox with the same promises as storage/outbox.ts; the conformance tests hold the two together. */
export const createMemoryOutbox = (transact: Transact): OutboxVerbs => ({
  adoptOutbox: (deviceId) =>
    transact('write', 'adoptOutbox', (rows) => {
      if (rows.meta.deviceId === deviceId) return;
      rows.meta = { ...rows.meta, deviceId };
      offerFrom(rows, deviceId, 1, pendingOf(rows));
    }),
  readPending: (limit) => transact('read', 'readPending', (rows) => readPending(rows, limit)),
  storeAnswer: ({ deviceId, epoch, results, next }) =>
    transact('write', 'storeAnswer', (rows) => {
      if (rows.meta.epoch !== null && rows.meta.epoch !== epoch) return;
      for (const receipt of results) {
        const row = rows.outbox.get(receipt.id);
        if (row === undefined) continue;
        const taken = receipt.status === 'applied' || receipt.status === 'duplicate';
        rows.outbox.set(receipt.id, { ...row, state: taken ? 'received' : receipt.status, receipt });
      }
      if (rows.meta.deviceId !== deviceId) return;
      const behind = all(rows).filter((row) => row.deviceId === deviceId && row.n >= next);
      offerFrom(rows, deviceId, next, behind);
    }),
  changeEpoch: ({ deviceId, epoch, next }) =>
    transact('write', 'changeEpoch', (rows) => {
      if (rows.meta.epoch === epoch || rows.meta.deviceId !== deviceId) return;
      rows.meta = { ...rows.meta, epoch, cursor: '', etag: null, isRereading: rows.meta.epoch !== null };
      const mayBeMissing = all(rows).filter(
        (row) => row.state === 'pending' || row.deviceId !== deviceId || row.n >= next,
      );
      offerFrom(rows, deviceId, next, mayBeMissing);
      for (const { id } of mayBeMissing) {
        const row = rows.events.get(id);
        if (row !== undefined)
          rows.events.set(id, { ...row, seq: null, receivedAt: null, chain: null, author: null });
      }
    }),
  countHeld: (deviceId) =>
    transact(
      'read',
      'countHeld',
      (rows) => all(rows).filter((row) => row.state === 'held' && row.deviceId === deviceId).length,
    ),
});

const all = (rows: MemoryRows): readonly Progress[] => [...rows.outbox.values()];

export const pendingOf = (rows: MemoryRows): readonly Progress[] =>
  all(rows).filter((row) => row.state === 'pending');

const readPending = (rows: MemoryRows, limit: number): readonly Outgoing[] => {
  const { deviceId } = rows.meta;
  const pending = pendingOf(rows)
    .toSorted((a, b) => a.n - b.n)
    .slice(0, limit);
  const outgoing: Outgoing[] = [];
  for (const row of pending) {
    const stored = rows.events.get(row.id);
    const previous = outgoing.at(-1);
    if (row.deviceId !== deviceId || stored === undefined) continue;
    if (previous !== undefined && row.n !== previous.n + 1) break;
    const { n, offsetMs } = row;
    outgoing.push({ deviceId, n, clock: { offsetMs }, digest: stored.digest, event: stored.event });
  }
  return outgoing;
};

const offerFrom = (rows: MemoryRows, deviceId: string, next: number, offered: readonly Progress[]): void => {
  let n = next;
  // An erased record can never be offered again.
  const present = offered.filter((row) => rows.events.has(row.id));
  const inOrder = present.toSorted((a, b) => a.place - b.place);
  for (const row of inOrder) rows.outbox.set(row.id, { ...row, deviceId, n: n++, state: 'pending' });
  rows.meta = { ...rows.meta, nextN: n };
};

/** As storage/save-events.ts saves: all or nothing, with the numbers that are next. */
export const saveInMemory = (
  transact: Transact,
  personId: string,
  { deviceId, made, queuedAt }: SaveRequest,
): Promise<void> =>
  transact('save', 'saveEvents', (rows) => {
    const counting = rows.meta.deviceId ?? deviceId;
    const unknown = made.filter(({ event }) => !rows.events.has(event.id));
    for (const [at, { event, digest }] of unknown.entries()) {
      rows.events.set(event.id, eventToRow(event, digest, personId, null));
      rows.outbox.set(event.id, {
        place: rows.nextPlace++,
        id: event.id,
        deviceId: counting,
        n: rows.meta.nextN + at,
        state: 'pending',
        offsetMs: rows.meta.clockOffsetMs,
        receipt: null,
        queuedAt,
      });
    }
    rows.meta = { ...rows.meta, deviceId: counting, nextN: rows.meta.nextN + unknown.length };
  });
