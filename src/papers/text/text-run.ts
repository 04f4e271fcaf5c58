import type { ContentItem, PageContent, TextItem } from './page-content.ts';

/** A piece of text in one font, in the order of the file. */
export interface TextRun {
  /** Place in the page's order; two runs with neighbouring numbers stand beside each other. */
  readonly index: number;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly strong: boolean;
  /** It runs up or down the page, as the stamps on landscape pages of a pack do. */
  readonly turned: boolean;
  readonly endsLine: boolean;
  /** Id of the marked content it stands in, or null. */
  readonly content: string | null;
  /** Marked as page furniture by the file itself. */
  readonly artifact: boolean;
}

/** The runs of a page, empty ones kept where they end a line. */
export const textRuns = (content: PageContent, strongFonts: ReadonlySet<string>): readonly TextRun[] => {
  const open: { id: string | null; artifact: boolean }[] = [];
  const runs: TextRun[] = [];
  for (const item of content.items) {
    if (!isText(item)) {
      if (item.type === 'endMarkedContent') open.pop();
      else open.push({ id: item.id ?? null, artifact: item.tag === 'Artifact' });
      continue;
    }
    if (item.str === '' && !item.hasEOL) continue;
    const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = item.transform;
    runs.push({
      index: runs.length,
      text: item.str,
      x,
      y,
      width: item.width,
      size: Math.hypot(c, d),
      strong: strongFonts.has(item.fontName),
      turned: Math.abs(b) > Math.abs(a),
      endsLine: item.hasEOL,
      content: open.findLast((mark) => mark.id !== null)?.id ?? null,
      artifact: open.some((mark) => mark.artifact),
    });
  }
  return runs;
};

/**
 * Ids of the fonts that set words apart. Known by name; where no font of the paper says that it is bold
 * (some writers name all weights alike), every upright font but the commonest one.
 */
export const strongFonts = (pages: readonly PageContent[]): ReadonlySet<string> => {
  const letters = new Map<string, number>();
  const names = new Map<string, string>();
  for (const { items, fonts } of pages) {
    for (const [id, name] of Object.entries(fonts)) names.set(id, name);
    for (const item of items) {
      if (isText(item)) letters.set(item.fontName, (letters.get(item.fontName) ?? 0) + item.str.length);
    }
  }
  const ids = [...letters.keys()];
  const bold = ids.filter((id) => /bold|black|heavy|demi/i.test(names.get(id) ?? ''));
  if (bold.length > 0) return new Set(bold);
  const commonest = ids.toSorted((a, b) => (letters.get(b) ?? 0) - (letters.get(a) ?? 0))[0];
  return new Set(ids.filter((id) => id !== commonest && !/italic|oblique/i.test(names.get(id) ?? '')));
};

const isText = (item: ContentItem): item is TextItem => 'str' in item;
