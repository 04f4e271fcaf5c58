import { beforeEach, expect, test } from 'vitest';
import { present } from '../../../support/present.ts';
import { samplePage } from '../../../support/sample-papers.ts';
import { frontSheet } from './anytown-papers.ts';
import { type DeskOfAnytown, openDeskOfAnytown } from './desk-of-anytown.ts';

let desk: DeskOfAnytown;
beforeEach(async () => {
  desk = await openDeskOfAnytown();
});

const onDay = (day: number, id: number) =>
  samplePage
    .replaceAll('3 February', `${day} February`)
    .replaceAll('2026-02-03', `2026-02-0${day}`)
    .replaceAll('812', String(id));

test('a committee of ours that a page names is that one, though its number was put to another', async () => {
  const one = await desk.bring({ 'page.html': samplePage });
  const { meeting } = await desk.read({ 'page.html': onDay(4, 813) });
  const committee = {
    name: 'Bridges Panel',
    type: 'other' as const,
    aliases: meeting.draft.committee.aliases ?? [],
  };
  await desk.publish({ ...meeting.draft, committee });
  const bridges = present(desk.council.manifests.at(-1), 'manifest');
  expect(bridges.committee.id).not.toBe(one.committee.id);
  const next = await desk.read({ 'page.html': onDay(5, 814) });
  expect(next.meeting.draft.committee).toMatchObject({ id: one.committee.id, name: 'Roads Panel' });
  // Nor is a meeting of the other committee on that day meant.
  const sameDay = await desk.read({ 'page.html': onDay(4, 815) });
  expect(sameDay.meeting.match).toBeNull();
});

test('minutes of a past meeting give nobody a grant of now, where the committee has met since', async () => {
  const before = { 'agenda.pdf': frontSheet('Tuesday, 2 December 2025') };
  const without = { 'agenda.pdf': frontSheet('Tuesday, 6 January 2026') };
  const { meeting } = await desk.read(without);
  await desk.publish({ ...meeting.draft, seats: meeting.draft.seats.slice(0, 1) }, without);
  const people = await desk.council.store.listPeople();
  expect(people.map(({ name }) => name)).toEqual(['Mr P Bartlett']);
  expect((await desk.bring(before)).seats).toHaveLength(3);
  expect(await desk.council.store.listPeople()).toEqual(people);
  // A meeting to come may have a member more than the one after it.
  await desk.bring({ 'agenda.pdf': frontSheet('Monday, 5 January 2026', '9.00 am') });
  expect(await desk.council.store.listPeople()).toHaveLength(3);
});
