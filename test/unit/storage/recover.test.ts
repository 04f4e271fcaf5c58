import { expect, test } from 'vitest';
import { settle } from '../../support/settle.ts';
import { enrolmentStore } from '../../../src/browser/enrolment-store.ts';
import { bringInLine } from '../../../src/storage/bring-in-line.ts';
import { forgetDevice, readEnrolment, saveEnrolment } from '../../../src/storage/enrolment.ts';
import { readPending } from '../../../src/storage/outbox.ts';
import { saveEvents } from '../../../src/storage/save-events.ts';
import { saveDraftTwice, saveTwice } from '../../../src/storage/save-twice.ts';
import { createSyncStore } from '../../../src/storage/sync-store.ts';
import { followedBySecond } from '../../../src/storage/sync-store-twice.ts';
import { cutPowerAfter } from './cut-power.ts';
import { deviceId, makeRecord, personId, request } from './records.ts';
import { makeEnrolment, TwoPlaces, whatIsKept, whatIsThere, type Start } from './two-places.ts';

/** The start of a page, as `watch-session` and `sync-part` do it. */
const startPage = async (places: TwoPlaces): Promise<Start> => {
  const start = places.start();
  if ((await readEnrolment(start.device)) !== null || (await start.recover())) {
    await bringInLine(start.device, start.records, start.second);
  }
  return start;
};

/** A tablet with two records that wait and a form half filled in. */
const tabletInUse = async () => {
  const places = new TwoPlaces();
  const start = places.start();
  const enrolments = enrolmentStore(start.device, start.second);
  await enrolments.save(await makeEnrolment());
  await bringInLine(start.device, start.records, start.second);
  const made = [makeRecord(), makeRecord()];
  for (const one of made) await saveTwice(start.records, start.second, request([one]));
  await saveDraftTwice(start.records, start.second, 'apology', 'half');
  const there = {
    deviceId,
    waiting: made.map(({ event }) => [event.id, 'pending']),
    drafts: [{ key: 'apology', value: 'half' }],
  };
  return { places, start, enrolments, there };
};

const nothing = { deviceId: null, waiting: [], drafts: [] };

/** The last steps of a sign-out, where nothing waits any more (`sync/sign-out.ts`). */
const signOutEmpty = async ({ device, records, second }: Start): Promise<void> => {
  const enrolments = enrolmentStore(device, second);
  const store = followedBySecond(createSyncStore(records), records, second);
  await enrolments.noteSignedOut(0);
  if (await store.wipe()) await enrolments.forget(deviceId);
};

const handOver = async ({ records, copy }: Start): Promise<void> => {
  for (const { id } of await records.outbox.toArray()) await settle(records, id, 'received');
  await copy.kept.clear();
};

/** What is gone from the first copy is gone from the second: it could be given back. */
const expectSecondNotBehind = async (start: Start): Promise<void> => {
  const there = await whatIsThere(start);
  const kept = await whatIsKept(start);
  if (there.deviceId === null) expect(kept.deviceId).toBeNull();
  if (there.drafts.length === 0) expect(kept.drafts).toEqual([]);
  if (there.waiting.length === 0) expect(kept.waiting).toEqual([]);
};

test('everything is back after the first copy was thrown away, and the key still signs', async () => {
  const { places, there } = await tabletInUse();
  places.loseFirst();
  const next = await startPage(places);
  expect(await whatIsThere(next)).toEqual(there);
  const key = (await readEnrolment(next.device))?.keys.privateKey;
  expect(key).toMatchObject({ extractable: false, type: 'private' });
  const pending = await readPending(next.records, 10);
  expect(pending.map(({ n }) => n)).toEqual([1, 2]);
  // The council has to say which number comes next before anything is believed.
  expect(await next.records.meta.get('sync')).toMatchObject({ deviceId, cursor: '', epoch: 'recovered' });
});

test('records that were saved after the browser threw the first copy away stay, and come last', async () => {
  const { places, there } = await tabletInUse();
  places.loseFirst();
  const open = places.start();
  const later = makeRecord();
  await saveTwice(open.records, open.second, request([later]));
  const next = await startPage(places);
  const { waiting } = await whatIsThere(next);
  expect(new Set(waiting)).toEqual(new Set([...there.waiting, [later.event.id, 'pending']]));
  const numbers = (await readPending(next.records, 10)).map(({ n }) => n);
  expect(numbers).toEqual([1, 2, 3]);
});

test('a recovery that is cut off anywhere is done again, and loses and doubles nothing', async () => {
  let cuts = 0;
  for (let writes = 0; ; writes += 1) {
    const { places, there } = await tabletInUse();
    places.loseFirst();
    const wasCut = await cutPowerAfter(writes, () => startPage(places));
    const next = await startPage(places);
    expect(await whatIsThere(next)).toEqual(there);
    expect(await whatIsKept(next)).toMatchObject({ deviceId, waiting: there.waiting.map(([id]) => id) });
    if (!wasCut) break;
    cuts += 1;
  }
  expect(cuts).toBeGreaterThan(2);
});

test('a second loss in the middle of a recovery loses nothing either', async () => {
  for (let writes = 0; writes < 5; writes += 1) {
    const { places, there } = await tabletInUse();
    places.loseFirst();
    await cutPowerAfter(writes, () => startPage(places));
    places.loseFirst();
    expect(await whatIsThere(await startPage(places))).toEqual(there);
  }
});

