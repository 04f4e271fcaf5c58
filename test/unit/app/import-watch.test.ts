import { expect, test } from 'vitest';
import type { Asked, ImportDesk, OpenImport } from '../../../src/app/import/import-desk.ts';
import { watchOpenImports, type OpenImportsView } from '../../../src/app/import/open-imports.ts';
import { watchImport, type ImportView } from '../../../src/app/import/watch-import.ts';
import type { ImportState, Reading } from '../../../src/domain/import-state.ts';
import { err, ok } from '../../../src/domain/result.ts';
import { createValue } from '../../../src/domain/value.ts';
import { firstSyncState } from '../../../src/sync/sync-state.ts';
import { createTimers } from '../sync/timers.ts';
import { deskOf, done, turn } from './import-desk.ts';

const stateOf = (reading: Reading): Asked<ImportState> =>
  ok({ id: 'i', begunAt: '2026-11-22T10:00:00.000Z', files: [], reading });
const reading = (count: number): Asked<ImportState> =>
  stateOf({ kind: 'reading', done: count, total: 3, name: `${count}.pdf` });
const failed = stateOf({ kind: 'failed' });
const stopped = stateOf({ kind: 'not-begun', wasStopped: true });

/** A page that watches one import; `answers` come in turn. */
const setUp = (answers: Asked<ImportState>[], desk: Partial<ImportDesk> = {}) => {
  const timers = createTimers();
  const page = { isVisible: true, changed: (): void => undefined };
  const sync = createValue(firstSyncState('online'));
  let asked = 0;
  const state: ImportDesk['state'] = () => {
    asked += 1;
    return Promise.resolve(answers.shift() ?? err('server'));
  };
  const watched = watchImport(
    { imports: deskOf({ ...desk, state }), sync: { state: sync, wake: () => undefined } },
    {
      startTimer: timers.startTimer,
      isVisible: () => page.isVisible,
      onVisibility: (changed) => {
        page.changed = changed;
        return () => (page.changed = () => undefined);
      },
    },
    'i',
  );
  const seen: ImportView[] = [];
  const watching = watched.view.subscribe((view) => seen.push(view));
  const show = (isVisible: boolean): void => {
    page.isVisible = isVisible;
    page.changed();
  };
  const network = (network: 'online' | 'offline'): void => sync.set({ ...sync.get(), network });
  return { timers, seen, watched, show, network, asked: () => asked, leave: () => watching.unsubscribe() };
};

test('while papers are read the state is asked for once a second, and no longer when they are', async () => {
  const { timers, seen, asked } = setUp([stateOf({ kind: 'waiting' }), reading(1), reading(2), failed]);
  await turn();
  for (let second = 0; second < 3; second += 1) {
    expect(timers.waiting()).toEqual([1000]);
    timers.pass(1000);
    await turn();
  }
  expect(timers.waiting()).toEqual([]);
  expect(asked()).toBe(4);
  expect(seen.map((view) => (view.kind === 'known' ? view.state.reading.kind : view.kind))).toEqual([
    'asking',
    'waiting',
    'reading',
    'reading',
    'failed',
  ]);
});

test('nobody asks while the page is hidden or left; it asks at once when it is shown again', async () => {
  const { timers, asked, show, leave } = setUp([reading(0), reading(1), reading(2), reading(2)]);
  await turn();
  show(false);
  timers.pass(60_000);
  await turn();
  expect(asked()).toBe(1);
  show(true);
  await turn();
  expect(asked()).toBe(2);
  // Hidden while the answer is on its way: no timer begins.
  timers.pass(1000);
  show(false);
  await turn();
  expect(timers.waiting()).toEqual([]);
  show(true);
  await turn();
  leave();
  expect(timers.waiting()).toEqual([]);
  show(true);
  await turn();
  expect(asked()).toBe(4);
});

test('without a connection it goes on by itself, with the network or after a while', async () => {
  const { timers, seen, asked, network } = setUp([err('offline'), err('offline'), reading(1)]);
  await turn();
  expect(seen.at(-1)).toEqual({ kind: 'fault', fault: 'offline' });
  expect(timers.waiting()).toEqual([5000]);
  network('offline');
  expect(asked()).toBe(1);
  network('online');
  await turn();
  expect(asked()).toBe(2);
  timers.pass(5000);
  await turn();
  expect(seen.at(-1)).toMatchObject({ kind: 'known', state: { reading: { kind: 'reading' } } });
});

