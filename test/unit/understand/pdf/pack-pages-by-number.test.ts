import { expect, test } from 'vitest';
import { packDocuments } from '../../../../src/understand/pdf/pack-documents.ts';
import { paperKind } from '../../../../src/understand/pdf/paper-kind.ts';
import { paperOfText } from './sample-paper.ts';

const SHEET = `
  # Harbour Committee
  Thursday 13 March 2025 at 10.00 am
  Board Room, Quay House, Porthaven
  # AGENDA
  1. Apologies
  2. Minutes (Pages 3 - 4)
  3. Dues review (Pages 5 - 6)`;

const body = (words: string) => `# ${words}\nThe report says what the board is asked to do about it.`;

const documentsOf = (paper: ReturnType<typeof paperOfText>) =>
  packDocuments(paper).map(({ itemNumber, first, last }) => [itemNumber, first, last]);

test('documents begin where pages bear the numbers that the front sheet prints', () => {
  const pages = [SHEET, 'Notes for visitors', body('Minutes'), 'More.', body('Dues'), 'More.'];
  const paper = paperOfText('pack.pdf', pages);
  const numbered = {
    ...paper,
    text: { ...paper.text, furniture: pages.map((_, at) => [String(at + 1)]) },
  };
  expect(paperKind(numbered).value).toBe('pack');
  expect(documentsOf(numbered)).toEqual([
    [null, 1, 2],
    ['2', 3, 4],
    ['3', 5, 6],
  ]);
  // Where the pages bear no such numbers, nothing is cut.
  expect(documentsOf(paper)).toEqual([]);
});

test('a bookmark without a number is the item of its title', () => {
  const paper = paperOfText(
    'pack.pdf',
    [SHEET, body('Minutes'), 'More.', body('Dues'), 'More.'],
    [
      { title: 'Agenda frontsheet', page: 1, depth: 0 },
      { title: 'Minutes', page: 2, depth: 0 },
      { title: 'Dues Review', page: 4, depth: 0 },
      { title: 'Late letter', page: 5, depth: 0 },
    ],
  );
  expect(documentsOf(paper)).toEqual([
    [null, 1, 1],
    ['2', 2, 3],
    ['3', 4, 4],
    [null, 5, 5],
  ]);
});
