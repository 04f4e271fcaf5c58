import { expect, onTestFinished, test } from 'vitest';
import { startSyncEngine, type SyncEngine } from '../../../src/sync/engine.ts';
import type { SyncState } from '../../../src/sync/sync-state.ts';
import { apology, declaration } from '../server/said.ts';
import { publishPaper } from './papers.ts';
import { until } from './settle.ts';
import { createTablet, createWorld, logOf, type Tab } from './tablet.ts';

const start = (tab: Tab): { readonly engine: SyncEngine; readonly state: () => SyncState } => {
  const engine = startSyncEngine(tab.ports);
  const states: SyncState[] = [];
  engine.state.subscribe((state) => states.push(state));
  onTestFinished(engine.stop);
  return {
    engine,
    state: () => {
      const last = states.at(-1);
      if (last === undefined) throw new Error('a watch tells its value at once');
      return last;
    },
  };
};

const setUp = async () => {
  const world = await createWorld();
  const tablet = createTablet(world, 'member');
  await tablet.enrol();
  const tab = tablet.openTab();
  return { world, tablet, tab };
};

const minute = 60_000;

test('what is saved goes out by itself, and the screens hear of the receipt', async () => {
  const { world, tab } = await setUp();
  const { state } = start(tab);
  await until(() => state().lastContact !== null && !state().busy);
  expect(state()).toMatchObject({ network: 'online', waiting: 0, need: 'nothing' });
  const [id] = await tab.say(apology(world.council));
  await until(async () => (await logOf(world)).log.length === 1 && state().waiting === 0 && !state().busy);
  expect((await logOf(world)).log[0]?.id).toBe(id);
});

test('a record that was saved in another tab is sent, though that tab never said so', async () => {
  const { world, tablet, tab } = await setUp();
  const { state } = start(tab);
  await until(() => state().lastContact !== null && !state().busy);
  const [id] = await tablet.openTab().say(apology(world.council));
  await until(async () => (await logOf(world)).log.length === 1);
  expect((await logOf(world)).log[0]?.id).toBe(id);
});

test('offline it waits, longer each time but never more than a minute, and goes out when the network is back', async () => {
  const { world, tab } = await setUp();
  world.network.faultOf = () => 'request-lost';
  const { state } = start(tab);
  await tab.say(apology(world.council), declaration(world.council));
  // At rest two timers run: the minute's tick and the back-off.
  const isAtRest = () => !state().busy && tab.timers.waiting().length === 2;
  await until(() => state().waiting === 2 && state().network === 'offline' && isAtRest());
  const waits: number[] = [];
  for (let failure = 0; failure < 9; failure++) {
    const tries = world.network.paths.length;
    const [wait = 0] = tab.timers.waiting();
    waits.push(wait);
    tab.timers.pass(wait);
    await until(() => world.network.paths.length > tries && isAtRest());
  }
  // Half of a minute by the test's own random number.
  expect(Math.max(...waits)).toBeLessThanOrEqual(minute / 2);
  expect(waits[4]).toBeGreaterThan(waits[0] ?? 0);
  expect(state()).toMatchObject({ waiting: 2, network: 'offline' });
  world.network.faultOf = () => 'none';
  tab.signal('online');
  await until(() => state().waiting === 0 && state().network === 'online');
  expect((await logOf(world)).log).toHaveLength(2);
});

test('a stall is told: fifteen minutes pending although the network is there', async () => {
  const { world, tablet, tab } = await setUp();
  world.network.faultOf = () => 'portal';
  const { state } = start(tab);
  await tab.say(apology(world.council));
  await until(() => state().waiting === 1 && !state().busy);
  expect(state().stalled).toBe(0);
  tablet.clockAhead += 16 * minute;
  tab.timers.pass(minute);
  await until(() => state().stalled === 1);
  tab.look.isOnline = false;
  tab.signal('offline');
  tab.timers.pass(minute);
  await until(() => state().stalled === 0);
});

test('what was saved far from any network has not stalled before it was offered, unless even that never ends', async () => {
  const { world, tablet, tab } = await setUp();
  await tab.say(apology(world.council));
  tablet.clockAhead += 24 * 60 * minute;
  const silent = { ...tab.ports.outside, fetch: () => new Promise<Response>(() => undefined) };
  const { state } = start({ ...tab, ports: { ...tab.ports, outside: silent } });
  await until(() => state().waiting === 1 && state().busy);
  tab.timers.pass(minute);
  expect(state().stalled).toBe(0);
  tablet.clockAhead += 15 * minute;
  tab.timers.pass(minute);
  expect(state().stalled).toBe(1);
});

