import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { syncHeader } from '../../../src/protocol/push.ts';
import type { Outcome } from '../../../src/sync/outcome.ts';
import { pull } from '../../../src/sync/pull.ts';
import { createTablet, createWorld, type Tab } from './tablet.ts';

const at = '2026-01-05T09:00:00.000Z';
const epoch = 'e';

/** Of a kind that nobody knows yet, so that its digest is nobody's business. */
const makeItem = () => ({
  seq: 1,
  receivedAt: at,
  digest: 'd'.repeat(64),
  chain: 'c'.repeat(64),
  author: { personId: randomUUID(), name: 'Nobody', role: null },
  event: {
    id: randomUUID(),
    councilId: randomUUID(),
    personId: randomUUID(),
    type: 'vote.cast',
    typeVersion: 1,
    body: {},
    refs: [],
    madeAt: at,
    zone: 'Europe/London',
    salt: '0'.repeat(32),
  },
});

interface Page {
  readonly cursor: string;
  readonly items: readonly unknown[];
  /** Null instead of a further cursor ends the log. */
  readonly next: string | null;
}

/** A tablet whose server has just these pages; `asked` hears of each cursor before the answer is given. */
const setUp = async (pages: readonly Page[], asked: (cursor: string, tab: Tab) => Promise<void>) => {
  const world = await createWorld();
  const tablet = createTablet(world, 'member');
  await tablet.enrol();
  const tab = tablet.openTab();
  const enrolment = await tab.ports.enrolments.read();
  if (enrolment === null) throw new Error('enrol first');
  let breaths = 0;
  const outside = {
    ...tab.ports.outside,
    breathe: () => {
      breaths += 1;
      return Promise.resolve();
    },
    fetch: async (path: string) => {
      const cursor = new URL(path, 'http://tablet').searchParams.get('cursor') ?? '';
      await asked(cursor, tab);
      const page = pages.find((one) => one.cursor === cursor);
      if (page === undefined) throw new TypeError('no network');
      const body = {
        epoch,
        serverTime: at,
        items: page.items,
        purges: [],
        cursor: page.next ?? 'end',
        more: page.next !== null,
        device: 'ok',
      };
      return Response.json(body, { headers: { [syncHeader.name]: syncHeader.value } });
    },
  };
  const run = (): Promise<Outcome> => pull({ ...tab.ports, outside }, enrolment);
  return { tab, run, breaths: () => breaths };
};

const [one, two, three] = [makeItem(), makeItem(), makeItem()];
const log: readonly Page[] = [
  { cursor: '', items: [one], next: 'a' },
  { cursor: 'a', items: [two], next: 'b' },
  { cursor: 'b', items: [three], next: null },
];
const idsOf = async (tab: Tab): Promise<string[]> =>
  (await tab.records.opaque.toArray()).map(({ id }) => id).toSorted();
const allIds = [one, two, three].map(({ event }) => event.id).toSorted();

test('each page is asked for once, and before the one that comes before it is kept', async () => {
  const asked: string[] = [];
  const keptWhenAsked: number[] = [];
  const { tab, run } = await setUp(log, async (cursor, { records }) => {
    asked.push(cursor);
    keptWhenAsked.push(await records.opaque.count());
  });
  expect(await run()).toEqual({ kind: 'done' });
  expect(asked).toEqual(['', 'a', 'b']);
  expect(keptWhenAsked.map((kept, at) => kept < Math.max(1, at))).toEqual([true, true, true]);
  expect(await idsOf(tab)).toEqual(allIds);
  expect((await tab.ports.store.readMeta()).cursor).toBe('end');
});

test('where another tab has kept a page meanwhile, its cursor is gone on from', async () => {
  const asked: string[] = [];
  const { tab, run } = await setUp(log, async (cursor, { ports }) => {
    asked.push(cursor);
    if (asked.length > 1) return;
    const items = [one, two].map((item) => ({ kind: 'opaque' as const, id: item.event.id, item }));
    const response = { epoch, purges: [], cursor: 'b' };
    await ports.store.applyPull({ sentCursor: '', response, etag: null, items });
  });
  expect(await run()).toEqual({ kind: 'done' });
  expect(asked).toEqual(['', 'a', 'b']);
  expect(await idsOf(tab)).toEqual(allIds);
  expect((await tab.ports.store.readMeta()).cursor).toBe('end');
});

test('a page with an item that is none is not believed; the one before it stays', async () => {
  const broken = log.map((page) => (page.cursor === 'a' ? { ...page, items: [two, { seq: 'x' }] } : page));
  const { tab, run } = await setUp(broken, () => Promise.resolve());
  expect(await run()).toEqual({ kind: 'retry', retryAfter: null });
  expect(await idsOf(tab)).toEqual([one.event.id]);
  expect((await tab.ports.store.readMeta()).cursor).toBe('a');
});

test('a page that is lost on the way takes nothing with it', async () => {
  const { tab, run } = await setUp(log.slice(0, 1), () => Promise.resolve());
  expect(await run()).toEqual({ kind: 'retry', retryAfter: null });
  expect(await idsOf(tab)).toEqual([one.event.id]);
  expect((await tab.ports.store.readMeta()).cursor).toBe('a');
});

test('the person gets a word in while a long page is checked', async () => {
  const items = Array.from({ length: 260 }, makeItem);
  const { tab, run, breaths } = await setUp([{ cursor: '', items, next: null }], () => Promise.resolve());
  expect(await run()).toEqual({ kind: 'done' });
  expect(breaths()).toBeGreaterThanOrEqual(5);
  expect(await tab.records.opaque.count()).toBe(260);
});
