import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import type { Result } from '../../../src/domain/result.ts';
import { type ImportFault, importFaultSentence } from '../../../src/server/import/import-fault.ts';
import { type ReadPaper, readPaper } from '../../../src/server/import/read-paper.ts';
import { openPdfReader } from '../../../src/server/import/read-pdf.ts';
import { findFixture, noFixtures } from '../../support/fixtures.ts';

interface HardFile {
  readonly file: string;
  readonly category: string;
  readonly observed: string;
  readonly note: string;
}

const readIndex = (path: string): readonly HardFile[] =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [file = '', category = '', , observed = '', note = ''] = line.split('\t');
      return { file, category, observed, note };
    });

const folder = findFixture('fixtures/3-hard-pdfs');
const files =
  folder === null
    ? [{ file: 'no file', category: '', observed: '', note: noFixtures }]
    : readIndex(`${folder}/index.tsv`);
const reader = openPdfReader();
afterAll(() => reader.close());

/** What became of a file, as far as the hand-made list says something of it. */
type Outcome =
  | { readonly kind: 'read'; readonly pages: number | null }
  | { readonly kind: 'refused'; readonly as: string }
  /** Its one page, or some of its pages, cannot be read. */
  | { readonly kind: 'in-part' };

const expectedOf = ({ observed }: HardFile): Outcome => {
  if (observed.startsWith('PasswordException')) return { kind: 'refused', as: 'locked' };
  if (observed.startsWith('InvalidPDFException') || /\b0 p,/.test(observed)) {
    return { kind: 'refused', as: 'damaged' };
  }
  if (observed.includes('page errors')) return { kind: 'in-part' };
  const pages = /opens, (\d+) p\b/.exec(observed)?.[1];
  return { kind: 'read', pages: pages === undefined ? null : Number(pages) };
};

const outcomeOf = (paper: Result<ReadPaper, ImportFault>, expected: Outcome): Outcome => {
  const saidInPart = paper.ok
    ? paper.value.notes.some((note) => note.includes('cannot be read'))
    : paper.error.kind === 'damaged';
  if (expected.kind === 'in-part' && saidInPart) return expected;
  if (!paper.ok) return { kind: 'refused', as: paper.error.kind };
  const counts = expected.kind === 'read' && expected.pages !== null;
  return { kind: 'read', pages: counts ? paper.value.text.pages.length : null };
};

const noText = (paper: Result<ReadPaper, ImportFault>): boolean =>
  paper.ok && paper.value.notes.some((note) => note.startsWith('There is no text'));

test.for(files)('$file: $note', async (hard, { skip }) => {
  if (folder === null) {
    skip(noFixtures);
    return;
  }
  const bytes = new Uint8Array(readFileSync(`${folder}/${hard.file}`));
  const start = performance.now();
  const paper = await readPaper(hard.file, bytes, reader);
  expect(performance.now() - start).toBeLessThan(5000);
  const expected = expectedOf(hard);
  expect(outcomeOf(paper, expected)).toEqual(expected);
  expect(hard.category !== 'scanned' || noText(paper)).toBe(true);
  expect(paper.ok ? 'A paper.' : importFaultSentence(paper.error)).toMatch(/^\S.*\.$/);
});

const passwords = files.flatMap((hard) => {
  const password = /password ([\p{L}\d]+)/u.exec(hard.note)?.[1];
  return password === undefined || password === 'unknown' ? [] : [{ file: hard.file, password }];
});

test.for(passwords)('$file opens with its password', async ({ file, password }) => {
  const bytes = readFileSync(`${folder}/${file}`);
  expect(await reader.read(new Uint8Array(bytes), password)).toMatchObject({ ok: true });
  expect(await reader.read(new Uint8Array(bytes), `not ${password}`)).toMatchObject({
    ok: false,
    error: { kind: 'wrong-password' },
  });
});
