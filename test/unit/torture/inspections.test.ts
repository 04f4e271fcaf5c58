import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { inspectSecond, inspectTablet } from '../../torture/browser/inspect-tablet.ts';
import type { OnTablet, Shown } from '../../torture/browser/on-tablet.ts';
import {
  brokenReceipts,
  notArrived,
  strangersAndGaps,
  type Kept,
  type Told,
} from '../../torture/log-file.ts';
import { missing } from '../../torture/old-client/replay.ts';

const row = (id: string, n: number): Kept => ({
  id,
  deviceId: 'tablet',
  n,
  digest: `digest ${id}`,
  seq: n,
  chain: `chain ${n}`,
});
const receipt = (id: string, n: number) =>
  ({
    id,
    n,
    status: 'applied',
    seq: n,
    receivedAt: '2026-01-05T09:00:00.000Z',
    chain: `chain ${n}`,
  }) as const;
const told: Told = {
  who: 'Nora',
  said: ['a', 'b'],
  receipts: new Map([
    ['a', receipt('a', 1)],
    ['b', receipt('b', 2)],
  ]),
};
const kept = [row('a', 1), row('b', 2)];

describe('receipts held against the log', () => {
  it('finds nothing where nothing is wrong', () => {
    expect(brokenReceipts(kept, [told])).toEqual([]);
    expect(notArrived(kept, [told])).toEqual([]);
    expect(strangersAndGaps(kept, [told])).toEqual([]);
  });

  it.each([
    ['lost', [row('a', 1)]],
    ['kept twice', [...kept, row('b', 3)]],
    ['under another number', [row('a', 1), { ...row('b', 2), seq: 3 }]],
    ['under another chain', [row('a', 1), { ...row('b', 2), chain: 'other' }]],
    ['set aside', [row('a', 1), { ...row('b', 2), seq: null, chain: null }]],
  ])('finds a record that is %s', (_what, rows) => {
    expect(brokenReceipts(rows, [told])).toHaveLength(1);
  });

  it('finds what never arrived, came out of order, has no receipt, or was never said', () => {
    expect(notArrived([row('a', 1)], [told])).toEqual(['b of Nora never came into the log']);
    const swapped = [
      { ...row('a', 1), seq: 2 },
      { ...row('b', 2), seq: 1 },
    ];
    expect(notArrived(swapped, [told])).toEqual(['b of Nora is out of order']);
    const untold = { ...told, receipts: new Map([['a', receipt('a', 1)]]) };
    expect(notArrived(kept, [untold])).toEqual(['Nora has no receipt for b']);
    expect(strangersAndGaps([...kept, row('c', 4)], [told])).toEqual([
      'nobody said c',
      'the numbers of device tablet have a gap',
    ]);
  });
});

const event = (id: string, key: string, part: object) => {
  const input = `said ${id}`;
  const digest = createHash('sha256').update(input).digest('hex');
  return { id, digest, input, text: JSON.stringify({ ...part, key }) };
};
const sent = event('1', 'apology/a', { seen: {}, extent: {} });
const why = event('2', 'apology/a', {});
const whip = event('3', 'apology/b', { seen: {} });
const tablet: OnTablet = {
  events: [sent, why, whip],
  outbox: [sent, why, whip].map(({ id }, index) => ({ id, n: index + 1, state: 'pending' })),
  drafts: ['apology/c'],
  nextN: 4,
  key: 'key',
};
const shown: readonly Shown[] = [
  { kind: 'typed', key: 'apology/a' },
  { kind: 'saved', key: 'apology/a', ids: ['1', '2'] },
  { kind: 'typed', key: 'apology/b' },
  { kind: 'typed', key: 'apology/c' },
];

describe('a tablet that died', () => {
  it('is whole where nothing is wrong', () => expect(inspectTablet(tablet, shown, 'key')).toEqual([]));

  it.each<[string, OnTablet]>([
    ['shown as saved and gone', { ...tablet, events: [sent, whip], outbox: tablet.outbox }],
    ['half saved', { ...tablet, events: [sent, whip], outbox: tablet.outbox.toSpliced(1, 1) }],
    ['altered', { ...tablet, events: [sent, why, { ...whip, input: 'something else' }] }],
    ['not queued', { ...tablet, outbox: tablet.outbox.slice(0, 2), nextN: 3 }],
    ['there twice', { ...tablet, events: [...tablet.events, whip] }],
    ['numbered with a gap', { ...tablet, outbox: tablet.outbox.map((one) => ({ ...one, n: one.n + 1 })) }],
    ['followed by a number that was used', { ...tablet, nextN: 3 }],
    ['neither draft nor record', { ...tablet, drafts: [] }],
    ['both draft and record', { ...tablet, drafts: ['apology/b', 'apology/c'] }],
    ['without the key that signs it', { ...tablet, key: 'another' }],
    ['thrown away with all others', { events: [], outbox: [], drafts: [], nextN: 1, key: '' }],
  ])('is found out when a record is %s', (_what, damaged) => {
    expect(inspectTablet(damaged, shown, 'key')).not.toEqual([]);
  });
});

describe('a second copy', () => {
  it('has what was shown as saved, or was thrown away by itself', () => {
    expect(inspectSecond({ hasFirst: true, second: ['1', '2'] }, shown)).toEqual([]);
    expect(inspectSecond({ hasFirst: true, second: null }, shown)).toEqual([]);
  });

  it('is found out when it lacks a record, or is gone with the first', () => {
    expect(inspectSecond({ hasFirst: true, second: ['1'] }, shown)).toHaveLength(1);
    expect(inspectSecond({ hasFirst: false, second: null }, shown)).toHaveLength(1);
  });
});

describe('an answer to an old client', () => {
  it('may have more in it, and never less', () => {
    const recorded = { next: 3, results: [{ id: 'a', code: null }] };
    expect(missing(recorded, { next: 9, results: [{ id: 'b', code: 'x', more: 1 }] }, 'it')).toEqual([]);
    expect(missing(recorded, { results: [{ id: 7 }] }, 'it')).toEqual([
      'it.next is gone',
      'it.results[].id is no string any more',
      'it.results[].code is gone',
    ]);
  });
});
