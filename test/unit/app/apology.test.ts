import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { endForQuota, interceptTransactions } from '../../support/failing-connection.ts';
import { openApologyForm, recallApology, sendApology, watchApology } from '../../../src/app/apology.ts';
import { watchRecord } from '../../../src/app/records-one.ts';
import { firstValue } from '../../../src/app/records-watch.ts';
import { IDBFactory } from 'fake-indexeddb';
import { createTestTablet, deliver, ids, manifest, startMs, type TestTablet } from './records-tablet.ts';

const words = ['Check your answers', 'What you will miss The whole meeting'];

const apologise = async (tablet: TestTablet, reason = ''): Promise<string> => {
  const form = await openApologyForm(tablet.services, ids.meeting);
  form.change({ ...form.current(), extent: 'whole', reason, place: 'check' });
  const saved = await sendApology(tablet.services, manifest, form, words);
  if (!saved.ok) throw new Error(saved.error.kind);
  return saved.value;
};

const statusOf = async (tablet: TestTablet) => {
  const view = await firstValue(watchApology(tablet.services, ids.meeting));
  if (view.kind === 'unknown') throw new Error('no meeting');
  return view;
};

test('an apology keeps what was on the screen, and its reason apart from it', async () => {
  const tablet = await createTestTablet(ids.anna);
  await apologise(tablet, 'A visit to hospital');

  const [sent, reason] = await tablet.said();
  expect(sent).toMatchObject({
    type: 'apology.send',
    body: {
      seen: { meetingId: ids.meeting, meetingVersion: 3, committee: 'Roads Panel', language: 'en-GB', words },
      extent: { kind: 'whole' },
      afterStart: false,
    },
  });
  expect(JSON.stringify(sent)).not.toContain('hospital');
  expect(reason).toMatchObject({ type: 'apology.reason', body: { text: 'A visit to hospital' } });
  expect(tablet.wakes()).toBe(1);
  expect((await statusOf(tablet)).status.kind).toBe('sent');
});

test('half an apology keeps its time, and an unfinished time counts as none', async () => {
  const tablet = await createTestTablet(ids.anna);
  for (const [time, kept] of [
    ['12:30', '12:30'],
    ['', null],
  ] as const) {
    const form = await openApologyForm(tablet.services, ids.meeting);
    form.change({ ...form.current(), extent: 'late', time });
    await sendApology(tablet.services, manifest, form, words);
    expect((await tablet.said()).at(-1)?.body).toMatchObject({
      extent: { kind: 'part', part: 'late', time: kept },
    });
  }
});

test('after the start of the meeting it is said so and not refused', async () => {
  const tablet = await createTestTablet(ids.anna);
  tablet.clock.now = startMs;
  expect((await statusOf(tablet)).isAfterStart).toBe(false);
  tablet.clock.now = startMs + 1;
  expect((await statusOf(tablet)).isAfterStart).toBe(true);
  await apologise(tablet);
  expect((await tablet.said())[0]?.body).toMatchObject({ afterStart: true });
});

test('a recall takes back the apology, and it can be sent again', async () => {
  const tablet = await createTestTablet(ids.anna);
  const first = await apologise(tablet, 'Away');
  const recalled = await recallApology(tablet.services, ids.meeting, ['Tell the council that you can come?']);
  expect(recalled.ok).toBe(true);
  expect((await statusOf(tablet)).status.kind).toBe('recalled');
  expect((await tablet.said()).at(-1)).toMatchObject({ type: 'apology.recall', refs: [first] });

  tablet.clock.now += 1000;
  const second = await apologise(tablet);
  expect((await statusOf(tablet)).status.kind).toBe('sent');
  // The reason belongs to the apology that it was given with.
  expect(await firstValue(watchRecord(tablet.services, first))).toMatchObject({
    reason: { body: { text: 'Away' } },
  });
  expect(await firstValue(watchRecord(tablet.services, second))).toMatchObject({ reason: null });
});

test('two devices that contradict each other are told so, and the next word settles it', async () => {
  const tablet = await createTestTablet(ids.anna);
  const phone = await createTestTablet(ids.anna, new IDBFactory());
  await apologise(tablet);
  const form = await openApologyForm(phone.services, ids.meeting);
  form.change({ ...form.current(), extent: 'early' });
  await sendApology(phone.services, manifest, form, words);
  await deliver(await phone.said(), tablet.services.records, '2016-01-31T20:00:00.000Z', 1);

  expect((await statusOf(tablet)).status.kind).toBe('to-confirm');
  await apologise(tablet);
  expect((await statusOf(tablet)).status.kind).toBe('sent');
});

test('a crash loses nothing that was typed, and the form says that it goes on', async () => {
  const before = await createTestTablet(ids.anna);
  const form = await openApologyForm(before.services, ids.meeting);
  expect(await firstValue(form.view)).toMatchObject({ resumed: false });
  for (const reason of ['A', 'A v', 'A visit'])
    form.change({ ...form.current(), extent: 'whole', place: 'reason', reason });
  expect(before.services.forms.here()).toBe(true);
  await form.settled();

  const after = await before.restart();
  const again = await openApologyForm(after.services, ids.meeting);
  expect(await firstValue(again.view)).toMatchObject({
    resumed: true,
    value: { extent: 'whole', place: 'reason', reason: 'A visit' },
  });
  await again.startAgain();
  expect(again.current()).toMatchObject({ extent: null, place: 'extent', reason: '' });
  expect(after.services.forms.here()).toBe(false);
});

test('a record ends its draft, also when a keystroke was still being written', async () => {
  const tablet = await createTestTablet(ids.anna);
  await apologise(tablet, 'Typed a moment ago');
  const after = await tablet.restart();
  const again = await openApologyForm(after.services, ids.meeting);
  expect(await firstValue(again.view)).toMatchObject({ resumed: false });
});

test('a save that fails leaves the form as it is and saves nothing', async () => {
  const tablet = await createTestTablet(ids.anna);
  const form = await openApologyForm(tablet.services, ids.meeting);
  form.change({ ...form.current(), extent: 'whole', reason: 'Away', place: 'check' });
  await form.settled();
  interceptTransactions(tablet.services.records, ({ begin }) => endForQuota(begin(), 'outbox'));
  const saved = await sendApology(tablet.services, manifest, form, words);
  expect(saved).toEqual({ ok: false, error: { kind: 'full' } });
  expect(await tablet.said()).toEqual([]);
  expect(form.current()).toMatchObject({ place: 'check', reason: 'Away' });
  expect(tablet.services.forms.here()).toBe(true);
});
