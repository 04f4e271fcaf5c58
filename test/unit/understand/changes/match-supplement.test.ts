import { describe, expect, test } from 'vitest';
import type { PaperText } from '../../../../src/domain/paper-text.ts';
import { compareTitles, titleKey } from '../../../../src/understand/changes/document-title.ts';
import { matchSupplement } from '../../../../src/understand/changes/match-supplement.ts';
import { paper, para } from './sample-papers.ts';

const compare = (one: string, other: string) => compareTitles(titleKey(one), titleKey(other));

describe('titles', () => {
  test.for([
    ['Winter Gritting Report', 'Winter Gritting Report_1.pdf'],
    ['Winter Gritting Report', 'Item 7 - Winter Gritting Report - Updated Jan 2025'],
    ['Winter Gritting Report', 'WINTER GRITTING REPORT v2 FINAL'],
    ['Winter Gritting Report', 'Winter_Gritting_Report (2)'],
    ['26/00012 - Gritting', '2600012 - Gritting (revised 21.01.26)'],
    ['Appendix B - Routes', 'Supplementary - Appendix B - Routes - amended'],
  ] as const)('%s = %s', ([one, other]) => {
    expect(compare(one, other)).toBe('equal');
  });

  test('one cut short is the same so far as it goes', () => {
    expect(
      compare('The gritting of rural lanes in the northern wards', 'The gritting of rural lanes in the nor'),
    ).toBe('cut');
  });

  test.for([
    ['Appendix A - Routes', 'Appendix B - Routes', 'other-part'],
    ['Gritting Report', 'Gritting Report - Appendix 1', 'other-part'],
    ['Minutes 9 January 2026', 'Minutes 19 December 2025', 'different'],
    ['2 - Amendment - Greens', '8 - Amendment - Greens', 'different'],
    ['', '', 'different'],
  ] as const)('%s is not %s', ([one, other, answer]) => {
    expect(compare(one, other)).toBe(answer);
  });

  test('made of marks of an issue only keep them', () => {
    expect(titleKey('FINAL draft v2').words).not.toBe('');
    expect(titleKey('Annexe 3').parts).toBe(titleKey('annex 3').parts);
    expect(titleKey('Part of the plan').parts).toBe('');
  });
});

const lines = (subject: string, count = 12): readonly string[] =>
  Array.from({ length: count }, (_, at) => `The ${subject} of ward ${at} is looked after by team ${at * 3}.`);
const text = (sentences: readonly string[]): PaperText => paper(sentences.map((line) => para(null, line)));
const document = (title: string, itemNumber: string | null, sentences: readonly string[]) => ({
  title,
  itemNumber,
  text: text(sentences),
});

const gritting = document('Gritting Report', '5', lines('gritting'));
const libraries = document('Library Report', '6', lines('library'));
const meeting = [gritting, libraries];

describe('a supplement', () => {
  test('with the same words under another name brings nothing new', () => {
    const again = document('Late paper', null, lines('gritting'));
    expect(matchSupplement(meeting, [again])).toEqual([
      { kind: 'same', supplied: again, present: gritting, alike: 1, doubt: null },
    ]);
  });

  test('with a few other words replaces, whatever its name', () => {
    const later = document('Doc 3', '5', [...lines('gritting'), 'Salt is dearer this year.']);
    expect(matchSupplement(meeting, [later])).toMatchObject([
      { kind: 'replaces', present: { title: 'Gritting Report' }, doubt: null },
    ]);
  });

  test('with the same name and mostly other words still replaces', () => {
    const later = document('Gritting Report - REVISED', '5', [
      ...lines('gritting', 5),
      ...lines('salting', 9),
    ]);
    expect(matchSupplement(meeting, [later])).toMatchObject([
      { kind: 'replaces', present: { title: 'Gritting Report' }, doubt: null },
    ]);
  });

  test('with the same name and no words to compare is doubted', () => {
    const scan = document('Gritting Report (updated)', '5', []);
    expect(matchSupplement(meeting, [scan])).toMatchObject([
      { kind: 'replaces', present: { title: 'Gritting Report' }, doubt: 'guessed' },
    ]);
  });

  test('with another text is new, also under a name that another item has', () => {
    const other = document('Bus Report', '5', ['Buses run every hour on weekdays.', 'Fares stay.']);
    const elsewhere = document('Gritting Report', '6', ['Nothing that stood in any paper so far.']);
    expect(matchSupplement(meeting, [other, elsewhere])).toMatchObject([
      { kind: 'new', doubt: null },
      { kind: 'new', doubt: null },
    ]);
  });

  test('that is as near to one as to another is doubted', () => {
    const twin = document('Salting Report', '5', [...lines('gritting'), 'Only here.']);
    const third = document('Third', '5', [...lines('gritting'), 'Not there.']);
    expect(matchSupplement([gritting, twin], [third])).toMatchObject([
      { kind: 'replaces', doubt: 'guessed' },
    ]);
  });

  test('of two documents that claim one, the less like is doubted', () => {
    const near = document('Near', '5', [...lines('gritting'), 'One more.']);
    const far = document('Far', '5', [...lines('gritting'), ...lines('salting', 3)]);
    expect(matchSupplement(meeting, [far, near])).toMatchObject([
      { kind: 'replaces', supplied: { title: 'Far' }, doubt: 'guessed' },
      { kind: 'replaces', supplied: { title: 'Near' }, doubt: null },
    ]);
  });

  test('to a meeting without papers is all new; an empty one brings nothing', () => {
    expect(matchSupplement([], [gritting])).toMatchObject([{ kind: 'new', doubt: null }]);
    expect(matchSupplement(meeting, [])).toEqual([]);
  });
});
