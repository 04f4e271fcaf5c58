import type { PageText, PaperText, TextBlock } from '../../domain/paper-text.ts';
import { blockText } from '../../papers/text/block-text.ts';

/** A paragraph, heading, list item or table row of a paper, as comparing sees it. */
export interface Passage {
  /** The printed paragraph number ("2.1"), or null. */
  readonly number: string | null;
  /** Without the number. */
  readonly text: string;
  /** With the number, as it is read. */
  readonly whole: string;
  /** Where it begins. */
  readonly page: number;
  readonly label: string | null;
  readonly prose: boolean;
}

/** Whether a passage at the top of a page is the rest of the one at the foot of the page before. */
const goesOn = (last: Passage, next: Passage): boolean =>
  last.prose &&
  next.prose &&
  next.number === null &&
  !/[.:;?!]['"\u2019\u201D)]?$/u.test(last.text) &&
  /^[\p{Ll}\d(]/u.test(next.text);

const joined = (last: Passage, next: Passage): Passage => ({
  ...last,
  text: `${last.text} ${next.text}`,
  whole: `${last.whole} ${next.whole}`,
});

/** Passages of a paper in reading order, without page furniture: stamps, running heads, blank filler pages. */
export const passages = (paper: PaperText): readonly Passage[] => {
  const running = runningHeads(paper);
  const found: Passage[] = [];
  for (const page of paper.pages) {
    const [first, ...rest] = page.blocks
      .filter((block, at) => !isFurniture(block, isEdge(page, at), running))
      .map((block, at, { length }) => unstamped(block, at === 0, at === length - 1))
      .flatMap((block) => blockPassages(block, page));
    if (first === undefined) continue;
    const last = found.at(-1);
    if (last !== undefined && goesOn(last, first)) found[found.length - 1] = joined(last, first);
    else found.push(first);
    // One by one: a page may hold more than a call takes arguments.
    for (const passage of rest) found.push(passage);
  }
  return found;
};

/** Part of a paper: pages `first` to `last` of the PDF, both included. */
export const textOfPages = (paper: PaperText, first: number, last: number): PaperText => ({
  format: 1,
  pages: paper.pages.filter(({ page }) => first <= page && page <= last),
});

const blockPassages = (block: TextBlock, { page, label }: PageText): readonly Passage[] => {
  const place = { page, label };
  if (block.kind === 'figure') return [];
  if (block.kind === 'table') {
    return block.rows
      .map((cells) =>
        cells
          .filter((cell) => cell.trim() !== '')
          .join(' | ')
          .replaceAll('\n', ' '),
      )
      .filter((row) => row !== '')
      .map((row) => ({ number: null, text: row, whole: row.replaceAll(' | ', ' '), prose: false, ...place }));
  }
  const { number, text } = numbered(block);
  if (text === '') return [];
  const whole = number === null ? text : `${number} ${text}`;
  return [{ number, text, whole, prose: block.kind !== 'heading', ...place }];
};

const numbered = (
  block: Exclude<TextBlock, { kind: 'table' | 'figure' }>,
): { readonly number: string | null; readonly text: string } => {
  if (block.kind === 'paragraph') {
    return { number: block.number, text: blockText({ ...block, number: null }) };
  }
  if (block.kind === 'item') {
    // The same list is drawn with other bullets elsewhere; letters and figures are the author's.
    const drawn = /^(?:o|[^\p{L}\p{N}]*)$/u.test(block.label.trim());
    return { number: drawn ? null : block.label.trim().replace(/[.)]$/u, ''), text: block.text };
  }
  const found = /^(\d{1,4}(?:\.\d{1,3}){0,5})[.)]?\s+(?=\S)/u.exec(block.text);
  return found?.[1] === undefined
    ? { number: null, text: block.text }
    : { number: found[1], text: block.text.slice(found[0].length) };
};

/** What ModernGov and printers put on pages of anybody's paper. */
const STAMP =
  /^(?:page \d{1,4}(?: of \d{1,4})?|(?:agenda|minute) item(?: no\.?)?:? \d{1,3}[a-z]?|(?:this page (?:is|has been) )?(?:intentionally|deliberately) left blank\.?)$/iu;

const isFurniture = (block: TextBlock, edge: boolean, running: ReadonlySet<string>): boolean => {
  if (block.kind === 'table') return false;
  const text = blockText(block).replace(/\s+/gu, ' ').trim();
  return STAMP.test(text) || (edge && running.has(headKey(block)));
};

/** A stamp that came to stand on one line with the top or the foot of the page's text. */
const unstamped = (block: TextBlock, isFirst: boolean, isLast: boolean): TextBlock => {
  if (block.kind === 'table' || block.kind === 'figure') return block;
  const top = isFirst
    ? block.text.replace(/^Agenda Item \d{1,3}[A-Z]? | Agenda Item \d{1,3}[A-Z]?$/u, '')
    : block.text;
  const text = isLast ? top.replace(/^Page \d{1,4} | Page \d{1,4}$/u, '') : top;
  return text === block.text ? block : { ...block, text };
};

/** Text at the edge of at least this many pages, and of half the pages that are not blank, is a running head. */
const FEWEST_PAGES = 3;
const LONGEST_HEAD = 120;

const runningHeads = (paper: PaperText): ReadonlySet<string> => {
  const written = paper.pages.filter(({ blocks }) => blocks.length > 0);
  const counts = new Map<string, number>();
  for (const page of written) {
    const edges = page.blocks.filter((block, at) => isEdge(page, at) && isHeadLike(block));
    for (const key of new Set(edges.map(headKey))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const enough = Math.max(FEWEST_PAGES, written.length / 2);
  return new Set([...counts].filter(([, count]) => count >= enough).map(([key]) => key));
};

const isEdge = ({ blocks }: PageText, at: number): boolean => at === 0 || at === blocks.length - 1;

const isHeadLike = (block: TextBlock): boolean =>
  (block.kind === 'heading' || (block.kind === 'paragraph' && block.number === null)) &&
  blockText(block).length <= LONGEST_HEAD;

/** Without the page's number, which may stand at either end or after its word; other figures say something. */
const headKey = (block: TextBlock): string =>
  isHeadLike(block)
    ? blockText(block)
        .replace(/\s+/gu, ' ')
        .trim()
        .replace(/\b(?:page|sheet|slide) \d{1,4}(?: of \d{1,4})?/iu, '#')
        .replace(/^\d{1,4} | \d{1,4}$/u, '#')
    : '';
