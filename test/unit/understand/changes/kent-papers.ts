import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { PaperText } from '../../../../src/domain/paper-text.ts';
import { documentText } from '../../../../src/papers/text/document-text.ts';
import type { OutlineEntry } from '../../../../src/papers/text/page-content.ts';
import { openPdfReader } from '../../../../src/server/import/read-pdf.ts';
import { findFixture } from '../../../support/fixtures.ts';
import { present, valueOf } from '../../../support/present.ts';

export interface RealPaper {
  readonly title: string;
  readonly itemNumber: null;
  readonly text: PaperText;
  readonly outline: readonly OutlineEntry[];
}

/** All papers of one real meeting, by their titles; null in a clone without fixtures. */
export const readMeetingPapers = async (meeting: string): Promise<readonly RealPaper[] | null> => {
  const folder = findFixture(`fixtures/2-documents/kent-cc-moderngov-pdfs/meetings/${meeting}`);
  if (folder === null) return null;
  const reader = openPdfReader();
  const papers: RealPaper[] = [];
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.pdf'))) {
    const { pages, outline } = valueOf(await reader.read(new Uint8Array(readFileSync(join(folder, file)))));
    papers.push({ title: basename(file, '.pdf'), itemNumber: null, text: documentText(pages).text, outline });
  }
  await reader.close();
  return papers;
};

/** The one paper whose title fits. */
export const paperNamed = (papers: readonly RealPaper[], title: RegExp): RealPaper => {
  const found = papers.filter((paper) => title.test(paper.title));
  if (found.length > 1) throw new Error(`${title} fits ${found.length} papers`);
  return present(found[0], `paper ${title}`);
};
