import { beforeEach, describe, expect, test } from 'vitest';
import type { Manifest } from '../../../../src/domain/meeting.ts';
import { samplePages } from '../../../support/sample-papers.ts';
import { frontSheet, winterReport } from './anytown-papers.ts';
import { type DeskOfAnytown, openDeskOfAnytown } from './desk-of-anytown.ts';

const first = { 'agenda.pdf': frontSheet(), 'Winter service plan.txt': winterReport };

let desk: DeskOfAnytown;
let one: Manifest;
beforeEach(async () => {
  desk = await openDeskOfAnytown();
  one = await desk.bring(first);
});

describe('for a meeting that the clerk names', () => {
  const report = { 'Cost of salt.txt': '1.1 Salt has become dearer than it was in the autumn.' };

  test('a report belongs nowhere by itself', async () => {
    const { proposal, meetings } = await desk.read(report);
    expect(meetings).toEqual([]);
    expect(proposal.unplaced).toEqual(['Cost of salt.txt']);
  });

  test('a report joins it, as a paper to be put to its item', async () => {
    const { meeting, proposal } = await desk.read(report, { meeting: one.meetingId });
    expect(proposal.unplaced).toEqual([]);
    expect(meeting.match).toEqual({ meetingId: one.meetingId, version: 1, doubt: null });
    const added = meeting.draft.papers.filter((paper) => 'file' in paper);
    expect(added).toEqual([{ file: 'Cost of salt.txt', title: 'Cost of salt', kind: 'report' }]);
    expect(proposal.meetings[0]?.papers.at(-1)).toMatchObject({ item: null, doubt: 'guessed' });
  });

  test('a new sheet with another day moves it', async () => {
    const moved = { 'agenda.pdf': frontSheet('Thursday, 5 February 2026') };
    expect((await desk.read(moved)).meeting.match).toBeNull();
    const { meeting, proposal } = await desk.read(moved, { meeting: one.meetingId });
    expect(meeting.match).toMatchObject({ meetingId: one.meetingId });
    expect(meeting.draft.date).toBe('2026-02-05');
    expect(proposal.meetings[0]?.start?.doubt).toBe('disagrees');
  });

  test('and then says is not meant, a report belongs nowhere', async () => {
    const { meetings } = await desk.read(report, { meeting: one.meetingId, apart: [one.meetingId] });
    expect(meetings).toEqual([]);
  });
});

test('a report that stands in a pack that was published is shown with what changed in it', async () => {
  const other = await openDeskOfAnytown();
  const pack = samplePages(
    [
      'Roads Panel',
      'AGENDA',
      'Date: Tuesday, 3 February 2026',
      'Time: 6.30 pm',
      'Venue: Guildhall, Anytown',
      '1. Apologies',
      '2. Salt for the winter \\(Pages 3 - 4\\)',
      'foot: Page 1',
    ],
    ['This page is intentionally left blank', 'foot: Page 2'],
    [
      'Agenda Item 2',
      'Salt for the winter',
      '1.1 The barns are filled before November in each year.',
      '1.2 The salt costs forty thousand pounds in a year like the last one.',
      'foot: Page 3',
    ],
    ['1.3 Officers have looked at every road that was gritted last winter.', 'foot: Page 4'],
  );
  const { meetingId } = await other.bring({
    'Public reports pack 03rd-Feb-2026 18.30 Roads Panel.pdf': pack,
  });
  const later = samplePages(
    [
      'Agenda Item 2',
      'Salt for the winter',
      '1.1 The barns are filled before November in each year.',
      '1.2 The salt costs sixty thousand pounds in a year like the last one.',
      'foot: Page 1',
    ],
    ['1.3 Officers have looked at every road that was gritted last winter.', 'foot: Page 2'],
  );
  const { proposal } = await other.read({ 'Salt for the winter.pdf': later }, { meeting: meetingId });
  const [before, after] = proposal.meetings[0]?.papers ?? [];
  expect(before?.documents.map(({ title }) => title.value)).toContain('Salt for the winter');
  expect(after).toMatchObject({ replaces: before?.file, replacesDocument: 'Salt for the winter', item: 1 });
  expect(after?.changes.map(({ before: was, after: is }) => [was?.page, is?.page])).toEqual([[3, 1]]);
});
