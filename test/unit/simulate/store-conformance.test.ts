import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import type { Receipt } from '../../../src/domain/receipt.ts';
import type { Arrived } from '../../../src/sync/ports.ts';
import { deviceId, makeRecord, personId, request, seen } from '../storage/records.ts';
import { openDexieStore, openMemoryStore, type TestedStore } from './stores.ts';

const author = { personId, name: 'Mary Member', role: null };

const arrive = (id: string, seq: number, digest = `digest of ${id}`, by = personId): Arrived => {
  const { event } = makeRecord(id);
  return {
    kind: 'event',
    event: { ...event, personId: by },
    digest,
    seq,
    receivedAt: 'then',
    chain: `chain ${seq}`,
    author: { ...author, personId: by },
  };
};

const received = (id: string, n: number): Receipt => ({
  id,
  n,
  status: 'applied',
  seq: n,
  receivedAt: 'then',
  chain: `chain ${n}`,
});

const statesOf = async ({ look }: TestedStore) =>
  (await look()).outbox.map(({ id, deviceId: of, n, state }) => [id, of === deviceId, n, state]);

const idsToSend = async ({ store }: TestedStore, limit = 100): Promise<readonly string[]> =>
  (await store.readPending(limit)).map(({ event, n }) => `${event.id} ${n}`);

const pullPage = (
  { store }: TestedStore,
  sentCursor: string,
  items: readonly Arrived[],
  page: { readonly epoch?: string; readonly purges?: readonly string[]; readonly more?: boolean } = {},
): Promise<boolean> => {
  const response = { epoch: 'first', purges: [], cursor: `${sentCursor}x`, ...page };
  return store.applyPull({ sentCursor, response, etag: null, items });
};

