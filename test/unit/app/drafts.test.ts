import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test } from 'vitest';
import { ok } from '../../../src/domain/result.ts';
import { readDraft } from '../../../src/storage/drafts.ts';
import { saveEvents } from '../../../src/storage/save-events.ts';
import { endForQuota, interceptTransactions } from '../../support/failing-connection.ts';
import { makeRecord, request, seen } from '../storage/records.ts';
import { hearOfIt, openForm, recordForm, showing } from './draft-tabs.ts';

let disk: IDBFactory;
beforeEach(() => {
  disk = new IDBFactory();
});

test('what is typed in one tab shows in the other, which then holds it too', async () => {
  const [here, there] = [await openForm(disk), await openForm(disk)];
  here.form.change('Group of');
  await showing(there.form.view, 'Group of');
  expect(there.forms.here()).toBe(true);
  there.form.change('Group of the Invented');
  await showing(here.form.view, 'Group of the Invented');
  await there.form.settled();
  expect(await readDraft(here.records, 'whip')).toBe('Group of the Invented');
});

test('of fast typing in one tab nothing is taken back by what the other shows', async () => {
  const [here, there] = [await openForm(disk), await openForm(disk)];
  const shown: string[] = [];
  here.form.view.subscribe(({ value }) => void shown.push(value));
  const words = Array.from({ length: 60 }, (_, length) => 'a'.repeat(length + 1));
  for (const word of words) {
    here.form.change(word);
    // Time for another tab to hear of it, and to be heard.
    if (word.length % 7 === 0) await here.form.settled();
  }
  await showing(there.form.view, words.at(-1) ?? '');
  expect(shown).toEqual(['', ...words]);
});

test('a form that was recorded in one tab is over in the other, and is recorded once', async () => {
  const [here, there] = [await openForm(disk), await openForm(disk)];
  const endings: boolean[] = [];
  here.form.view.subscribe(({ ended }) => void endings.push(ended));
  here.form.change('told how to vote');
  await showing(there.form.view, 'told how to vote');
  const saved = await here.form.complete(async (draft) => {
    const answer = await saveEvents(here.records, { ...request([makeRecord()]), draft });
    // The second copy takes longer: by then everybody has heard of the first.
    await seen(there.form.view, ({ ended }) => ended);
    await hearOfIt(here.records);
    return answer;
  });
  expect(saved).toEqual(ok(undefined));
  there.form.change('told something else');
  expect([there.form.current(), there.forms.here()]).toEqual(['told how to vote', false]);
  // Its own tab never says that another one did it.
  expect(new Set(endings)).toEqual(new Set([false]));
  await there.form.startAgain();
  await showing(there.form.view, '');
  there.form.change('anew');
  await there.form.settled();
  expect(await readDraft(there.records, 'whip')).toBe('anew');
});

test('of two tabs that record the same form in the same moment one is refused', async () => {
  const [here, there] = [await openForm(disk), await openForm(disk)];
  here.form.change('told how to vote');
  await showing(there.form.view, 'told how to vote');
  const answers = await Promise.all([
    recordForm(here.form, here.records),
    recordForm(there.form, there.records),
  ]);
  expect(answers.filter(({ ok: isSaved }) => isSaved)).toHaveLength(1);
  expect(answers.find(({ ok: isSaved }) => !isSaved)).toEqual({ ok: false, error: { kind: 'ended' } });
  expect(await here.records.outbox.count()).toBe(1);
  const refused = [here, there][answers.findIndex(({ ok: isSaved }) => !isSaved)];
  expect((await seen(refused?.form.view ?? here.form.view)).ended).toBe(true);
});

test('a form that could not be kept is recorded all the same, and follows nobody', async () => {
  const [here, there] = [await openForm(disk), await openForm(disk)];
  let isFull = true;
  interceptTransactions(here.records, ({ begin }) => (isFull ? endForQuota(begin(), 'drafts') : begin()));
  here.form.change('typed on a full tablet');
  await seen(here.form.view, ({ kept }) => !kept);
  there.form.change('typed elsewhere');
  await there.form.settled();
  await hearOfIt(here.records);
  isFull = false;
  expect(here.form.current()).toBe('typed on a full tablet');
  expect(await recordForm(here.form, here.records)).toEqual(ok(undefined));
});

test('a form that is cleared in one tab is over in the other; one that was never begun is not', async () => {
  const [here, there] = [await openForm(disk), await openForm(disk)];
  here.form.change('half');
  await showing(there.form.view, 'half');
  await here.form.startAgain();
  await seen(there.form.view, ({ ended }) => ended);
  const idle = await openForm(disk);
  await there.form.startAgain();
  here.form.change('again');
  for (const { form } of [idle, there]) {
    expect(await showing(form.view, 'again')).toMatchObject({ resumed: false, ended: false });
  }
});

test('a form is not over when its record found no room', async () => {
  const { form, records } = await openForm(disk);
  form.change('told how to vote');
  await form.settled();
  let isFull = true;
  interceptTransactions(records, ({ begin }) => (isFull ? endForQuota(begin(), 'outbox') : begin()));
  expect(await recordForm(form, records)).toEqual({ ok: false, error: { kind: 'full' } });
  isFull = false;
  expect((await seen(form.view)).ended).toBe(false);
  expect(await recordForm(form, records)).toEqual(ok(undefined));
});
