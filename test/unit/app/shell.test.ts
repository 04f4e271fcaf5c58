import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { firstValue } from '../../../src/app/records-watch.ts';
import { isReadyOffline, tabletStatus, watchShell } from '../../../src/app/shell.ts';
import type { PackState } from '../../../src/storage/blobs.ts';
import type { SyncState } from '../../../src/sync/sync-state.ts';
import { createTestTablet, ids } from './records-tablet.ts';

const quiet: SyncState = {
  network: 'online',
  waiting: 0,
  quarantined: 0,
  stalled: 0,
  lastContact: Date.parse('2016-07-01T20:10:00Z'),
  need: 'nothing',
  busy: false,
};

describe('the state of the tablet', () => {
  test.each<[string, Partial<SyncState>, boolean, object]>([
    ['fresh, in the council’s own time', {}, false, { kind: 'up-to-date', at: '2016-07-01T21:10' }],
    ['never in contact', { lastContact: null }, false, { kind: 'online' }],
    ['offline with its papers', { network: 'offline' }, true, { kind: 'offline-ready' }],
    ['offline without all papers', { network: 'offline' }, false, { kind: 'offline' }],
    [
      'offline with records',
      { network: 'offline', waiting: 2 },
      true,
      { kind: 'offline-waiting', waiting: 2 },
    ],
    [
      'offline, session over',
      { network: 'offline', waiting: 1, need: 'sign-in' },
      true,
      { kind: 'offline-waiting', waiting: 1 },
    ],
    ['sending', { waiting: 2, busy: true }, true, { kind: 'sending', waiting: 2 }],
    ['waiting for its turn', { waiting: 2 }, true, { kind: 'waiting', waiting: 2 }],
    ['a silent stall', { waiting: 3, stalled: 2, busy: true }, true, { kind: 'stalled', stalled: 2 }],
    [
      'a network behind which the server is not',
      { network: 'offline', waiting: 3, stalled: 2 },
      true,
      { kind: 'stalled', stalled: 2 },
    ],
    ['session over', { waiting: 3, stalled: 3, need: 'sign-in' }, true, { kind: 'sign-in', waiting: 3 }],
    ['too old', { waiting: 1, need: 'update' }, true, { kind: 'update', waiting: 1 }],
    ['switched off', { network: 'offline', waiting: 1, need: 'revoked' }, true, { kind: 'revoked' }],
  ])('%s', (_name, state, ready, expected) => {
    expect(tabletStatus({ ...quiet, ...state }, ready)).toEqual(expected);
  });
});

const pack = (kind: PackState['kind'], papers: number): PackState => ({
  kind,
  have: 0,
  total: 0,
  papers,
  pages: 0,
  error: null,
  checkedAt: null,
});

test('nothing is ready offline unless every pack that has papers is', () => {
  expect(isReadyOffline([])).toBe(false);
  expect(isReadyOffline([pack('none', 0)])).toBe(false);
  expect(isReadyOffline([pack('ready', 2), pack('none', 0)])).toBe(true);
  expect(isReadyOffline([pack('ready', 2), pack('loading', 1)])).toBe(false);
});

test('the bar names the council, and a clerk is known by the grant', async () => {
  const member = await firstValue(watchShell((await createTestTablet(ids.anna)).services));
  expect(member).toMatchObject({ council: 'A council', demonstration: true, isClerk: false });
  const clerk = await firstValue(watchShell((await createTestTablet(ids.clerk)).services));
  expect(clerk.isClerk).toBe(true);
});
