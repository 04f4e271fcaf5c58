import { expect, test } from 'vitest';
import type { PdfPaper } from '../../../../src/understand/pdf/paper.ts';
import { packDocuments } from '../../../../src/understand/pdf/pack-documents.ts';
import { paperKind } from '../../../../src/understand/pdf/paper-kind.ts';
import { pdfMeeting } from '../../../../src/understand/pdf/pdf-meeting.ts';
import { heading, listItem, paperOfBlocks, paragraph, table } from './sample-paper.ts';

const LENGTH = 60_000;
const times = (words: string): string => words.repeat(Math.ceil(LENGTH / words.length)).slice(0, LENGTH);

/** Words that rules look for, over and over in one line. */
const repeated = [
  'a',
  ' ',
  '1 ',
  '(Pages 1 - ',
  'meeting of the ',
  'held in the ',
  'Ann Bob ',
  'Ann, ',
  'A',
  '12.30 ',
  '1 May ',
  'Mon 1-',
  'to follow ',
  'see supplement ',
  'a.a@a.',
  '01234 ',
  'there are no ',
  'exclusion of the ',
  'Part 2 ',
  'Chair: ',
  'Minutes of the meeting ',
  '((((',
  '....',
  '- – — ',
  'Councillor A ',
  'members Councillor A, ',
  'contact the ',
  'enquiries on this ',
  'meeting on 1 May 2026 at ',
  'iv. ',
  '5 - ',
  'Proceedings of the meeting ',
  'Residents Group ',
];

const sheetWith = (words: string): PdfPaper =>
  paperOfBlocks('Agenda frontsheet.pdf', [
    [
      heading('AGENDA'),
      paragraph('A meeting of the Cabinet will be held on Tuesday, 10 March 2026 at 2.00 pm'),
      paragraph(words),
      heading(words),
      table(['Membership:', words], ['Venue:', words]),
      listItem('1.', words),
      listItem('2.', `Minutes ${words}`),
    ],
  ]);

test.for(repeated)('a very long line of "%s" is read in no time', (words) => {
  const paper = sheetWith(times(words));
  const begun = performance.now();
  paperKind(paper);
  const meeting = pdfMeeting(paper);
  packDocuments(paper);
  expect(meeting?.date?.value).toBe('2026-03-10');
  expect(performance.now() - begun).toBeLessThan(3000);
});

test('a sheet of nothing but items, and bookmarks without end, stay within bounds', () => {
  const items = Array.from({ length: 5000 }, (_, at) => listItem(`${(at % 900) + 1}.`, `Item ${at}`));
  const outline = Array.from({ length: 5000 }, (_, at) => ({
    title: at === 0 ? 'Agenda' : `${at}`,
    depth: at,
    page: (at % 3) + 1,
  }));
  const paper = paperOfBlocks(
    'a.pdf',
    [[heading('AGENDA'), paragraph('10 March 2026'), ...items], [paragraph('x')], []],
    outline,
  );
  expect(pdfMeeting(paper)?.items.length).toBeLessThanOrEqual(300);
  expect(packDocuments(paper)).toHaveLength(3);
});

test('nothing is made of nothing', () => {
  for (const pages of [[], [[]], [[paragraph('.')]]]) {
    const paper = paperOfBlocks('', pages, [{ title: '', depth: 0, page: 9 }]);
    expect(paperKind(paper)).toMatchObject({ value: 'report', doubt: 'guessed' });
    expect(pdfMeeting(paper)).toBeNull();
    expect(packDocuments(paper)).toEqual([]);
  }
});
