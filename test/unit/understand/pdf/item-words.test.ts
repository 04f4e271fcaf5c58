import { describe, expect, test } from 'vitest';
import { sectionOf } from '../../../../src/understand/pdf/agenda-sections.ts';
import { comesAfter, isFirst, readItemNumber } from '../../../../src/understand/pdf/item-number.ts';
import { titleNotes } from '../../../../src/understand/pdf/title-notes.ts';
import { present } from '../../../support/present.ts';

const number = (text: string) => present(readItemNumber(text), `number in ${text}`);

describe('what is printed behind a title', () => {
  test.for([
    ['Minutes (Pages 1 - 10)', 'Minutes', { first: 1, last: 10 }, null],
    ['Budget (Pages 25 – 100) To consider it.', 'Budget', { first: 25, last: 100 }, null],
    ['Petition (Page 5)', 'Petition', { first: 5, last: 5 }, null],
    ['Plan Pages 3 to 12', 'Plan', { first: 3, last: 12 }, null],
    ['Plan (Pages 3 - 4) (Pages 5 - 8)', 'Plan', { first: 3, last: 8 }, null],
    ['Plan (Pages 9 - 4)', 'Plan', null, null],
    ['Waste contract (To Follow)', 'Waste contract', null, 'to-follow'],
    ['Waste contract - report to follow', 'Waste contract', null, 'to-follow'],
    ['Waste contract - See Supplement', 'Waste contract', null, 'see-supplement'],
    ['Waste contract (see supplement pack)', 'Waste contract', null, 'see-supplement'],
    ['Procedure to follow', 'Procedure to follow', null, null],
    ['24/00108 - Monitoring', '24/00108 - Monitoring', null, null],
    ['Home pages and web pages', 'Home pages and web pages', null, null],
  ] as const)('%s', ([printed, title, pages, papers]) => {
    expect(titleNotes(printed)).toMatchObject({ title, pages, papers });
  });

  test('an exempt item may say so itself', () => {
    expect(titleNotes('Lease of the old depot (Exempt)')).toMatchObject({
      title: 'Lease of the old depot',
      exempt: true,
    });
    expect(titleNotes('Tax exemptions (England)')).toMatchObject({ exempt: false });
  });
});

describe('item numbers', () => {
  test.for(['7', '7.', '(7)', '7a', '9.1', 'A', 'B2', '103'])('%s is one', (text) => {
    expect(readItemNumber(text)).not.toBeNull();
  });

  test.for(['(a)', '•', 'i)', '24/00109', '2025', 'Apologies', ''])('%s is none', (text) => {
    expect(readItemNumber(text)).toBeNull();
  });

  test.for([
    ['1', '2', true],
    ['7', '9', true],
    ['7', '7a', true],
    ['7a', '7b', true],
    ['9.9', '9.10', true],
    ['7b', '8', true],
    ['A', 'B', true],
    ['A3', 'B1', true],
    ['2', '1', false],
    ['7', '7', false],
    ['7b', '7a', false],
    ['3', '90', false],
    ['A', '2', false],
    ['A3', 'B2', false],
  ] as const)('%s, then %s: %s', ([last, next, follows]) => {
    expect(comesAfter(number(last), number(next))).toBe(follows);
  });

  test('where a list begins', () => {
    expect(['1', 'A', 'A1', '2', 'B', '1a'].map((text) => isFirst(number(text)))).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('sections of an agenda', () => {
  test.for([
    ['UNRESTRICTED ITEMS', null, 'open'],
    ['EXEMPT ITEMS', 'open', 'exempt'],
    ['Part 1 - Items open to the public', null, 'open'],
    ['PART II (PRIVATE)', 'open', 'exempt'],
    ['PART A', null, 'open'],
    ['PART B', 'open', 'exempt'],
    ['Part B - Items for information', 'open', 'open'],
    ['Part 2: items from which the press and public may be excluded', 'open', 'exempt'],
    ['Confidential business', 'open', 'exempt'],
    ['Open session', 'exempt', 'open'],
    ['Partnership update', 'open', null],
    ['Exempt accommodation strategy', 'open', null],
    ['Public questions', 'open', null],
  ] as const)('%s after %s: %s', ([text, before, section]) => {
    expect(sectionOf(text, before)).toBe(section);
  });
});