test('what nothing can change is asked once, however often the page is shown', async () => {
  const { timers, asked, show, network, watched } = setUp([err('gone'), stopped]);
  await turn();
  show(false);
  show(true);
  network('offline');
  network('online');
  expect([asked(), timers.waiting()]).toEqual([1, []]);
  watched.again();
  await turn();
  show(true);
  expect([asked(), timers.waiting()]).toEqual([2, []]);
});

test('a slower answer to an earlier question is not shown', async () => {
  const resolve: ((answer: Asked<ImportState>) => void)[] = [];
  const state = () => new Promise<Asked<ImportState>>((give) => resolve.push(give));
  const sync = createValue(firstSyncState('online'));
  const watched = watchImport(
    { imports: deskOf({ state }), sync: { state: sync, wake: () => undefined } },
    { startTimer: createTimers().startTimer, isVisible: () => true, onVisibility: () => () => undefined },
    'i',
  );
  const seen: ImportView[] = [];
  watched.view.subscribe((view) => seen.push(view));
  watched.again();
  resolve[1]?.(stopped);
  await turn();
  resolve[0]?.(reading(1));
  await turn();
  expect(seen.map((view) => (view.kind === 'known' ? view.state.reading.kind : view.kind))).toEqual([
    'asking',
    'not-begun',
  ]);
});

const file = (place: number) => ({ place, name: `${place}.pdf`, size: 3, here: 3 });

test('a file that was removed is shown no more, whatever is read stays, and a fault takes nothing away', async () => {
  const removing: Asked<void>[] = [err('offline'), done, err('being-read')];
  const asked: unknown[] = [];
  const removeFile: ImportDesk['removeFile'] = (id, place) => {
    asked.push([id, place]);
    return Promise.resolve(removing.shift() ?? err('server'));
  };
  const reading = { kind: 'failed' } as const;
  const both = { id: 'i', begunAt: '2026-11-22T10:00:00.000Z', files: [file(0), file(1)], reading };
  const { seen, watched, leave } = setUp([ok(both), ok(both)], { removeFile });
  await turn();
  expect(await watched.removeFile(0)).toEqual(err('offline'));
  expect(seen.slice(1)).toEqual([{ kind: 'known', state: both }]);
  expect(await watched.removeFile(0)).toEqual(done);
  const left = { kind: 'known', state: { ...both, files: [file(1)] } };
  expect(seen.slice(2)).toEqual([left]);
  const readings = seen.flatMap((view) => (view.kind === 'known' ? [view.state.reading] : []));
  expect(readings[1]).toBe(readings[0]);
  expect(await watched.removeFile(1)).toEqual(err('being-read'));
  // As an answer that was on its way while the file was removed.
  watched.again();
  await turn();
  expect(seen.slice(3)).toEqual([left]);
  leave();
  await watched.removeFile(1);
  expect(seen).toHaveLength(4);
  expect(asked).toEqual([0, 0, 1, 1].map((place) => ['i', place]));
});

test('the list of what is not finished is asked for again when there is a connection, and when one went', async () => {
  const one = { id: 'i', begunAt: '2026-11-22T10:00:00.000Z', files: 1, reading: 'read' } as const;
  const line: OpenImport = { ...one, committee: null, date: null };
  const answers: Asked<readonly OpenImport[]>[] = [err('offline'), ok([line]), ok([])];
  let asked = 0;
  const list = () => {
    asked += 1;
    return Promise.resolve(answers.shift() ?? err('server' as const));
  };
  const sync = createValue(firstSyncState('offline'));
  const open = watchOpenImports({ imports: deskOf({ list }), sync: { state: sync, wake: () => undefined } });
  const seen: OpenImportsView[] = [];
  const watching = open.view.subscribe((view) => seen.push(view));
  await turn();
  expect(seen.at(-1)).toEqual({ kind: 'fault', fault: 'offline' });
  sync.set({ ...sync.get(), network: 'online', lastContact: 1 });
  await turn();
  expect(seen.at(-1)).toEqual({ kind: 'known', imports: [line] });
  sync.set({ ...sync.get(), lastContact: 2 });
  await turn();
  expect(asked).toBe(2);
  open.again();
  await turn();
  expect(seen.at(-1)).toEqual({ kind: 'known', imports: [] });
  watching.unsubscribe();
  open.again();
  expect(asked).toBe(3);
});
