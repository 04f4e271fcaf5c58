import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { interceptTransactions } from '../../support/failing-connection.ts';
import { openDeclaration } from '../../../src/app/declaration.ts';
import type { DeclarationForm } from '../../../src/app/declaration-form.ts';
import { firstValue } from '../../../src/app/records-watch.ts';
import { createTestTablet, ids, type TestTablet } from './records-tablet.ts';

const words = ['What you must do', 'Leave the room for item 5, and come back when it is over.'];

const open = async (tablet: TestTablet, itemId: string | null = ids.schools): Promise<DeclarationForm> => {
  const opened = await openDeclaration(tablet.services, ids.meeting, itemId);
  if (!opened.ok) throw new Error(opened.error);
  return opened.value;
};

const pageOf = async (form: DeclarationForm) => (await firstValue(form.view)).page;

const answer = (form: DeclarationForm, ...choices: readonly string[]): void => {
  for (const choice of choices) {
    form.pick(choice);
    if (form.next() !== 'went') throw new Error(`stuck at ${choice}`);
  }
};

const employment = ['mine', 'employment', 'no', 'none'] as const;

test('a declaration is led by questions to its duties, and keeps what was on the screen', async () => {
  const tablet = await createTestTablet(ids.anna);
  const form = await open(tablet, null);
  expect(await pageOf(form)).toMatchObject({ kind: 'item', chosen: null });
  expect(form.next()).toBe('nothing-chosen');
  answer(form, ids.schools);
  expect(form.next()).toBe('nothing-chosen');
  answer(form, ...employment);
  expect((await pageOf(form)).kind).toBe('nature');
  form.write('I work for a school');
  expect(form.next()).toBe('went');
  expect(await pageOf(form)).toMatchObject({ kind: 'check', nature: { text: 'I work for a school' } });
  expect(form.next()).toBe('went');
  expect((await form.record(words)).ok).toBe(true);

  expect(await tablet.said()).toMatchObject([
    {
      type: 'interest.declare',
      refs: [],
      body: {
        seen: { meetingVersion: 3, language: 'en-GB', words },
        item: { itemId: ids.schools, number: '5', title: 'Schools' },
        regime: { id: 'LGA-2020', version: 1 },
        answers: [
          { question: 'whose-2020', choice: 'mine' },
          { question: 'category', choice: 'employment' },
          { question: 'register', choice: 'no' },
          { question: 'dispensation', choice: 'none' },
        ],
        interest: 'dpi',
        category: 'employment',
        holder: 'self',
        nature: { kind: 'stated', text: 'I work for a school', boilerplate: false },
        duties: [
          { code: 'say-at-meeting' },
          { code: 'do-not-speak' },
          { code: 'do-not-vote' },
          { code: 'leave-room' },
          { code: 'notify-monitoring-officer', by: '2016-02-28' },
        ],
        say: expect.stringContaining('item 5, Schools: I work for a school.'),
      },
    },
  ]);
});

test('a sensitive interest is never asked for its nature, and what was typed before is forgotten', async () => {
  const tablet = await createTestTablet(ids.anna);
  const form = await open(tablet);
  answer(form, ...employment);
  form.write('Something that must stay out');
  expect(form.next()).toBe('went');
  form.change({ kind: 'question', id: 'register' });
  answer(form, 'sensitive');
  // Another answer to one question drops the later ones.
  answer(form, 'none');
  expect(await pageOf(form)).toMatchObject({
    kind: 'check',
    nature: { kind: 'sensitive' },
    asksNature: false,
  });
  await form.settled();
  expect(JSON.stringify(await tablet.services.records.drafts.toArray())).not.toContain('stay out');
  form.next();
  const saved = await form.record(words);
  expect(saved.ok).toBe(true);
  const everything = JSON.stringify([await tablet.said(), await tablet.services.records.drafts.toArray()]);
  expect(everything).not.toContain('stay out');
});

test('an empty nature is refused, boilerplate is warned about once, kept and marked', async () => {
  const tablet = await createTestTablet(ids.anna);
  const form = await open(tablet);
  answer(form, ...employment);
  form.write('   ');
  expect(form.next()).toBe('empty');
  form.write('As recorded');
  expect(form.next()).toBe('boilerplate');
  expect(await pageOf(form)).toMatchObject({ kind: 'nature', text: 'As recorded' });
  form.write('as noted');
  expect(form.next()).toBe('went');
  form.next();
  await form.record(words);
  expect((await tablet.said())[0]?.body).toMatchObject({
    nature: { kind: 'stated', text: 'as noted', boilerplate: true },
  });
});

test('not being sure is always an answer, and ends in whom to ask and what to say', async () => {
  const tablet = await createTestTablet(ids.anna);
  const form = await open(tablet);
  answer(form, 'unsure', 'no');
  form.write('My cousin may run the school shop');
  form.next();
  form.next();
  expect(await pageOf(form)).toMatchObject({
    kind: 'duties',
    made: { interest: 'unsure', duties: [{ code: 'ask-monitoring-officer' }, { code: 'say-at-meeting' }] },
  });
});

test('the way back goes page by page to the item and keeps every answer', async () => {
  const tablet = await createTestTablet(ids.anna);
  const form = await open(tablet);
  answer(form, ...employment);
  form.write('I work for a school');
  form.next();
  form.next();
  const kinds: string[] = [];
  do kinds.push((await pageOf(form)).kind);
  while (form.back());
  expect(kinds).toEqual([
    'duties',
    'check',
    'nature',
    'question',
    'question',
    'question',
    'question',
    'item',
  ]);
  for (let page = 0; page < 7; page += 1) expect(form.next()).toBe('went');
  expect((await pageOf(form)).kind).toBe('duties');
});

test('a crash in the middle comes back to the same page with the same choice', async () => {
  const before = await createTestTablet(ids.anna);
  const form = await open(before);
  answer(form, 'mine');
  form.pick('land');
  await form.settled();

  const after = await before.restart();
  // Opened without its item too: nobody remembers which link they had followed.
  const again = await open(after, null);
  expect(await firstValue(again.view)).toMatchObject({ resumed: true, page: { item: { id: ids.schools } } });
  const same = await open(after);
  expect(await firstValue(same.view)).toMatchObject({
    resumed: true,
    page: { kind: 'question', question: { id: 'category' }, chosen: 'land' },
  });
  await same.startAgain();
  expect(await firstValue(same.view)).toMatchObject({
    resumed: false,
    page: { question: { id: 'whose-2020' } },
  });
});

test('a save that fails keeps the form on its last page', async () => {
  const tablet = await createTestTablet(ids.anna);
  const form = await open(tablet);
  answer(form, ...employment);
  form.write('I work for a school');
  form.next();
  form.next();
  interceptTransactions(tablet.services.records, ({ begin }) => {
    const transaction = begin();
    if (transaction.mode === 'readwrite') transaction.abort();
    return transaction;
  });
  expect(await form.record(words)).toEqual({ ok: false, error: { kind: 'not-saved' } });
  expect((await pageOf(form)).kind).toBe('duties');
  expect(await tablet.said()).toEqual([]);
});

test('a record ends its draft, also when the last presses were still being written', async () => {
  const tablet = await createTestTablet(ids.anna);
  const form = await open(tablet);
  answer(form, ...employment);
  form.write('I work for a school');
  form.next();
  await form.settled();
  form.back();
  form.write('I work for two schools');
  form.next();
  form.next();
  expect((await form.record(words)).ok).toBe(true);
  await form.settled();
  expect(await tablet.services.records.drafts.toArray()).toEqual([]);
});
