import { expect, test } from 'vitest';
import { recognise } from '../../../../src/understand/moderngov/recognise.ts';
import { understand } from './real-sources.ts';

const MEETINGS = `Council home
Browse meetings

Pond Panel

This page lists the meetings for Pond Panel.

Meetings

    • 4 Dec 2026 7.30 pm - CANCELLED
    • 3 Nov 2026 7.30 pm - NEW! Agenda
    • 1 Oct 2026 7.30 pm

Earlier meetings.
`;

const DETAILS = `Committee details

Pond Panel

Purpose of committee

To keep the pond.

Membership

    • Councillor A Sample  (Chair)
    • Councillor B Sample  (Vice-Chairman)
    • Councillor C Sample
    • Vacancy
    • D Sample  (Substitute)

Contact information

Support officer: E Sample.

Phone: 01632 960000
`;

test('a copied list of meetings', () => {
  const understood = understand(MEETINGS);
  const meetings = understood.kind === 'meetings' ? understood.list.meetings : [];
  expect(meetings.map(({ value }) => [value.committee, value.start, value.status, value.state])).toEqual([
    ['Pond Panel', '2026-12-04T19:30', 'CANCELLED', 'cancelled'],
    ['Pond Panel', '2026-11-03T19:30', 'Agenda', null],
    ['Pond Panel', '2026-10-01T19:30', null, null],
  ]);
});

test('a copied page of a committee', () => {
  const understood = understand(DETAILS);
  expect(understood).toMatchObject({ kind: 'committee', committee: { name: { value: 'Pond Panel' } } });
  const members = understood.kind === 'committee' ? understood.committee.members : [];
  expect(members.map(({ value }) => [value.name, value.role])).toEqual([
    ['Councillor A Sample', 'chair'],
    ['Councillor B Sample', 'vice-chair'],
    ['Councillor C Sample', 'member'],
  ]);
  expect(JSON.stringify(understood)).not.toContain('960000');
});

test('neither is seen in other words', () => {
  const unknown = { ok: false, error: 'unknown' };
  expect(recognise('Browse meetings\nThere are none.', null)).toEqual(unknown);
  expect(recognise('Committee details\nWho sits on it is not said.', null)).toEqual(unknown);
});
