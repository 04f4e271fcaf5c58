import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { documentText } from '../../../src/papers/text/document-text.ts';
import { openPdfReader } from '../../../src/server/import/read-pdf.ts';
import { findFixture, noFixtures } from '../../support/fixtures.ts';
import { valueOf } from '../../support/present.ts';

const PAGE = [
  '%PDF-1.4',
  '1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj',
  '2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj',
  '3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>> endobj',
  '4 0 obj <</Length 45>> stream\nBT /F 12 Tf 70 400 Td (Road works here) Tj ET \nendstream endobj',
  '5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj',
  'trailer <</Root 1 0 R>>',
].join('\n');
const pdf = (text: string): Uint8Array => new TextEncoder().encode(text);

const reader = openPdfReader();
afterAll(() => reader.close());

test('a page is read, also when the one before it was damaged', async () => {
  expect(await reader.read(pdf('%PDF-1.4\nnothing'))).toEqual({ ok: false, error: { kind: 'damaged' } });
  const pages = valueOf(await reader.read(pdf(PAGE)));
  expect(documentText(pages).text.pages).toEqual([
    {
      page: 1,
      label: null,
      blocks: [{ kind: 'paragraph', number: null, lead: null, text: 'Road works here' }],
    },
  ]);
});

test('a page that takes too long ends the reading', async () => {
  const hurried = openPdfReader(0);
  expect(await hurried.read(pdf(PAGE))).toEqual({ ok: false, error: { kind: 'too-slow', page: 0 } });
  await hurried.close();
});

describe('files that break readers', () => {
  const cases = [
    ['derived/kent-frontsheet-encrypted-committee.pdf', { ok: false, error: { kind: 'locked' } }],
    ['pdfjs/issue3371.pdf', { ok: false, error: { kind: 'locked' } }],
    ['derived/zero-bytes.pdf', { ok: false, error: { kind: 'damaged' } }],
    ['derived/docx-named.pdf', { ok: false, error: { kind: 'damaged' } }],
    ['derived/sharepoint-error-page-named.pdf', { ok: false, error: { kind: 'damaged' } }],
    ['pdfjs/REDHAT-1531897-0.pdf', { ok: false, error: { kind: 'damaged' } }],
    ['pdfjs/Pages-tree-refs.pdf', { ok: false, error: { kind: 'damaged' } }],
    ['derived/kent-frontsheet-junk-prefix.pdf', { ok: true }],
    ['pdfjs/rotation.pdf', { ok: true }],
    ['pdfjs/bad-PageLabels.pdf', { ok: true }],
    ['pikepdf/cyclic-toc.pdf', { ok: true }],
    ['pikepdf/congress.pdf', { ok: true }],
  ] as const;

  test.for(cases)('%s', async ([file, answer], { skip }) => {
    const folder = findFixture('fixtures/3-hard-pdfs');
    if (folder === null) {
      skip(noFixtures);
      return;
    }
    expect(await reader.read(new Uint8Array(readFileSync(join(folder, file))))).toMatchObject(answer);
  });
});
