import { basename, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { documentText } from '../../../../src/papers/text/document-text.ts';
import type { PdfPaper } from '../../../../src/understand/pdf/paper.ts';
import { paperKind } from '../../../../src/understand/pdf/paper-kind.ts';
import { pdfMeeting } from '../../../../src/understand/pdf/pdf-meeting.ts';
import { findFixture, noFixtures } from '../../../support/fixtures.ts';
import { present } from '../../../support/present.ts';
import { openFixtureReader, pdfsUnder } from './read-fixture.ts';
import { itemsOf, valuesOf } from './told.ts';

const folder = findFixture('fixtures/2-documents/kent-cc-moderngov-pdfs');
const reader = openFixtureReader();
afterAll(() => reader.close());

/** The same paper as a writer without tags would have made it. */
const withoutTags = ({ file, content }: PdfPaper): PdfPaper => {
  const pages = content.pages.map((page) => ({ ...page, structure: null }));
  return { file, content: { ...content, pages }, text: documentText(pages) };
};

describe.skipIf(folder === null)(`papers whose tags are taken away (${noFixtures} without them)`, () => {
  const papers = folder === null ? [] : pdfsUnder(join(folder, 'meetings'));
  const sheets = papers.filter((path) => /^(?:Agenda frontsheet|PACK) /.test(basename(path)));

  test.for(sheets.map((path) => [basename(path), path] as const))('%s', async ([, path]) => {
    const paper = present(await reader.read(path), path);
    const bare = withoutTags(paper);
    const [meeting, same] = [paper, bare].map((read) => present(pdfMeeting(read), 'meeting'));
    expect(paperKind(bare).value).toBe(paperKind(paper).value);
    expect(valuesOf(present(same, 'meeting'))).toEqual(valuesOf(present(meeting, 'meeting')));
    expect(itemsOf(present(same, 'meeting'))).toEqual(itemsOf(present(meeting, 'meeting')));
  });
});
