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
  const { pages } = valueOf(await reader.read(pdf(PAGE)));
  expect(documentText(pages).text.pages).toEqual([
    {
      page: 1,
      label: null,
      blocks: [{ kind: 'paragraph', number: null, lead: null, text: 'Road works here' }],
    },
  ]);
});

test('files that are asked for at once are read one after the other, each by itself', async () => {
  const other = PAGE.replace('Road works here', 'Salt is in here');
  const read = await Promise.all([
    reader.read(pdf(PAGE)),
    reader.read(pdf('%PDF-1.4')),
    reader.read(pdf(other)),
  ]);
  const texts = read.map((one) =>
    one.ok ? JSON.stringify(documentText(one.value.pages).text) : one.error.kind,
  );
  expect(texts).toEqual([
    expect.stringContaining('Road works'),
    'damaged',
    expect.stringContaining('Salt is'),
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
    ['pdfjs/Pages-tree-refs.pdf', { ok: true, value: { unreadable: [2] } }],
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

const open = async (file: string, password?: string) => {
  const path = findFixture(`fixtures/3-hard-pdfs/${file}`);
  return path === null ? null : reader.read(new Uint8Array(readFileSync(path)), password);
};

describe('a file with bookmarks or a password', () => {
  test('gives its bookmarks with their depths and pages, also where they go round in a circle', async ({
    skip,
  }) => {
    const nested = await open('pdfjs/nested_outline.pdf');
    const cyclic = await open('pikepdf/cyclic-toc.pdf');
    if (nested === null || cyclic === null) {
      skip(noFixtures);
      return;
    }
    const { outline } = valueOf(nested);
    expect(outline).toHaveLength(9);
    expect(new Set(outline.map(({ depth }) => depth)).size).toBeGreaterThan(1);
    expect(outline.every(({ page }) => page !== null)).toBe(true);
    expect(valueOf(cyclic).outline.length).toBeGreaterThan(0);
  });

  test('opens with the right password, and says when it is the wrong one', async ({ skip }) => {
    const file = 'derived/kent-frontsheet-encrypted-committee.pdf';
    const right = await open(file, 'committee');
    if (right === null) {
      skip(noFixtures);
      return;
    }
    expect(valueOf(right).pages).toHaveLength(1);
    expect(await open(file, 'another')).toEqual({ ok: false, error: { kind: 'wrong-password' } });
    expect(await open(file)).toEqual({ ok: false, error: { kind: 'locked' } });
  });
});
