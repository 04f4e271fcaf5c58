import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { recognise } from '../../../../src/understand/moderngov/recognise.ts';
import { findFixture, noFixtures } from '../../../support/fixtures.ts';
import { meetingIn, understand } from './real-sources.ts';

const folder = findFixture('seeds');

describe.skipIf(folder === null)(`a page that somebody copied as text, or ${noFixtures}`, () => {
  test('gives its items, numbers, titles and what is cut', () => {
    const [first = ''] = folder === null ? [] : readdirSync(folder).toSorted();
    const source = readFileSync(join(folder ?? '', first), 'utf8');
    expect(recognise(source, null)).toEqual({ ok: true, value: 'text-meeting' });
    const parts = source.split(/^(\d+)\.\s*$/mu).slice(1);
    const expected = parts.flatMap((number, index) => {
      if (index % 2 === 1) return [];
      const [line = '', ...rest] = (parts[index + 1] ?? '').trim().split('\n');
      const title = line.replace(/ pdf icon PDF .*$/u, '');
      return [
        { number, title, documents: title === line ? 0 : 1, cut: rest.join().includes('view the full') },
      ];
    });
    expect(expected).toHaveLength(5);
    const { items, venue, contact } = meetingIn(understand(source));
    expect(
      items.map(({ number, numbered, title, documents, minute }) => {
        expect(numbered).toBe('minute');
        expect(title.doubt).toBe(minute?.truncated === true ? 'cut' : null);
        return { number, title: title.value, documents: documents.length, cut: minute?.truncated };
      }),
    ).toEqual(expected);
    expect(source).toContain(`Venue: ${venue?.value}`);
    expect(source).toContain(`Contact: ${contact?.value.name} (${contact?.value.telephone})`);
    expect(JSON.stringify(items)).not.toMatch(/[·Ø]|view the full/u);
  });
});

const COPIED = `Planning Panel - Monday, 3rd March, 2025 6.30 pm, CANCELLED
Agenda
Proposed venue: Old Mill, Sampleton View directions
Items
No. Item

1.

Apologies

Part 1

2.\tPond Lane pdf icon PDF 1 MB
To decide on
12.
the pond
Ø Ducks
Additional documents:

Plan of the pond , item 2. PDF 20 KB
Decision:

RESOLVED that:
(a) the pond stay;

3.

Any other business
`;

test('a copied agenda counts its items itself; figures within the text are none', () => {
  const meeting = meetingIn(understand(COPIED));
  expect(meeting.committee?.value).toBe('Planning Panel');
  expect(meeting.start?.value).toBe('2025-03-03T18:30');
  expect(meeting.state?.value).toBe('cancelled');
  expect(meeting.venue?.value).toBe('Old Mill, Sampleton');
  expect(meeting.items.map(({ number, numbered }) => [number, numbered])).toEqual([
    ['1', 'agenda'],
    ['2', 'agenda'],
    ['3', 'agenda'],
  ]);
  const last = meeting.items[1];
  expect(last?.documents.map(({ title, url }) => [title, url])).toEqual([
    ['Pond Lane', null],
    ['Plan of the pond', null],
  ]);
  expect(last?.text).toEqual(['To decide on', '12.', 'the pond', '• Ducks']);
  expect(last?.minute?.resolutions).toEqual(['RESOLVED that:\n(a) the pond stay;']);
});

test('parts of an item are items in their own right, in their order', () => {
  const numbers = ['5', '6', '6.1', '6.9', '6.10', '7a', '7b'];
  const copied = numbers
    .map((number) => `${number}.\n\nTitle of ${number}\n\nMinutes:\n\nNoted.\n`)
    .join('\n');
  const { items } = meetingIn(understand(copied));
  expect(items.map(({ number }) => number)).toEqual(numbers);
});

test('a plain text without the signs of such a page is not taken for one', () => {
  expect(recognise('1.\n\nMilk\n\n2.\n\nBread', null)).toEqual({ ok: false, error: 'unknown' });
});
