import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { settle } from '../../support/settle.ts';
import { openWhip } from '../../../src/app/whip.ts';
import { createDirtyForms } from '../../../src/app/dirty-forms.ts';
import { exportUnsent } from '../../../src/app/records-export.ts';
import { watchLeave } from '../../../src/app/records-leave.ts';
import { watchRecord } from '../../../src/app/records-one.ts';
import { recordPresence } from '../../../src/app/declaration-standing.ts';
import { openDeclaration } from '../../../src/app/declaration.ts';
import {
  watchRecords,
  type RecordGroup,
  type RecordLine,
  type RecordState,
} from '../../../src/app/records.ts';
import { firstValue } from '../../../src/app/records-watch.ts';
import type { Receipt } from '../../../src/domain/receipt.ts';
import type { OutboxState } from '../../../src/storage/outbox.ts';
import { createTestTablet, ids, manifest, startMs, type TestTablet } from './records-tablet.ts';
import { apologise, declareEmployment } from './own-statements.ts';
import { stalledAfterMs } from '../../../src/sync/sync-state.ts';

const saidIn = (group: RecordGroup | undefined): readonly RecordLine[] =>
  group?.lines.filter((line) => line.kind === 'said') ?? [];

const stateNow = async ({ services }: TestTablet): Promise<RecordState | undefined> =>
  saidIn((await firstValue(watchRecords(services))).groups[0])[0]?.state;

/** What the sync does when an answer comes. */
const answered = async (tablet: TestTablet, id: string, state: OutboxState, receipt: Receipt | null) => {
  await settle(tablet.services.records, id, state, receipt);
};

const receivedAt = '2016-01-31T21:10:00.000Z';

test('a record waits, stalls once the sync says that something does, and shows its receipt and its number', async () => {
  const tablet = await createTestTablet(ids.anna);
  expect(await firstValue(watchRecords(tablet.services))).toEqual({
    groups: [],
    unsent: 0,
    stalled: 0,
    askAboutErased: [],
  });
  const id = await apologise(tablet);
  expect(await stateNow(tablet)).toEqual({ kind: 'waiting', stalled: false });

  tablet.clock.now += stalledAfterMs;
  expect(await stateNow(tablet)).toEqual({ kind: 'waiting', stalled: false });
  tablet.sync.set({ ...tablet.sync.get(), stalled: 1 });
  expect(await stateNow(tablet)).toEqual({ kind: 'waiting', stalled: true });
  const later = await apologise(tablet);
  expect(await stateNow(tablet)).toEqual({ kind: 'waiting', stalled: false });
  expect(await firstValue(watchRecords(tablet.services))).toMatchObject({ unsent: 2, stalled: 1 });
  await answered(tablet, later, 'held', null);

  const receipt: Receipt = { id, n: 1, status: 'applied', seq: 4812, receivedAt, chain: 'c'.repeat(64) };
  await answered(tablet, id, 'received', receipt);
  const [, first] = saidIn((await firstValue(watchRecords(tablet.services))).groups[0]);
  expect(first?.state).toEqual({ kind: 'received', at: receivedAt, number: 4812 });
});

test('a record that the clerk must look at says why, and one that is held says so', async () => {
  const tablet = await createTestTablet(ids.anna);
  const id = await apologise(tablet);
  await answered(tablet, id, 'quarantined', {
    id,
    n: 1,
    status: 'quarantined',
    receivedAt,
    code: 'unknown_meeting',
  });
  expect(await stateNow(tablet)).toEqual({ kind: 'quarantined', at: receivedAt, code: 'unknown_meeting' });
  await answered(tablet, id, 'held', { id, n: 1, status: 'held', receivedAt, code: 'device_revoked' });
  expect(await stateNow(tablet)).toEqual({ kind: 'held', at: receivedAt });
});

test('records stand newest first under their meeting, and each page tells what became of it', async () => {
  const tablet = await createTestTablet(ids.anna);
  const first = await apologise(tablet);
  tablet.clock.now += 60_000;
  const second = await apologise(tablet);
  const view = await firstValue(watchRecords(tablet.services));
  expect(view.groups.map((group) => [group.committee, saidIn(group).map(({ event }) => event.id)])).toEqual([
    ['Roads Panel', [second, first]],
  ]);
  expect(await firstValue(watchRecord(tablet.services, first))).toMatchObject({
    stands: false,
    replacedBy: second,
  });
  expect(await firstValue(watchRecord(tablet.services, second))).toMatchObject({
    stands: true,
    replacedBy: null,
  });
  expect(await firstValue(watchRecord(tablet.services, ids.meeting))).toEqual({ kind: 'unknown' });
});

