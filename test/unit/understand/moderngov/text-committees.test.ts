import { expect, test } from 'vitest';
import { understandModernGov } from '../../../../src/understand/moderngov/understand-moderngov.ts';

const read = (source: string) => understandModernGov({ file: 'copied.txt', source, address: null });

const copied = `Anytown Council
Home
Contact the council
Committee structure
The committees of the council are listed below.
Council
Council
Executive bodies
Cabinet
Cabinet Sub-Committee on Bridges
Regulatory Committees
Planning Committee
Licensing Panel
Working Groups
Footpaths Working Group
Accessibility`;

test('a copied list of committees gives each under its heading, in doubt', () => {
  const answer = read(copied);
  expect(answer.ok && answer.value.kind).toBe('committees');
  const list = answer.ok && answer.value.kind === 'committees' ? answer.value.list.committees : [];
  expect(list.map(({ value }) => [value.category, value.name])).toEqual([
    [null, 'Council'],
    ['Executive bodies', 'Cabinet'],
    ['Executive bodies', 'Cabinet Sub-Committee on Bridges'],
    ['Regulatory Committees', 'Planning Committee'],
    ['Regulatory Committees', 'Licensing Panel'],
    ['Working Groups', 'Footpaths Working Group'],
  ]);
  expect(list.every(({ doubt, value }) => doubt === 'guessed' && value.aliases.length === 0)).toBe(true);
});

test('a text that only speaks of committees is no list of them', () => {
  expect(read('Committee structure\n\nThe panel met in May.\nIt was cold.').ok).toBe(false);
  expect(read('Committees\nPlanning Committee\nLicensing Panel').ok).toBe(false);
  expect(read('The Planning Committee met.\nThe Licensing Panel did not.').ok).toBe(false);
});
