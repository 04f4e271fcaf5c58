import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const folder = resolve(import.meta.dirname, '../../src/styles');
const ours = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
const theirs = readFileSync(
  createRequire(import.meta.url).resolve('pdfjs-dist/legacy/web/pdf_viewer.css'),
  'utf8',
);

/** Classes that a sheet dresses wherever they stand: `.dialog {`, and each of `.a, .b {`. */
const bareClasses = (sheet: string): readonly string[] =>
  [...sheet.matchAll(/^\.([\w-]+)(?:::?[\w-]+)?\s*[,{]/gmu)].map(([, name = '']) => name);

// The sheet of the PDF viewer comes with the first page that is shown, and stays.
test('no class of the interface is one that the PDF viewer dresses as well', () => {
  const known = new Set(bareClasses(theirs));
  expect(known.has('dialog')).toBe(true);
  const own = ours.flatMap(bareClasses);
  expect(own).toContain('modal');
  expect(own.filter((name) => known.has(name))).toEqual([]);
});
