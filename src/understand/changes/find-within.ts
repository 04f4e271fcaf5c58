import type { PageText, PaperText } from '../../domain/paper-text.ts';
import { paperKey } from './text-key.ts';

/**
 * The pages of a pack on which a document stands whole and unchanged, from its first to its last written
 * page, or null. Pages without words do not count. It needs no bookmarks.
 */
export const findWithin = (
  pack: PaperText,
  document: PaperText,
): { readonly first: number; readonly last: number } | null => {
  const sought = writtenPages(document);
  const [opening] = sought;
  if (opening === undefined) return null;
  const sheets = writtenPages(pack);
  const start = sheets.findIndex(
    ({ key }, at) => key === opening.key && sought.every((page, step) => sheets[at + step]?.key === page.key),
  );
  const first = sheets[start];
  const last = sheets[start + sought.length - 1];
  return first === undefined || last === undefined ? null : { first: first.page, last: last.page };
};

const writtenPages = (paper: PaperText): readonly { readonly page: number; readonly key: string }[] =>
  paper.pages.map((page) => ({ page: page.page, key: pageKey(page) })).filter(({ key }) => key !== '');

const pageKey = (page: PageText): string => paperKey({ format: 1, pages: [page] });
