import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test } from 'vitest';
import { err, ok } from '../../../src/domain/result.ts';
import { readDraft } from '../../../src/storage/drafts.ts';
import { saveEvents } from '../../../src/storage/save-events.ts';
import { endForQuota, interceptTransactions } from '../../support/failing-connection.ts';
import { makeRecord, request, seen } from '../storage/records.ts';
import { hearOfIt, isText, openForm, recordForm, showing } from './draft-tabs.ts';

let disk: IDBFactory;
beforeEach(() => {
  disk = new IDBFactory();
});

/** A second copy that answers when it is let go on. */
const slowCopy = () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const attempt = () => promise.then(() => err('none' as const));
  return { copy: { attempt, attemptLong: attempt }, goOn: resolve };
};

/** Of one reading of papers: what was kept of another is none. */
const startsWith = (reading: string) => (kept: unknown) =>
  isText(kept)?.startsWith(reading) ? isText(kept) : null;

test('to start again where the form has ended leaves alone what another tab has begun since', async () => {
  const [here, there] = [await openForm(disk), await openForm(disk)];
  here.form.change('told how to vote');
  await showing(there.form.view, 'told how to vote');
  await recordForm(here.form, here.records);
  await seen(there.form.view, ({ ended }) => ended);
  const third = await openForm(disk);
  third.form.change('another one');
  await third.form.settled();
  await there.form.startAgain();
  expect(await readDraft(third.records, 'whip')).toBe('another one');
  await showing(there.form.view, 'another one');
});

test('what another tab typed while the second copy was slow shows once that is done', async () => {
  const slow = slowCopy();
  const [here, there] = [await openForm(disk, { secondCopy: slow.copy }), await openForm(disk)];
  here.form.change('Group of');
  await showing(there.form.view, 'Group of');
  there.form.change('Group of the Invented');
  await there.form.settled();
  await hearOfIt(here.records);
  slow.goOn();
  await here.form.settled();
  await hearOfIt(here.records);
  expect(here.form.current()).toBe('Group of the Invented');
});

test('what is typed before a tab has heard that the form was recorded does not begin it anew', async () => {
  const [here, there] = [await openForm(disk), await openForm(disk)];
  here.form.change('told how to vote');
  await showing(there.form.view, 'told how to vote');
  await recordForm(here.form, here.records);
  there.form.change('told how to vote!');
  await there.form.settled();
  await hearOfIt(there.records);
  expect(await readDraft(here.records, 'whip')).toBeUndefined();
  expect((await seen(there.form.view)).ended).toBe(true);
  expect(await recordForm(there.form, there.records)).toEqual(err({ kind: 'ended' }));
  expect(await here.records.outbox.count()).toBe(1);
});

test('what is typed while the form is recorded is no new form afterwards', async () => {
  const { form, records } = await openForm(disk);
  form.change('told how to vote');
  const saved = await form.complete(async (draft) => {
    form.change('told how to vote!');
    const answer = await saveEvents(records, { ...request([makeRecord()]), draft });
    form.change('told how to vote!!');
    return answer;
  });
  expect(saved).toEqual(ok(undefined));
  await form.settled();
  expect(await readDraft(records, 'whip')).toBeUndefined();
});

test('what is typed while the form could not be recorded is kept', async () => {
  const { form, records } = await openForm(disk);
  form.change('told how to vote');
  await form.complete(() => {
    form.change('told how to vote!');
    return Promise.resolve(err({ kind: 'full' }));
  });
  await form.settled();
  expect(await readDraft(records, 'whip')).toBe('told how to vote!');
});

test('what is typed while the form is cleared does not come back as a form that has ended', async () => {
  const slow = slowCopy();
  const { form, records } = await openForm(disk, { secondCopy: slow.copy });
  form.change('half');
  const clearing = form.startAgain();
  form.change('half a');
  slow.goOn();
  await clearing;
  await form.settled();
  await hearOfIt(records);
  const shown = await seen(form.view);
  expect(shown.ended).toBe(false);
  expect((await readDraft(records, 'whip')) ?? '').toBe(shown.value);
});

test('a form over which another tab keeps what it cannot read has ended, and does not write over that', async () => {
  const here = await openForm(disk, { parse: startsWith('first reading') });
  const there = await openForm(disk, { parse: startsWith('second reading') });
  here.form.change('first reading, corrected');
  await here.form.settled();
  there.form.change('second reading, corrected');
  await there.form.settled();
  await hearOfIt(here.records);
  here.form.change('first reading, corrected more');
  await here.form.settled();
  expect(await readDraft(there.records, 'whip')).toBe('second reading, corrected');
  expect((await seen(here.form.view)).ended).toBe(true);
});

test('a tablet without room keeps what is typed once there is room, although another tab has ended the form', async () => {
  const [here, there] = [await openForm(disk), await openForm(disk)];
  here.form.change('told');
  await showing(there.form.view, 'told');
  let isFull = true;
  interceptTransactions(here.records, ({ begin }) => (isFull ? endForQuota(begin(), 'drafts') : begin()));
  here.form.change('told how');
  await seen(here.form.view, ({ kept }) => !kept);
  await recordForm(there.form, there.records);
  await hearOfIt(here.records);
  isFull = false;
  here.form.change('told how to vote');
  await here.form.settled();
  await hearOfIt(here.records);
  expect(await seen(here.form.view)).toMatchObject({ value: 'told how to vote', kept: true, ended: false });
  expect(await readDraft(there.records, 'whip')).toBe('told how to vote');
});
