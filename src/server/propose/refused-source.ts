import { noLists, type UnderstoodSource } from '../../understand/proposal/source.ts';

/** A file of which nothing is understood, and why; the others stay usable. */
export const refusedSource = (
  file: string,
  sentence: string,
  sha256: string | null = null,
): UnderstoodSource => ({
  source: { file, sha256, kind: 'refused', pages: null, words: 0, refused: sentence, notes: [] },
  meeting: null,
  paper: null,
  lists: noLists,
});
