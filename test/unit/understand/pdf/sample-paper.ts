import type { TextBlock } from '../../../../src/domain/paper-text.ts';
import { blockText } from '../../../../src/papers/text/block-text.ts';
import { documentText } from '../../../../src/papers/text/document-text.ts';
import type { OutlineEntry, PageContent } from '../../../../src/papers/text/page-content.ts';
import type { PdfPaper } from '../../../../src/understand/pdf/paper.ts';
import { type Line, pageOfLines } from '../../papers/page-of-lines.ts';

/** A page as text: a line for each printed line; "# " before one in bold, " | " between number, title and pages. */
const pageOfText = (text: string, page: number): PageContent => {
  const lines: Line[] = [];
  const printed = text.split('\n').map((line) => line.trim());
  for (const [at, line] of printed.entries()) {
    const y = 760 - at * 18;
    const bold = line.startsWith('# ');
    const columns = line.replace(/^# /, '').split('|');
    for (const [column, words] of columns.entries()) {
      if (words.trim() !== '') lines.push({ text: words.trim(), x: COLUMNS[column] ?? 500, y, bold });
    }
  }
  return pageOfLines(lines, page);
};

/** Number, title, pages. */
const COLUMNS = [70, 110, 500];

/** A paper without tags: its reading text is made out from where the lines stand. */
export const paperOfText = (
  file: string,
  pages: readonly string[],
  outline: readonly OutlineEntry[] = [],
): PdfPaper => {
  const contents = pages.map((text, at) => pageOfText(text.trim(), at + 1));
  return { file, content: { pages: contents, outline, unreadable: [] }, text: documentText(contents) };
};

/** A paper whose reading text is known, as tags would give it. */
export const paperOfBlocks = (
  file: string,
  pages: readonly (readonly TextBlock[])[],
  outline: readonly OutlineEntry[] = [],
): PdfPaper => ({
  file,
  content: {
    outline,
    unreadable: [],
    pages: pages.map((blocks, at) => tagged(blocks, at + 1)),
  },
  text: {
    text: { format: 1, pages: pages.map((blocks, at) => ({ page: at + 1, label: null, blocks })) },
    furniture: pages.map(() => []),
  },
});

const tagged = (blocks: readonly TextBlock[], page: number): PageContent => {
  const content = pageOfLines(
    blocks.map((block, line) => ({ text: blockText(block), y: 700 - line * 20 })),
    page,
  );
  return {
    ...content,
    items: [{ type: 'beginMarkedContentProps', id: 'all' }, ...content.items, { type: 'endMarkedContent' }],
    structure: { role: 'Root', children: [{ type: 'content', id: 'all' }] },
  };
};

export const heading = (text: string): TextBlock => ({ kind: 'heading', level: 2, text });

export const paragraph = (text: string): TextBlock => ({ kind: 'paragraph', number: null, lead: null, text });

export const listItem = (label: string, text: string): TextBlock => ({ kind: 'item', label, text });

export const table = (...rows: readonly (readonly string[])[]): TextBlock => ({
  kind: 'table',
  header: false,
  rows,
});
