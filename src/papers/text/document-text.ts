import type { PageText, PaperText, TextBlock } from '../../domain/paper-text.ts';
import { blockText } from './block-text.ts';
import { furniture, printedLabel } from './furniture.ts';
import { bodySize, geometryBlocks } from './geometry-blocks.ts';
import { type TextLine, textLines } from './geometry-lines.ts';
import { joinLabels } from './join-labels.ts';
import { joinRuns } from './join-runs.ts';
import type { PageContent, StructureNode } from './page-content.ts';
import { structureBlocks } from './structure-blocks.ts';
import { isElement } from './structure-node.ts';
import { strongFonts, type TextRun, textRuns } from './text-run.ts';

/** A paper's reading text, and the running heads and feet that were left out of each page. */
export interface DocumentText {
  readonly text: PaperText;
  readonly furniture: readonly (readonly string[])[];
}

/** A page between "which text has tags" and "what is furniture". */
interface SortedPage {
  readonly content: PageContent;
  readonly tagged: readonly TextRun[];
  readonly loose: readonly TextRun[];
  readonly lines: readonly TextLine[];
}

const BLANK = /^this page (?:is|has been) (?:intentionally|deliberately) left blank\.?$/i;

/** Reading text of a whole PDF: by its tags where they hold the text, by geometry elsewhere. No word is lost. */
export const documentText = (pages: readonly PageContent[]): DocumentText => {
  const strong = strongFonts(pages);
  const sorted = pages.map((page) => sortPage(page, strong));
  const body = bodySize(sorted.flatMap((page) => [...textLines(page.tagged), ...page.lines]));
  const running = furniture(
    sorted.map(({ content: { width, height }, lines }) => ({ width, height, lines })),
  );
  return {
    text: {
      format: 1,
      pages: sorted.map((page, at) => pageText(page, running[at] ?? new Set<TextLine>(), body)),
    },
    furniture: running.map((lines) => [...lines].map((line) => joinRuns(line.runs))),
  };
};

const sortPage = (content: PageContent, strong: ReadonlySet<string>): SortedPage => {
  const ids = new Set(content.structure === null ? [] : contentIds(content.structure));
  const runs = textRuns(content, strong);
  const tagged = runs.filter((run) => run.content !== null && ids.has(run.content));
  const loose = runs.filter((run) => run.content === null || !ids.has(run.content));
  return { content, tagged, loose, lines: textLines(loose) };
};

const contentIds = (node: StructureNode): readonly string[] =>
  isElement(node) ? node.children.flatMap(contentIds) : [node.id];

const pageText = (page: SortedPage, running: ReadonlySet<TextLine>, body: number): PageText => {
  const blocks = pageBlocks(page, running, body);
  const isBlank = BLANK.test(blocks.map(blockText).join(' '));
  return {
    page: page.content.page,
    label: printedLabel(running) ?? page.content.label,
    blocks: isBlank ? [] : blocks,
  };
};

const pageBlocks = (page: SortedPage, running: ReadonlySet<TextLine>, body: number): readonly TextBlock[] => {
  const lines = page.lines.filter((line) => !running.has(line));
  const tagged = taggedBlocks(page, body);
  if (tagged === null) return geometryBlocks([...textLines(page.tagged), ...lines], body, page.content.rules);
  // A stamp or a heading put on top of a tagged page has no tags: it is read where it stands, above or below.
  const top = Math.max(...page.tagged.map((run) => run.y));
  return [
    ...geometryBlocks(
      lines.filter((line) => line.y > top),
      body,
    ),
    ...tagged,
    ...geometryBlocks(
      lines.filter((line) => line.y <= top),
      body,
    ),
  ];
};

/** Blocks by tags, or null when there are none or when they would lose words. */
const taggedBlocks = ({ content, tagged }: SortedPage, body: number): readonly TextBlock[] | null => {
  if (content.structure === null || letterCount(tagged.map((run) => run.text)) === 0) return null;
  const runs = new Map<string, TextRun[]>();
  for (const run of tagged) {
    if (run.content === null) continue;
    const known = runs.get(run.content);
    if (known === undefined) runs.set(run.content, [run]);
    else known.push(run);
  }
  const blocks = joinLabels(structureBlocks(content.structure, { runs, body }));
  const kept = letterCount(blocks.filter((block) => block.kind !== 'figure').map(blockText));
  return kept < letterCount(tagged.map((run) => run.text)) * 0.99 ? null : blocks;
};

const letterCount = (texts: readonly string[]): number => texts.join('').replace(/\s/g, '').length;
