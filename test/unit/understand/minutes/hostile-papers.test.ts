import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { PaperText, TextBlock } from '../../../../src/domain/paper-text.ts';
import { documentText } from '../../../../src/papers/text/document-text.ts';
import { openPdfReader } from '../../../../src/server/import/read-pdf.ts';
import { readMinutes } from '../../../../src/understand/minutes/read-minutes.ts';
import { findFixture, noFixtures } from '../../../support/fixtures.ts';

const reader = openPdfReader();
afterAll(() => reader.close());

/** Packs above this size add time and no kind of page that smaller ones have not. */
const LARGEST = 2_000_000;

test.for(['fixtures/2-documents/kent-cc-moderngov-pdfs/meetings', 'fixtures/3-hard-pdfs'])(
  'every paper of %s that opens is answered',
  { timeout: 300_000 },
  async (path, { skip }) => {
    const folder = findFixture(path);
    if (folder === null) {
      skip(noFixtures);
      return;
    }
    let opened = 0;
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!file.toLowerCase().endsWith('.pdf') || statSync(join(folder, file)).size > LARGEST) continue;
      const content = await reader.read(new Uint8Array(readFileSync(join(folder, file))));
      if (!content.ok) continue;
      const { minutes, present } = readMinutes(file, documentText(content.value.pages).text);
      opened += 1;
      expect(minutes.every(({ value }) => value.title !== '')).toBe(true);
      expect(present.every(({ value }) => value.length <= 120)).toBe(true);
    }
    expect(opened).toBeGreaterThan(20);
  },
);

const paper = (blocks: readonly TextBlock[]): PaperText => ({
  format: 1,
  pages: [{ page: 1, label: null, blocks }],
});
const paragraph = (text: string): TextBlock => ({ kind: 'paragraph', number: null, lead: null, text });

const pieces = [
  'For (',
  'For: Mr A, ',
  'Councillor A declared ',
  ' and Mr A declared an interest and ',
  'apologies from ',
  'RESOLVED (a) ',
  'the motion was ',
  '12 votes for ',
  '((((',
  'a, ',
  '1. ',
  'Mr ',
  'voted for Mr A and voted against ',
  'minutes of the meeting of ',
  '- ',
  'Item 1 (',
  'Present: A ',
  '..... ',
  'YES - 1 ',
  'Councillor A, other ',
  'cabinet member ',
  'proceedings of the meeting held ',
  'attended as ',
  'A1-2/3 ',
];

test.for(pieces)('%j over and over ends in time', (piece) => {
  const long = piece.repeat(Math.ceil(60_000 / piece.length));
  const start = performance.now();
  readMinutes(
    'hostile.pdf',
    paper([
      paragraph(long),
      { kind: 'heading', level: 1, text: '1. Apologies' },
      paragraph(long),
      { kind: 'heading', level: 1, text: '2. Declarations of interest' },
      { kind: 'item', label: '1)', text: long },
      { kind: 'table', header: false, rows: [['For', long], [long]] },
      { kind: 'heading', level: 1, text: long },
    ]),
  );
  expect(performance.now() - start).toBeLessThan(2500);
});

test('a paper of a great many lines ends in time', () => {
  const blocks = Array.from({ length: 40_000 }, (_, at): TextBlock => {
    if (at % 3 === 0) return { kind: 'heading', level: 2, text: `${at % 9000}. Title` };
    return at % 3 === 1
      ? { kind: 'item', label: `${at % 50}.`, text: 'RESOLVED that' }
      : paragraph('For (3)');
  });
  const start = performance.now();
  expect(readMinutes('many.pdf', paper(blocks)).minutes.length).toBeGreaterThan(1);
  expect(performance.now() - start).toBeLessThan(5000);
});
