import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { openApologyForm, recallApology, sendApology } from '../../../src/app/apology.ts';
import { openDeclaration } from '../../../src/app/declaration.ts';
import { watchDesk, watchDeskMeeting } from '../../../src/app/desk.ts';
import { isQuietDesk } from '../../../src/app/desk-set-aside.ts';
import { firstValue } from '../../../src/app/records-watch.ts';
import { createTestTablet, deliver, ids, manifest, type TestTablet } from './records-tablet.ts';

const inTime = '2016-02-01T12:00:00.000Z';
const late = '2016-02-01T12:00:00.001Z';

const apologise = async ({ services }: TestTablet, extent: 'whole' | 'late' = 'whole', reason = '') => {
  const form = await openApologyForm(services, ids.meeting);
  form.change({ ...form.current(), extent, reason });
  await sendApology(services, manifest, form, ['Check your answers']);
};

const declare = async ({ services }: TestTablet, nature: string) => {
  const opened = await openDeclaration(services, ids.meeting, ids.schools);
  if (!opened.ok) throw new Error(opened.error);
  const form = opened.value;
  for (const choice of ['body', 'charity', 'directly', 'no', 'none']) {
    form.pick(choice);
    form.next();
  }
  form.write(nature);
  // A warning keeps the page once; the press after it goes on.
  for (let press = 0; press < 3; press += 1) {
    if ((await firstValue(form.view)).page.kind !== 'duties') form.next();
  }
  const saved = await form.record(['What you must do']);
  if (!saved.ok) throw new Error(saved.error.kind);
};

const noneAside = { kind: 'known', lines: [] } as const;

const deskOf = async (clerk: TestTablet) => {
  const view = await firstValue(watchDeskMeeting(clerk.services, ids.meeting));
  if (view.kind === 'unknown') throw new Error('no meeting');
  return view;
};

const tablets = async () => ({
  clerk: await createTestTablet(ids.clerk),
  anna: await createTestTablet(ids.anna, new IDBFactory()),
  ben: await createTestTablet(ids.ben, new IDBFactory()),
});

test('an empty desk says so, and counts seats without counting the vacancy as a member', async () => {
  const { clerk } = await tablets();
  const view = await deskOf(clerk);
  expect(isQuietDesk(view.desk, noneAside)).toBe(true);
  expect(view.seats).toEqual({ members: 2, coopted: 0, vacancies: 1 });
  expect(view.draft).toEqual({ apologies: 'None.', declarations: 'None.', whip: 'No whip was declared.' });
});

test('apologies and declarations arrive with both times, and minutes say them', async () => {
  const { clerk, anna, ben } = await tablets();
  await apologise(ben, 'whole', 'A family matter');
  await declare(anna, 'as a trustee of the School Fund');
  await deliver(await ben.said(), clerk.services.records, inTime, 10);
  await deliver(await anna.said(), clerk.services.records, inTime, 12);

  const { desk, draft, counts } = await deskOf(clerk);
  expect(draft.apologies).toBe('Apologies were received from Ben Birch.');
  expect(draft.declarations).toBe(
    'Item 5 – Schools\nAnna Ash declared an other registerable interest as a trustee of the School Fund.',
  );
  expect(desk.apologies[0]?.arrivals[0]).toMatchObject({
    seq: 10,
    receivedAt: inTime,
    event: { madeAt: '2016-01-31T12:00:00.000Z' },
  });
  expect(desk.apologies[0]?.reasons[0]?.event.body).toMatchObject({ text: 'A family matter' });
  expect(counts).toEqual({ apologies: 1, declarations: 1, whips: 0, late: 0, toCheck: 0 });
  const [line] = await firstValue(watchDesk(clerk.services));
  expect(line).toMatchObject({ manifest: { meetingId: ids.meeting }, counts });
});

test('what came after the start stands apart and changes nothing by itself', async () => {
  const { clerk, anna, ben } = await tablets();
  await apologise(ben);
  await deliver(await ben.said(), clerk.services.records, inTime, 1);
  await apologise(anna);
  await deliver(await anna.said(), clerk.services.records, late, 2);
  await recallApology(ben.services, ids.meeting, ['Yes, I can come']);
  await deliver((await ben.said()).slice(1), clerk.services.records, late, 3);

  const { desk, draft, counts } = await deskOf(clerk);
  expect(draft.apologies).toBe('Apologies were received from Ben Birch.');
  expect(desk.late.map(({ event, author }) => [event.type, author.name])).toEqual([
    ['apology.send', 'Anna Ash'],
    ['apology.recall', 'Ben Birch'],
  ]);
  expect(counts.late).toBe(2);
  expect(isQuietDesk({ ...desk, apologies: [] }, noneAside)).toBe(false);
  expect(isQuietDesk({ ...desk, late: [] }, noneAside)).toBe(false);
});

test('two devices of one person that contradict each other are to be confirmed, and in no sentence', async () => {
  const { clerk, anna } = await tablets();
  const phone = await createTestTablet(ids.anna, new IDBFactory());
  await apologise(anna);
  await apologise(phone, 'late');
  await deliver([...(await anna.said()), ...(await phone.said())], clerk.services.records, inTime, 1);

  const { desk, draft, counts } = await deskOf(clerk);
  expect(desk.apologies).toMatchObject([
    { status: { kind: 'to-confirm' }, arrivals: [{ seq: 1 }, { seq: 2 }] },
  ]);
  expect(draft.apologies).toBe('None.');
  expect(counts.toCheck).toBe(1);
});

test('boilerplate arrives with its mark', async () => {
  const { clerk, anna } = await tablets();
  await declare(anna, 'As recorded');
  await deliver(await anna.said(), clerk.services.records, inTime, 1);
  const { desk, counts } = await deskOf(clerk);
  expect(desk.items.find(({ itemId }) => itemId === ids.schools)?.declarations).toMatchObject([
    { isBoilerplate: true, author: { name: 'Anna Ash' } },
  ]);
  expect(isQuietDesk(desk, noneAside)).toBe(false);
  expect(counts.toCheck).toBe(1);
});

test('the desk is live: a record that arrives shows without asking again', async () => {
  const { clerk, ben } = await tablets();
  await apologise(ben);
  const arrived = Promise.withResolvers<string>();
  const watching = watchDeskMeeting(clerk.services, ids.meeting).subscribe((view) => {
    if (view.kind === 'known' && view.desk.apologies.length > 0) arrived.resolve(view.draft.apologies);
  });
  await deliver(await ben.said(), clerk.services.records, inTime, 1);
  expect(await arrived.promise).toBe('Apologies were received from Ben Birch.');
  watching.unsubscribe();
});
