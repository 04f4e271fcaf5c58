import type { CutDocument } from '../../domain/paper-text.ts';
import { packDocuments } from '../../understand/pdf/pack-documents.ts';
import type { PdfPaper } from '../../understand/pdf/paper.ts';
import { paperKind } from '../../understand/pdf/paper-kind.ts';

/** What a pack is made of, to be kept with its reading text; nothing for any other paper. */
export const cutPack = (paper: PdfPaper): readonly CutDocument[] => {
  const { value: kind } = paperKind(paper);
  if (kind !== 'pack' && kind !== 'supplement') return [];
  return packDocuments(paper).map(({ title, itemNumber, first, last, kind: is }) => ({
    title: title.value,
    itemNumber,
    first,
    last,
    kind: is,
  }));
};
