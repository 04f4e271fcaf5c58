import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { importFaultSentence } from '../../../src/server/import/import-fault.ts';
import { readPaper } from '../../../src/server/import/read-paper.ts';
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
const files = folder === null ? [] : readIndex(`${folder}/index.tsv`);
const reader = openPdfReader();
afterAll(() => reader.close());

/** What the hand-made list says becomes of a file. */
const expectedOf = ({ observed }: HardFile): 'locked' | 'damaged' | 'read' => {
  if (observed.startsWith('PasswordException')) return 'locked';
  if (observed.startsWith('InvalidPDFException') || /\b0 p,/.test(observed)) return 'damaged';
  return 'read';
};

const pagesOf = ({ observed }: HardFile): number | null => {
  const found = /opens, (\d+) p,/.exec(observed);
  return found === null ? null : Number(found[1]);
};

test.for(folder === null ? [noFixtures] : [])('%s', (_, { skip }) => skip());

test.for(files)('$file: $note', async (hard) => {
  const bytes = new Uint8Array(readFileSync(`${folder}/${hard.file}`));
  const start = performance.now();
  const paper = await readPaper(hard.file, bytes, reader);
  expect(performance.now() - start).toBeLessThan(5000);
  const expected = expectedOf(hard);
  // Its one page, or each of its pages, is what cannot be read.
  if (hard.observed.includes('page errors')) {
    expect(paper.ok ? paper.value.notes.join(' ') : paper.error.kind).toMatch(/cannot be read|damaged/);
  } else if (expected === 'read') {
    expect(paper).toMatchObject({ ok: true });
    const pages = pagesOf(hard);
    if (paper.ok && pages !== null) expect(paper.value.text.pages).toHaveLength(pages);
  } else expect(paper).toEqual({ ok: false, error: { kind: expected, file: hard.file } });
  if (hard.category === 'scanned')
    expect(paper.ok && paper.value.notes).toEqual([`There is no text in this paper: ${hard.file}.`]);
  if (!paper.ok) expect(importFaultSentence(paper.error)).toMatch(/^\S.*\.$/);
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
