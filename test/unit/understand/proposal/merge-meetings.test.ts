import { expect, test } from 'vitest';
import { isSameMeeting, mergeMeetings } from '../../../../src/understand/proposal/merge-meetings.ts';
import { document, fact, item, meeting } from './samples.ts';

const alias = (id: string) => ({ system: 'moderngov' as const, site: null, kind: 'meeting' as const, id });

test('two sources are of one meeting by their day and committee, or by the other system’s number', () => {
  const one = meeting();
  expect(isSameMeeting(one, meeting({ committee: fact('The Roads Panel') }))).toBe(true);
  expect(isSameMeeting(one, meeting({ committee: null }))).toBe(true);
  expect(isSameMeeting(one, meeting({ start: fact('2026-02-04T18:30') }))).toBe(false);
  expect(isSameMeeting(one, meeting({ start: null }))).toBe(false);
  expect(isSameMeeting(one, meeting({ committee: fact('Schools Panel') }))).toBe(false);
  const moved = meeting({ start: fact('2026-03-01T10:00'), aliases: [alias('77')] });
  expect(isSameMeeting(meeting({ aliases: [alias('77')] }), moved)).toBe(true);
});

test('what two sources say differently is in doubt, and what one only guessed is not asked', () => {
  const merged = mergeMeetings([
    meeting({ venue: fact('Guildhall'), start: fact('2026-02-03T18:30') }),
    meeting({ venue: fact('Guildhall, High Street'), start: fact('2026-02-03T19:00') }),
    meeting({ venue: fact('Town Hall', 'name.pdf', 'guessed') }),
  ]);
  expect(merged.venue).toEqual(fact('Guildhall'));
  expect(merged.start).toEqual({ ...fact('2026-02-03T18:30'), doubt: 'disagrees' });
});

test('a fact that is sure comes before one that was guessed, whoever said it first', () => {
  const merged = mergeMeetings([
    meeting({ committee: fact('Roads', 'name.pdf', 'guessed') }),
    meeting({ committee: fact('Roads Panel') }),
  ]);
  expect(merged.committee).toEqual(fact('Roads Panel'));
});

test('items join by title, keep the agenda’s number and gather what each source knows', () => {
  const minute = { number: '54', paragraphs: ['Noted.'], resolutions: [], votes: [], truncated: false };
  const merged = mergeMeetings([
    meeting({
      items: [
        item('54', 'Public Question Time', { numbered: 'minute', minute }),
        item('55', 'Winter service', { numbered: 'minute', documents: [document('Routes', { url: 'u' })] }),
      ],
    }),
    meeting({
      items: [
        item('1', 'Public question time'),
        item('2', 'Winter Service', {
          pages: fact({ first: 1, last: 8 }),
          documents: [document('Routes', { url: 'u', restricted: true })],
        }),
        item('3', 'Late item'),
      ],
    }),
  ]);
  expect(merged.items.map(({ number, title, pages }) => [number, title.value, pages?.value])).toEqual([
    ['1', 'Public Question Time', undefined],
    ['2', 'Winter service', { first: 1, last: 8 }],
    ['3', 'Late item', undefined],
  ]);
  expect(merged.items[0]?.minute).toEqual(minute);
  // Restricted somewhere is restricted: the address goes with it.
  expect(merged.items[1]?.documents).toEqual([document('Routes', { restricted: true })]);
});

test('the same number is not the same item', () => {
  const merged = mergeMeetings([
    meeting({ items: [item('1', 'Apologies'), item('2', 'Winter service')] }),
    meeting({ items: [item('1', 'Winter service'), item('2', 'School places in the north')] }),
  ]);
  expect(merged.items.map(({ title }) => title.value)).toEqual([
    'Apologies',
    'Winter service',
    'School places in the north',
  ]);
});
