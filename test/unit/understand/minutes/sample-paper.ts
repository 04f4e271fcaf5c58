import type { PaperText, TextBlock } from '../../../../src/domain/paper-text.ts';

/**
 * A paper from a few marks: "# Heading", "* label | text", "12. Paragraph", cells of a table between "|", anything
 * else a paragraph. A line "---" begins a page.
 */
export const samplePaper = (source: string): PaperText => ({
  format: 1,
  pages: source
    .trim()
    .split(/\n *---\n/)
    .map((page, at) => ({ page: at + 1, label: null, blocks: pageBlocks(page.split('\n')) })),
});

const pageBlocks = (lines: readonly string[]): readonly TextBlock[] => {
  const blocks: TextBlock[] = [];
  let rows: string[][] = [];
  for (const line of [...lines.map((line) => line.trim()), '']) {
    if (line.startsWith('|')) {
      rows.push(
        line
          .slice(1, -1)
          .split('|')
          .map((cell) => cell.trim()),
      );
      continue;
    }
    if (rows.length > 0) blocks.push({ kind: 'table', header: false, rows });
    rows = [];
    if (line !== '') blocks.push(block(line));
  }
  return blocks;
};

const block = (line: string): TextBlock => {
  if (line.startsWith('# ')) return { kind: 'heading', level: 2, text: line.slice(2) };
  const item = /^\* (.*?) ?\| (.*)$/.exec(line);
  if (item !== null) return { kind: 'item', label: item[1] ?? '', text: item[2] ?? '' };
  const numbered = /^(\d{1,3}(?:\.\d)?)\.? (.*)$/.exec(line);
  if (numbered !== null) {
    return { kind: 'paragraph', number: numbered[1] ?? '', lead: null, text: numbered[2] ?? '' };
  }
  return { kind: 'paragraph', number: null, lead: null, text: line };
};