test('a save that is cut off anywhere is in both copies or in none after the next start', async () => {
  for (let writes = 0; ; writes += 1) {
    const { places, start, there } = await tabletInUse();
    const made = makeRecord();
    const wasCut = await cutPowerAfter(writes, () =>
      saveTwice(start.records, start.second, {
        ...request([made]),
        draft: { key: 'apology', isKept: false },
      }),
    );
    const next = await startPage(places);
    const { waiting, drafts } = await whatIsThere(next);
    const kept = await whatIsKept(next);
    expect(kept.waiting).toEqual(waiting.map(([id]) => id));
    expect(kept.drafts).toEqual(drafts);
    // A record or still a form, never both and never neither.
    expect(waiting.length - there.waiting.length + drafts.length).toBe(1);
    if (!wasCut) break;
  }
});

test('a sign-out that is cut off anywhere is ended by the next one, and nothing comes back', async () => {
  let cuts = 0;
  for (let writes = 0; ; writes += 1) {
    const { places, start } = await tabletInUse();
    await handOver(start);
    const wasCut = await cutPowerAfter(writes, () => signOutEmpty(start));
    await expectSecondNotBehind(places.start());
    const next = await startPage(places);
    if ((await readEnrolment(next.device)) !== null) await signOutEmpty(next);
    const last = await startPage(places);
    expect(await whatIsThere(last)).toEqual(nothing);
    expect(await whatIsKept(last)).toEqual(nothing);
    // Not even if the browser throws the first copy away now.
    places.loseFirst();
    expect(await whatIsThere(await startPage(places))).toEqual(nothing);
    if (!wasCut) break;
    cuts += 1;
  }
  expect(cuts).toBeGreaterThan(3);
});

test('a sign-out is complete even when the second copy cannot be emptied: the next start empties it', async () => {
  const { places, start } = await tabletInUse();
  await handOver(start);
  await signOutEmpty({
    ...start,
    second: { ...start.second, attempt: () => Promise.resolve({ ok: false, error: 'failed' }) },
  });
  expect((await whatIsKept(start)).deviceId).toBe(deviceId);
  const next = await startPage(places);
  expect(await whatIsThere(next)).toEqual(nothing);
  expect(await whatIsKept(next)).toEqual(nothing);
});

test('a wipe that had to wait, because a record was saved a moment ago, leaves both copies as they were', async () => {
  const { start, there } = await tabletInUse();
  const store = followedBySecond(createSyncStore(start.records), start.records, start.second);
  expect(await store.wipe()).toBe(false);
  expect(await whatIsThere(start)).toEqual(there);
  expect(await whatIsKept(start)).toMatchObject({ deviceId, waiting: there.waiting.map(([id]) => id) });
});

test('who leaves is forgotten and stays so, and finds what was not sent after enrolling again', async () => {
  for (let writes = 0; ; writes += 1) {
    const { places, start, enrolments, there } = await tabletInUse();
    const wasCut = await cutPowerAfter(writes, () => enrolments.forget(deviceId));
    await expectSecondNotBehind(places.start());
    const next = await startPage(places);
    await enrolmentStore(next.device, next.second).forget(deviceId);
    expect(await whatIsThere(await startPage(places))).toMatchObject({ deviceId: null });
    expect(await whatIsKept(start)).toMatchObject({ deviceId: null });
    places.loseFirst();
    const later = await startPage(places);
    expect(await whatIsThere(later)).toEqual(nothing);
    await enrolmentStore(later.device, later.second).save({ ...(await makeEnrolment()), deviceId: 'next' });
    expect(await whatIsThere(await startPage(places))).toEqual({ ...there, deviceId: 'next' });
    if (!wasCut) break;
  }
});

test('leaving while the second copy cannot be reached is leaving all the same', async () => {
  const { places, start } = await tabletInUse();
  await forgetDevice(start.device, deviceId);
  const next = await startPage(places);
  expect(await readEnrolment(next.device)).toBeNull();
  expect((await whatIsKept(next)).deviceId).toBeNull();
});

test("another person's tablet never gets the one before back, nor their records", async () => {
  const { places, start, enrolments, there } = await tabletInUse();
  await enrolments.forget(deviceId);
  const other = { ...(await makeEnrolment()), deviceId: 'other', personId: 'other person' };
  await enrolments.save(other);
  places.loseFirst();
  const next = await startPage(places);
  expect((await readEnrolment(next.device))?.personId).toBe('other person');
  // Still there for the first person, and for nobody else.
  expect((await whatIsKept(start)).waiting).toEqual(there.waiting.map(([id]) => id));
  expect(await next.records.outbox.count()).toBe(0);
  expect(personId).not.toBe('other person');
});

test('two tabs that recover at the same time give back one tablet', async () => {
  const { places, there } = await tabletInUse();
  places.loseFirst();
  const [one] = await Promise.all([startPage(places), startPage(places), startPage(places)]);
  expect(await whatIsThere(one)).toEqual(there);
  expect(await readPending(one.records, 10)).toHaveLength(2);
});

test('a tablet without a second copy asks for a code after a loss, as before', async () => {
  const places = new TwoPlaces();
  const start = places.start();
  await saveEnrolment(start.device, await makeEnrolment());
  await saveEvents(start.records, request([makeRecord()]));
  places.loseFirst();
  expect(await whatIsThere(await startPage(places))).toEqual(nothing);
});
