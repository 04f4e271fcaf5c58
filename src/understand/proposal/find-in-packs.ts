import type { PaperText } from '../../domain/paper-text.ts';
import type { Doubt, PackDocument } from '../../domain/understood.ts';
import { matchSupplement } from '../changes/match-supplement.ts';
import { paperKey } from '../changes/text-key.ts';
import type { PaperSource } from './find-earlier.ts';

/** A document inside a pack of which a later issue was brought. */
export interface PackedIssue {
  /** File of the pack. */
  readonly file: string;
  /** Title of the first such document within it. */
  readonly document: string;
  /** As printed on the agenda. */
  readonly itemNumber: string | null;
  /** Each document that has a later issue, and that issue, in the order of the later paper. */
  readonly issues: readonly { readonly before: PaperText; readonly after: PaperText }[];
  readonly doubt: Doubt | null;
}

/** A report by itself, or a supplement with several. */
export interface LaterPaper {
  readonly later: PaperSource;
  /** Of the item that it was put to; null where it is not known. */
  readonly itemNumber: string | null;
}

/**
 * Which documents of the packs are brought anew, by the file that brings them. A document that says the same is none of
 * them. All are matched at once: a pack is read once, and one document has one later issue.
 */
export const findInPacks = (
  laters: readonly LaterPaper[],
  packs: readonly PaperSource[],
): ReadonlyMap<string, PackedIssue> => {
  const present = packs.flatMap(cutDocuments);
  if (present.length === 0) return new Map();
  const replaced = matchSupplement(present, laters.flatMap(suppliedDocuments)).flatMap((match) =>
    match.kind === 'replaces' ? [match] : [],
  );
  const byFile = Map.groupBy(replaced, ({ supplied }) => supplied.file);
  return new Map(
    [...byFile].flatMap(([file, matches]) => {
      const [first] = matches;
      if (first === undefined) return [];
      const issue: PackedIssue = {
        file: first.present.file,
        document: first.present.title,
        itemNumber: first.present.itemNumber,
        issues: matches.map((match) => ({ before: match.present.text, after: match.supplied.text })),
        doubt: matches.find(({ doubt }) => doubt !== null)?.doubt ?? null,
      };
      return [[file, issue] as const];
    }),
  );
};

const suppliedDocuments = ({ later, itemNumber }: LaterPaper) => {
  const { source, paper } = later;
  return paper.documents.length > 0
    ? cutDocuments(later)
    : [{ file: source.file, title: paper.title, itemNumber, text: paper.text }];
};

/** What a pack is made of, each with its own pages; its front sheet is not one of them, nor is what has no words. */
const cutDocuments = ({ source, paper }: PaperSource) =>
  paper.documents
    .filter(({ kind }) => kind !== 'agenda')
    .map((document) => ({
      file: source.file,
      title: document.title.value,
      itemNumber: document.itemNumber,
      text: pagesOf(paper.text, document),
    }))
    .filter(({ text }) => paperKey(text) !== '');

const pagesOf = (text: PaperText, { first, last }: PackDocument): PaperText => ({
  ...text,
  pages: text.pages.filter(({ page }) => page >= first && page <= last),
});
