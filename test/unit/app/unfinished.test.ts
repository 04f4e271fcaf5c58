import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { openApologyForm, sendApology } from '../../../src/app/apology.ts';
import { openDeclaration } from '../../../src/app/declaration.ts';
import { firstValue } from '../../../src/app/records-watch.ts';
import { watchUnfinished } from '../../../src/app/unfinished.ts';
import { valueOf } from '../../support/present.ts';
import { createTestTablet, ids, manifest } from './records-tablet.ts';

test('a form that was begun is found again, and is gone once it is recorded', async () => {
  const tablet = await createTestTablet(ids.anna);
  const unfinished = () => firstValue(watchUnfinished(tablet.services));
  expect(await unfinished()).toEqual([]);

  const apology = await openApologyForm(tablet.services, ids.meeting);
  apology.change({ ...apology.current(), extent: 'whole' });
  await apology.settled();
  expect(await unfinished()).toEqual([
    {
      key: `apology/${ids.meeting}`,
      kind: 'apology',
      meetingId: ids.meeting,
      committee: 'Roads Panel',
      item: null,
      path: `/meetings/${ids.meeting}/apology`,
    },
  ]);

  expect((await sendApology(tablet.services, manifest, apology, ['words'])).ok).toBe(true);
  expect(await unfinished()).toEqual([]);
});

test('a declaration on one item goes on at that item', async () => {
  const tablet = await createTestTablet(ids.anna);
  const form = await openDeclaration(tablet.services, ids.meeting, ids.schools);
  if (!form.ok) throw new Error(form.error);
  form.value.pick('mine');
  await form.value.settled();
  const [found] = await firstValue(watchUnfinished(tablet.services));
  expect(found).toMatchObject({
    kind: 'declaration',
    item: { title: manifest.items.find(({ id }) => id === ids.schools)?.title },
    path: `/meetings/${ids.meeting}/declare?item=${ids.schools}`,
  });
});

test('a declaration whose item was changed inside the form is named by that item', async () => {
  const tablet = await createTestTablet(ids.anna);
  const form = await openDeclaration(tablet.services, ids.meeting, ids.schools);
  if (!form.ok) throw new Error(form.error);
  form.value.back();
  form.value.pick(ids.roads);
  await form.value.settled();
  expect(await firstValue(watchUnfinished(tablet.services))).toMatchObject([
    { item: { title: 'Roads' }, path: `/meetings/${ids.meeting}/declare?item=${ids.schools}` },
  ]);
});

test('of several declarations that were begun none is guessed, and each goes on at its own item', async () => {
  const tablet = await createTestTablet(ids.anna);
  const open = async (itemId: string | null) =>
    valueOf(await openDeclaration(tablet.services, ids.meeting, itemId));
  for (const itemId of [ids.roads, ids.schools]) {
    const form = await open(itemId);
    form.pick('mine');
    await form.settled();
  }
  const any = await open(null);
  expect(await firstValue(any.view)).toMatchObject({ resumed: false, page: { kind: 'item', chosen: null } });
  const roads = await open(ids.roads);
  expect(await firstValue(roads.view)).toMatchObject({ resumed: true, page: { item: { id: ids.roads } } });
});

test('a form about a meeting that is not here is left alone', async () => {
  const tablet = await createTestTablet(ids.anna);
  await tablet.services.records.drafts.put({ key: 'apology/elsewhere', value: {} });
  await tablet.services.records.drafts.put({ key: 'something-newer', value: {} });
  expect(await firstValue(watchUnfinished(tablet.services))).toEqual([]);
});
