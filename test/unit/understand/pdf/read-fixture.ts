import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { documentText } from '../../../../src/papers/text/document-text.ts';
import { openPdfReader } from '../../../../src/server/import/read-pdf.ts';
import type { PdfPaper } from '../../../../src/understand/pdf/paper.ts';

/** Reads PDFs for the tests of one file, each once. */
export interface FixtureReader {
  /** The paper, named by its file's own name; null when it does not open. */
  readonly read: (path: string) => Promise<PdfPaper | null>;
  readonly close: () => Promise<void>;
}

export const openFixtureReader = (): FixtureReader => {
  const reader = openPdfReader();
  const papers = new Map<string, Promise<PdfPaper | null>>();
  const open = async (path: string): Promise<PdfPaper | null> => {
    const answer = await reader.read(new Uint8Array(readFileSync(path)));
    if (!answer.ok) return null;
    return { file: basename(path), content: answer.value, text: documentText(answer.value.pages) };
  };
  let last: Promise<unknown> = Promise.resolve();
  return {
    // The reader reads one file at a time.
    read: (path) => {
      const known = papers.get(path);
      if (known !== undefined) return known;
      const paper = last.then(() => open(path));
      last = paper;
      papers.set(path, paper);
      return paper;
    },
    close: () => reader.close(),
  };
};

/** All PDFs under a folder, in the order of their names. */
export const pdfsUnder = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.toLowerCase().endsWith('.pdf'))
    .toSorted()
    .map((name) => join(folder, name));
