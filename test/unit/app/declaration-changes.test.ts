import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { openAmendment } from '../../../src/app/declaration.ts';
import type { DeclarationForm } from '../../../src/app/declaration-form.ts';
import { recordPresence, withdrawDeclaration } from '../../../src/app/declaration-standing.ts';
import { firstValue } from '../../../src/app/records-watch.ts';
import { declareEmployment } from './own-statements.ts';
import { createTestTablet, deliver, ids, type TestTablet } from './records-tablet.ts';

const words = ['What you must do', 'Leave the room for item 4, and come back when it is over.'];

const openChange = async ({ services }: TestTablet, id: string): Promise<DeclarationForm> => {
  const opened = await openAmendment(services, id);
  if (!opened.ok) throw new Error(opened.error);
  return opened.value;
};

/** Another nature, up to the last page. */
const fill = (form: DeclarationForm, nature: string): void => {
  form.change({ kind: 'nature' });
  form.write(nature);
  form.next();
  form.next();
};

const record = async (form: DeclarationForm): Promise<string> => {
  const saved = await form.record(words);
  if (!saved.ok) throw new Error(saved.error.kind);
  return saved.value;
};

const replaced = { ok: false, error: { kind: 'replaced' } };

test('a declaration is changed and withdrawn by new records; the old ones stay', async () => {
  const tablet = await createTestTablet(ids.anna);
  const { services } = tablet;
  const first = await declareEmployment(tablet);
  const form = await openChange(tablet, first);
  const { page } = await firstValue(form.view);
  expect(page).toMatchObject({ kind: 'check', item: { id: ids.roads } });
  fill(form, 'I build two roads');
  const amended = await record(form);

  expect(await openAmendment(services, first)).toEqual({ ok: false, error: 'unknown' });
  expect(await withdrawDeclaration(services, first, words)).toEqual(replaced);
  expect((await recordPresence(services, amended, 'item.left', ['I have left'])).ok).toBe(true);
  expect((await withdrawDeclaration(services, amended, ['Withdraw?'])).ok).toBe(true);
  expect((await tablet.said()).map(({ type, refs }) => [type, refs])).toEqual([
    ['interest.declare', []],
    ['interest.amend', [first]],
    ['item.left', [amended]],
    ['interest.withdraw', [amended]],
  ]);
});

test('a declaration that was changed meanwhile is not changed a second time', async () => {
  const tablet = await createTestTablet(ids.anna);
  const first = await declareEmployment(tablet);
  const form = await openChange(tablet, first);
  fill(form, 'I build two roads');
  const inAnotherTab = await openChange(tablet, first);
  await record(form);
  expect(await inAnotherTab.record(words)).toEqual(replaced);
});

test('a change settles what a withdrawal on another device contradicts', async () => {
  const tablet = await createTestTablet(ids.anna);
  const phone = await createTestTablet(ids.anna, new IDBFactory());
  const first = await declareEmployment(tablet);
  await deliver(await tablet.said(), phone.services.records, '2016-01-31T20:00:00.000Z', 1);
  expect((await withdrawDeclaration(phone.services, first, words)).ok).toBe(true);
  const change = async (id: string, nature: string): Promise<string> => {
    const form = await openChange(tablet, id);
    fill(form, nature);
    return record(form);
  };
  const changed = await change(first, 'I build two roads');
  const withdrawals = (await phone.said()).filter(({ type }) => type === 'interest.withdraw');
  await deliver(withdrawals, tablet.services.records, '2016-01-31T20:01:00.000Z', 2);
  const settled = await change(changed, 'I build three roads');
  const refs = (await tablet.said()).find(({ id }) => id === settled)?.refs ?? [];
  expect(new Set(refs)).toEqual(new Set([changed, ...withdrawals.map(({ id }) => id)]));
  expect(refs).toHaveLength(2);
});
