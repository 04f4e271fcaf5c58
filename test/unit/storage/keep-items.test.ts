import { IDBFactory } from 'fake-indexeddb';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readEventRow, readEventRows } from '../../../src/storage/event-view.ts';
import { applyPull } from '../../../src/storage/apply-pull.ts';
import type { Arrived } from '../../../src/storage/keep-items.ts';
import { saveEvents } from '../../../src/storage/save-events.ts';
import { makeRecord, openTab, personId, request } from './records.ts';

const ids = Array.from({ length: 6 }, (_, at) => `00000000-0000-7000-8000-00000000000${at}`);
const author = { personId, name: 'Cllr A. Member', role: null };

const arrivedEvent = (id: string, version: number): Arrived => ({
  kind: 'event',
  event: makeRecord(id).event,
  digest: version === 0 ? makeRecord(id).digest : `another digest of ${id}`,
  seq: version + 10,
  receivedAt: '2026-01-05T09:00:00.000Z',
  chain: 'c'.repeat(64),
  author,
});

const anyItem: fc.Arbitrary<Arrived> = fc
  .record({ id: fc.constantFrom(...ids), kind: fc.nat(5), version: fc.nat(1) })
  .map(({ id, kind, version }) => {
    if (kind === 0) return { kind: 'opaque', id, item: { version } };
    if (kind === 1) return { kind: 'refused', id, stated: 'stated', computed: `computed ${version}` };
    return arrivedEvent(id, version);
  });

interface Kept {
  readonly events: Map<string, { digest: string; seq: number | null }>;
  readonly opaque: Map<string, unknown>;
  readonly faults: Map<string, string>;
}

/** What is to come of it, one item after the other. */
const keepOne = ({ events, opaque, faults }: Kept, item: Arrived): void => {
  if (item.kind === 'opaque') opaque.set(item.id, item.item);
  else if (item.kind === 'refused') faults.set(item.id, item.computed);
  else {
    const { id } = item.event;
    const own = events.get(id);
    opaque.delete(id);
    if (own === undefined || own.digest === item.digest)
      events.set(id, { digest: item.digest, seq: item.seq });
    else faults.set(id, own.digest);
  }
};

const purgeOne = ({ events, opaque }: Kept, id: string): void => {
  events.delete(id);
  opaque.delete(id);
};

test('pages are kept as if each item had come by itself', { timeout: 20_000 }, async () => {
  const page = fc.record({
    items: fc.array(anyItem, { maxLength: 8 }),
    purges: fc.array(fc.constantFrom(...ids), { maxLength: 2 }),
  });
  const history = fc.record({
    saved: fc.subarray(ids, { maxLength: 3 }),
    pages: fc.array(page, { maxLength: 3 }),
  });
  await fc.assert(
    fc.asyncProperty(history, async ({ saved, pages }) => {
      const db = openTab(new IDBFactory());
      const model: Kept = { events: new Map(), opaque: new Map(), faults: new Map() };
      await saveEvents(db, request(saved.map((id) => makeRecord(id))));
      for (const id of saved) model.events.set(id, { digest: makeRecord(id).digest, seq: null });
      for (const [at, { items, purges }] of pages.entries()) {
        const sentCursor = at === 0 ? '' : String(at);
        const response = { epoch: 'e', purges, cursor: String(at + 1) };
        expect(await applyPull(db, { sentCursor, response, etag: null, items })).toBe(true);
        for (const item of items) keepOne(model, item);
        for (const id of purges) purgeOne(model, id);
      }
      const events = await readEventRows(db);
      expect(new Map(events.map(({ id, digest, seq }) => [id, { digest, seq }]))).toEqual(model.events);
      expect(new Map((await db.opaque.toArray()).map(({ id, item }) => [id, item]))).toEqual(model.opaque);
      expect(new Map((await db.faults.toArray()).map(({ id, ours }) => [id, ours]))).toEqual(model.faults);
      db.close();
    }),
    { numRuns: 60 },
  );
});

test('a record of this tablet that comes back keeps what was said here and learns its number', async () => {
  const db = openTab();
  const made = makeRecord(ids[0]);
  await saveEvents(db, request([made]));
  const response = { epoch: 'e', purges: [], cursor: '1' };
  const items = [arrivedEvent(made.event.id, 0), arrivedEvent(makeRecord().event.id, 0)];
  await applyPull(db, { sentCursor: '', response, etag: null, items });
  expect(await readEventRow(db, made.event.id)).toMatchObject({
    event: made.event,
    seq: 10,
    mine: 1,
    author,
  });
  expect((await readEventRows(db)).length).toBe(2);
});

test('of a page that another tab has kept nothing is kept again', async () => {
  const db = openTab();
  const response = { epoch: 'e', purges: [], cursor: '1' };
  await applyPull(db, { sentCursor: '', response, etag: '"1"', items: [] });
  const items = [arrivedEvent(makeRecord().event.id, 0)];
  const late = { epoch: 'e', purges: [], cursor: '2' };
  expect(await applyPull(db, { sentCursor: '', response: late, etag: null, items })).toBe(false);
  expect((await readEventRows(db)).length).toBe(0);
  expect((await db.meta.get('sync'))?.cursor).toBe('1');
});