test('a network that has just come back is given its chance', async () => {
  const { world, tablet, tab } = await setUp();
  world.network.faultOf = () => 'request-lost';
  const { state } = start(tab);
  await tab.say(apology(world.council));
  await until(() => state().waiting === 1 && !state().busy);
  tablet.clockAhead += 16 * minute;
  tab.timers.pass(minute);
  await until(() => state().stalled === 1);
  tab.look.isOnline = false;
  tab.signal('offline');
  expect(state().stalled).toBe(0);
  tab.look.isOnline = true;
  world.network.faultOf = () => 'none';
  tab.signal('online');
  expect(state().stalled).toBe(0);
  await until(() => state().waiting === 0);
  expect(state().stalled).toBe(0);
});

test('it wakes on return to the front and each minute in it, and rests behind', async () => {
  const { world, tab } = await setUp();
  const { state } = start(tab);
  await until(() => state().lastContact !== null && !state().busy);
  for (const signal of ['visible', 'pageshow', 'online'] as const) {
    const before = world.network.paths.length;
    tab.signal(signal);
    await until(() => world.network.paths.length > before && !state().busy);
  }
  const before = world.network.paths.length;
  tab.timers.pass(minute);
  await until(() => world.network.paths.length > before && !state().busy);
  tab.look.isVisible = false;
  const resting = world.network.paths.length;
  tab.timers.pass(10 * minute);
  expect(world.network.paths.length).toBe(resting);
});

test('nothing new costs one question, answered without a body', async () => {
  const { world, tab } = await setUp();
  const { engine, state } = start(tab);
  await until(() => state().lastContact !== null && !state().busy);
  const before = world.network.paths.length;
  engine.wake();
  await until(() => world.network.paths.length > before && !state().busy);
  expect(world.network.paths.slice(before)).toHaveLength(1);
  expect((await tab.ports.store.readMeta()).etag).not.toBeNull();
});

test('a tablet whose disk fails keeps trying, and does not blame the network', async () => {
  const { world, tab } = await setUp();
  let isFull = true;
  const store = {
    ...tab.ports.store,
    applyPull: (...pulled: Parameters<typeof tab.ports.store.applyPull>) =>
      isFull ? Promise.reject(new Error('full')) : tab.ports.store.applyPull(...pulled),
  };
  const { state } = start({ ...tab, ports: { ...tab.ports, store } });
  await tab.say(apology(world.council));
  await until(
    async () => (await logOf(world)).log.length === 1 && !state().busy && tab.timers.waiting().length === 2,
  );
  expect(state()).toMatchObject({ network: 'online', waiting: 0 });
  expect((await tab.ports.store.readMeta()).cursor).toBe('');
  isFull = false;
  tab.timers.pass(30_000);
  await until(async () => (await tab.ports.store.readMeta()).cursor !== '');
});

test('the coming pack comes down by itself, without keeping records waiting', async () => {
  const { world, tab } = await setUp();
  await publishPaper(world);
  start(tab);
  await until(async () => {
    const rows = await tab.records.blobs.toArray();
    return rows.length === 2 && rows.every((row) => row.state === 'ready');
  });
  expect(await tab.records.chunks.count()).toBe(4);
});

test('before anybody enrolled it asks nothing of the network', async () => {
  const world = await createWorld();
  const tab = createTablet(world, 'member').openTab();
  const { engine } = start(tab);
  engine.wake();
  tab.timers.pass(minute);
  await until(async () => (await tab.ports.enrolments.read()) === null);
  expect(world.network.paths).toEqual([]);
});

test('while the server asks for rest, nothing but the end of the rest wakes it', async () => {
  const { world, tab } = await setUp();
  const { fetch } = tab.ports.outside;
  let isBusy = true;
  let asked = 0;
  const outside = {
    ...tab.ports.outside,
    fetch: (path: string, init: RequestInit) => {
      asked += 1;
      return isBusy
        ? Promise.resolve(new Response('', { status: 503, headers: { 'Retry-After': '9999' } }))
        : fetch(path, init);
    },
  };
  const { engine, state } = start({ ...tab, ports: { ...tab.ports, outside } });
  await tab.say(apology(world.council));
  await until(() => asked > 0 && state().waiting === 1 && !state().busy);
  const before = asked;
  engine.wake();
  tab.timers.pass(4 * minute);
  expect(asked).toBe(before);
  isBusy = false;
  // However long it asks for, five minutes are enough.
  tab.timers.pass(minute);
  await until(() => state().waiting === 0);
});
