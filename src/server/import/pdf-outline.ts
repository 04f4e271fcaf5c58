import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { OutlineEntry } from '../../papers/text/page-content.ts';

/** No pack has so many; a file that was made to keep a reader busy may have millions. */
const most = 5000;

type Bookmarks = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>;

/** The bookmarks of a file from the first to the last. Ones that cannot be followed stay, without a page. */
export const readOutline = async (pdf: PDFDocumentProxy): Promise<readonly OutlineEntry[]> => {
  const entries: OutlineEntry[] = [];
  const walk = async (bookmarks: Bookmarks, depth: number): Promise<void> => {
    for (const { title, dest, items } of bookmarks) {
      if (entries.length >= most) return;
      entries.push({ title: title.trim(), depth, page: await pageOf(pdf, dest) });
      await walk(items, depth + 1);
    }
  };
  // The library answers null where there is none, whatever its types say.
  const outline: Bookmarks | null = await pdf.getOutline();
  await walk(outline ?? [], 0);
  return entries;
};

const pageOf = async (
  pdf: PDFDocumentProxy,
  dest: string | readonly unknown[] | null,
): Promise<number | null> => {
  try {
    const place: unknown = typeof dest === 'string' ? await pdf.getDestination(dest) : dest;
    const [target] = Array.isArray(place) ? (place as readonly unknown[]) : [];
    if (typeof target === 'number') return target + 1;
    if (typeof target !== 'object' || target === null) return null;
    return (await pdf.getPageIndex(target as Parameters<PDFDocumentProxy['getPageIndex']>[0])) + 1;
  } catch {
    // A bookmark to a page that is not there: the library says so by throwing.
    return null;
  }
};
