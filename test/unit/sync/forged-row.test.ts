import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { readOwnRows } from '../../../src/storage/outbox.ts';
import { settle } from '../../support/settle.ts';
import { readEventRow, readEventRows } from '../../../src/storage/event-view.ts';
import { PullResponseSchema, type LogItem } from '../../../src/protocol/pull.ts';
import { pull, readOpaqueAgain } from '../../../src/sync/pull.ts';
import { apology } from '../server/said.ts';
import { createTablet, createWorld, type Tab } from './tablet.ts';

/** Lets the tablet pull, with the server's items changed on the way. */
const pullChanged = async (tab: Tab, change: (item: LogItem) => unknown): Promise<void> => {
  const enrolment = await tab.ports.enrolments.read();
  if (enrolment === null) throw new Error('enrol first');
  const outside = {
    ...tab.ports.outside,
    fetch: async (path: string, init: RequestInit) => {
      const response = await tab.ports.outside.fetch(path, init);
      if (!path.startsWith('/sync/v1/pull')) return response;
      const body = v.parse(PullResponseSchema, await response.json());
      return new Response(JSON.stringify({ ...body, items: body.items.map(change) }), response);
    },
  };
  expect(await pull({ ...tab.ports, outside }, enrolment)).toEqual({ kind: 'done' });
};

const setUp = async () => {
  const world = await createWorld();
  const author = createTablet(world, 'member');
  await author.enrol();
  const writer = author.openTab();
  const [id = ''] = await writer.say(apology(world.council));
  await writer.sync();
  const reader = createTablet(world, 'clerk');
  await reader.enrol();
  return { world, id, writer, tab: reader.openTab() };
};

test('a row whose digest does not match what it says is refused, and the fault is kept', async () => {
  const { id, tab } = await setUp();
  await pullChanged(tab, (item) =>
    item.event.id === id ? { ...item, event: { ...item.event, madeAt: '2026-01-01T00:00:00.000Z' } } : item,
  );
  expect(await readEventRow(tab.records, id)).toBeNull();
  expect(await tab.records.faults.get(id)).toMatchObject({ kind: 'digest-differs' });
  expect((await readEventRows(tab.records)).length).toBe(1);
});

test('what was said here is never replaced by another row of the same id', async () => {
  const { id, writer } = await setUp();
  const before = await readEventRow(writer.records, id);
  const meta = await writer.ports.store.readMeta();
  const other = { ...before?.event, id, madeAt: '2026-01-01T00:00:00.000Z' };
  await writer.ports.store.applyPull({
    sentCursor: meta.cursor,
    response: { epoch: meta.epoch ?? '', purges: [], cursor: 'next' },
    etag: null,
    items: [
      {
        kind: 'event',
        event: other as NonNullable<typeof before>['event'],
        digest: 'f'.repeat(64),
        seq: 99,
        receivedAt: '2026-01-01T00:00:00.000Z',
        chain: 'f'.repeat(64),
        author: { personId: randomUUID(), name: 'Nobody', role: null },
      },
    ],
  });
  expect(await readEventRow(writer.records, id)).toEqual(before);
  expect(await writer.records.faults.get(id)).toMatchObject({ ours: before?.digest, theirs: 'f'.repeat(64) });
});

test('an event of a newer kind is kept unseen, and read once the app understands it', async () => {
  const { id, tab } = await setUp();
  const originals = new Map<string, unknown>();
  await pullChanged(tab, (item) => {
    if (item.event.id !== id) return item;
    originals.set(id, item);
    return { ...item, event: { ...item.event, type: 'vote.cast', typeVersion: 2 } };
  });
  expect(await readEventRow(tab.records, id)).toBeNull();
  expect(await tab.records.opaque.get(id)).toMatchObject({ id });
  await readOpaqueAgain(tab.ports);
  expect(await tab.records.opaque.count()).toBe(1);

  // The next version of the app knows the kind: as if this one did.
  await tab.records.opaque.put({ id, item: originals.get(id) });
  await readOpaqueAgain(tab.ports);
  expect(await readEventRow(tab.records, id)).toMatchObject({ type: 'apology.send' });
  expect(await tab.records.opaque.count()).toBe(0);
});

test('a purge takes the row away; a record that still waits counts as received', async () => {
  const { id, writer } = await setUp();
  await settle(writer.records, id, 'pending');
  const meta = await writer.ports.store.readMeta();
  await writer.ports.store.applyPull({
    sentCursor: meta.cursor,
    response: { epoch: meta.epoch ?? '', purges: [id], cursor: 'next' },
    etag: null,
    items: [],
  });
  expect(await readEventRow(writer.records, id)).toBeNull();
  expect((await readOwnRows(writer.records)).map((row) => row.state)).toEqual(['received']);
});