// The simulation is worth what its store in memory is worth, so both are held to the same promises.
describe.each([
  ['Dexie', openDexieStore],
  ['memory', openMemoryStore],
])('%s', (_, open) => {
  const openAdopted = async (...ids: readonly string[]): Promise<TestedStore> => {
    const tested = open();
    await tested.store.adoptOutbox(deviceId);
    for (const id of ids) await tested.save(request([makeRecord(id)]));
    return tested;
  };

  test('records are numbered in the order of saving, and one that is known takes no number', async () => {
    const tested = await openAdopted('a', 'b');
    await tested.save(request([makeRecord('b'), makeRecord('c')]));
    expect(await statesOf(tested)).toEqual([
      ['a', true, 1, 'pending'],
      ['b', true, 2, 'pending'],
      ['c', true, 3, 'pending'],
    ]);
    expect(await idsToSend(tested)).toEqual(['a 1', 'b 2', 'c 3']);
    expect(await idsToSend(tested, 2)).toEqual(['a 1', 'b 2']);
    expect((await tested.look()).meta).toMatchObject({ deviceId, nextN: 4 });
    const { pendingSince, quarantined } = await seen(tested.store.waiting);
    expect([pendingSince.length, quarantined]).toEqual([3, 0]);
  });

  test('receipts are kept, and what the server does not have is offered again from its number on', async () => {
    const tested = await openAdopted('a', 'b', 'c');
    const aside: Receipt = { id: 'b', n: 2, status: 'quarantined', receivedAt: 'then', code: 'no_grant' };
    await tested.store.storeAnswer({ deviceId, epoch: 'first', results: [received('a', 1), aside], next: 3 });
    expect((await statesOf(tested)).map(([, , , state]) => state)).toEqual([
      'received',
      'quarantined',
      'pending',
    ]);
    await tested.store.storeAnswer({ deviceId, epoch: 'first', results: [], next: 2 });
    expect(await idsToSend(tested)).toEqual(['b 2', 'c 3']);
    // Another device's answer says nothing about this one's numbers.
    await tested.store.storeAnswer({
      deviceId: 'another',
      epoch: 'first',
      results: [received('c', 9)],
      next: 1,
    });
    expect(await idsToSend(tested)).toEqual(['b 2']);
    expect((await tested.look()).outbox[0]?.receipt).toEqual(received('a', 1));
  });

  test('a new epoch reads the log anew and offers whatever may be missing, once', async () => {
    const tested = await openAdopted('a', 'b');
    await pullPage(tested, '', []);
    await tested.store.storeAnswer({
      deviceId,
      epoch: 'first',
      results: [received('a', 1), received('b', 2)],
      next: 3,
    });
    await pullPage(tested, 'x', [arrive('a', 1), arrive('b', 2)]);
    await tested.save(request([makeRecord('c')]));
    await tested.store.changeEpoch({ deviceId: 'another', epoch: 'second', next: 1 });
    expect((await tested.look()).meta.epoch).toBe('first');
    await tested.store.changeEpoch({ deviceId, epoch: 'second', next: 2 });
    expect(await idsToSend(tested)).toEqual(['b 2', 'c 3']);
    const { meta, events } = await tested.look();
    expect(meta).toMatchObject({ epoch: 'second', cursor: '', nextN: 4 });
    expect(Object.fromEntries(events.map(({ id, seq }) => [id, seq]))).toEqual({ a: 1, b: null, c: null });
    await tested.store.changeEpoch({ deviceId, epoch: 'second', next: 9 });
    expect(await idsToSend(tested)).toEqual(['b 2', 'c 3']);
  });

  test('an answer that comes late from a server that was put back since is not believed', async () => {
    const tested = await openAdopted('a', 'b');
    await pullPage(tested, '', []);
    await tested.store.changeEpoch({ deviceId, epoch: 'second', next: 1 });
    await tested.store.storeAnswer({ deviceId, epoch: 'first', results: [received('a', 1)], next: 2 });
    expect(await idsToSend(tested)).toEqual(['a 1', 'b 2']);
  });

  test('after enrolling again only what is unsent travels under the new device, from 1 on', async () => {
    const tested = await openAdopted('a', 'b', 'c');
    await tested.store.storeAnswer({ deviceId, epoch: 'first', results: [received('a', 1)], next: 2 });
    await tested.store.adoptOutbox('another');
    expect(await statesOf(tested)).toEqual([
      ['a', true, 1, 'received'],
      ['b', false, 1, 'pending'],
      ['c', false, 2, 'pending'],
    ]);
  });

  test('a page is kept with its cursor, and not where the cursor or the epoch has moved on', async () => {
    const tested = open();
    expect(await pullPage(tested, '', [arrive('a', 1)])).toBe(true);
    expect(await pullPage(tested, '', [arrive('b', 2)])).toBe(false);
    expect(await pullPage(tested, 'x', [arrive('b', 2)], { epoch: 'second' })).toBe(false);
    const { meta, events } = await tested.look();
    expect(meta).toMatchObject({ cursor: 'x', epoch: 'first', etag: null });
    expect(events.map(({ id, seq, chain }) => [id, seq, chain])).toEqual([['a', 1, 'chain 1']]);
  });

  test('what was said here is never replaced by other words', async () => {
    const tested = await openAdopted('a');
    await pullPage(tested, '', [arrive('a', 1, 'another digest')]);
    await pullPage(tested, 'x', [{ kind: 'refused', id: 'b', stated: 'one', computed: 'two' }]);
    const { events, faults } = await tested.look();
    expect(events.map(({ digest, seq }) => [digest, seq])).toEqual([['digest of a', null]]);
    expect(faults.map(({ id, ours, theirs }) => [id, ours, theirs])).toEqual([
      ['a', 'digest of a', 'another digest'],
      ['b', 'two', 'one'],
    ]);
  });

  test('a purge takes the row away, and what the server can purge needs no sending', async () => {
    const tested = await openAdopted('a');
    await pullPage(tested, '', [arrive('b', 2)], { purges: ['a', 'b'] });
    expect((await tested.look()).events).toEqual([]);
    expect(await statesOf(tested)).toEqual([['a', true, 1, 'received']]);
  });

  test('what is not understood is kept until it is', async () => {
    const tested = open();
    await pullPage(tested, '', [{ kind: 'opaque', id: 'a', item: { odd: true } }]);
    expect(await tested.store.readOpaque()).toEqual([{ odd: true }]);
    await tested.store.keepItems([arrive('a', 1)]);
    expect(await tested.store.readOpaque()).toEqual([]);
    expect((await tested.look()).events.map(({ id }) => id)).toEqual(['a']);
  });

  test('a log that is read anew takes others’ rows away that it no longer brings', async () => {
    const tested = await openAdopted();
    const other = '00000000-0000-4000-8000-00000000000b';
    await pullPage(tested, '', [
      arrive('mine', 1),
      arrive('a', 2, undefined, other),
      arrive('b', 3, undefined, other),
    ]);
    await tested.store.changeEpoch({ deviceId, epoch: 'second', next: 1 });
    await pullPage(tested, '', [arrive('b', 1, undefined, other)], { epoch: 'second', more: true });
    expect((await tested.look()).events).toHaveLength(3);
    await pullPage(tested, 'x', [], { epoch: 'second', more: false });
    expect((await tested.look()).events.map(({ id }) => id).toSorted()).toEqual(['b', 'mine']);
  });

  test('nothing is wiped while a record waits', async () => {
    const tested = await openAdopted('a');
    expect(await tested.store.wipe()).toBe(false);
    expect((await tested.look()).outbox).toHaveLength(1);
    const held: Receipt = { id: 'a', n: 1, status: 'held', receivedAt: 'then', code: 'device_revoked' };
    await tested.store.storeAnswer({ deviceId, epoch: 'first', results: [held], next: 2 });
    expect(await tested.store.countHeld(deviceId)).toBe(1);
    expect(await tested.store.wipe()).toBe(true);
    const { events, outbox, meta } = await tested.look();
    expect([events, outbox, meta.cursor, meta.deviceId]).toEqual([[], [], '', null]);
  });

  test('a key that was offered comes back until somebody is enrolled', async () => {
    const { enrolments } = open();
    // Opaque to both stores.
    const keys = { publicKey: { x: 'first' } } as unknown as CryptoKeyPair;
    const others = { publicKey: { x: 'second' } } as unknown as CryptoKeyPair;
    expect(await enrolments.keepKeys('hash', () => Promise.resolve(keys))).toEqual(keys);
    expect(await enrolments.keepKeys('hash', () => Promise.resolve(others))).toEqual(keys);
    const council = { councilId: 'c', name: 'Council', demonstration: false, contacts: [] };
    const enrolment = { deviceId, personId, name: 'Mary', councilId: 'c', grants: [], council, keys };
    await enrolments.save(enrolment);
    expect(await enrolments.keepKeys('hash', () => Promise.resolve(others))).toEqual(others);
    await enrolments.forget('another');
    expect(await enrolments.read()).toEqual(enrolment);
    await enrolments.forget(deviceId);
    expect(await enrolments.read()).toBeNull();
  });
});