test('the export holds every unsent record whole, and none that has a receipt', async () => {
  const tablet = await createTestTablet(ids.anna);
  const sent = await apologise(tablet);
  const receipt: Receipt = { id: sent, n: 1, status: 'applied', seq: 1, receivedAt, chain: 'c'.repeat(64) };
  await answered(tablet, sent, 'received', receipt);
  const unsent = await apologise(tablet);
  const file = await exportUnsent(tablet.services);
  const [, event] = await tablet.said();
  expect(file).toMatchObject({ name: 'order-paper-records-2016-01-31.json', count: 1 });
  expect(JSON.parse(file.text)).toMatchObject({ personId: ids.anna, records: [{ event }] });
  expect(event?.id).toBe(unsent);
});

test('the bar to leave shows on the day, until the member is back', async () => {
  const tablet = await createTestTablet(ids.anna);
  const declared = await declareEmployment(tablet);
  const bar = (itemId: string | null = null) => firstValue(watchLeave(tablet.services, ids.meeting, itemId));

  expect(await bar()).toBeNull();
  tablet.clock.now = startMs;
  expect(await bar()).toMatchObject({
    made: { id: declared },
    nextItem: { id: ids.schools },
    hasLeft: false,
  });
  expect(await bar(ids.schools)).toBeNull();
  await recordPresence(tablet.services, declared, 'item.left', ['I have left']);
  expect(await bar(ids.roads)).toMatchObject({ hasLeft: true });
  tablet.clock.now += 60_000;
  await recordPresence(tablet.services, declared, 'item.returned', ['I have returned']);
  expect(await bar()).toBeNull();
});

test('a whip is declared at scrutiny only, with item, group and nature', async () => {
  const tablet = await createTestTablet(ids.anna);
  const opened = await openWhip(tablet.services, ids.meeting, null);
  if (!opened.ok) throw new Error(opened.error);
  const { draft, next, record } = opened.value;
  expect(next()).toEqual(['itemId', 'group', 'nature']);
  draft.change({ ...draft.current(), itemId: ids.roads, group: ' Blue ', nature: 'To vote for it' });
  expect(next()).toEqual([]);
  expect((await record(['Check your answers'])).ok).toBe(true);
  expect((await tablet.said())[0]).toMatchObject({
    type: 'whip.declare',
    body: { item: { number: '4', title: 'Roads' }, group: 'Blue', nature: 'To vote for it' },
  });

  const committee = { ...manifest.committee, type: 'executive' } as const;
  const cabinet = await createTestTablet(ids.anna, undefined, { ...manifest, committee });
  expect(await openWhip(cabinet.services, ids.meeting, null)).toEqual({ ok: false, error: 'not-scrutiny' });
});

test('a form that is being filled in is known in the other tab, and no longer when it is closed', async () => {
  const held = new Set<string>();
  const locks = {
    request: async (name: string, _options: LockOptions, work: LockGrantedCallback<unknown>) => {
      held.add(name);
      await work(null);
      held.delete(name);
    },
    query: () => Promise.resolve({ held: [...held].map((name) => ({ name })), pending: [] }),
  };
  const here = createDirtyForms(locks as unknown as LockManager);
  const there = createDirtyForms(locks as unknown as LockManager);
  expect(await there.anywhere()).toBe(false);
  const release = here.hold();
  expect([here.here(), there.here(), await there.anywhere()]).toEqual([true, false, true]);
  const clean = here.cleanHere();
  release();
  release();
  await clean;
  expect([here.here(), await there.anywhere()]).toEqual([false, false]);
});

test('rules that this app does not know open no form', async () => {
  const tablet = await createTestTablet(ids.anna, undefined, {
    ...manifest,
    regime: { id: 'LGA-2020', version: 99 },
  });
  expect(await openDeclaration(tablet.services, ids.meeting, null)).toEqual({
    ok: false,
    error: 'app-too-old',
  });
  expect(await openDeclaration(tablet.services, ids.council, null)).toEqual({ ok: false, error: 'unknown' });
});
