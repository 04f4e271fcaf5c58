import type { PaperText } from '../../domain/paper-text.ts';
import type { Doubt } from '../../domain/understood.ts';
import { compareTitles, type TitleKey, titleKey } from './document-title.ts';
import { paperPieces, type Pieces, shareOf } from './how-alike.ts';
import { paperKey } from './text-key.ts';

/** A document as a meeting has it, or as a supplement brings it. */
export interface SuppliedDocument {
  readonly title: string;
  /** As printed on the agenda; null where it is not known or the document is of the whole meeting. */
  readonly itemNumber: string | null;
  readonly text: PaperText;
}

/** What a document of a supplement is to the documents that the meeting has. */
export type SupplementMatch<P extends SuppliedDocument, S extends SuppliedDocument> =
  | {
      /** `same`: the meeting has these words already. `replaces`: a later issue of that document. */
      readonly kind: 'same' | 'replaces';
      readonly supplied: S;
      readonly present: P;
      /** How much text they share, 0 to 1. */
      readonly alike: number;
      readonly doubt: Doubt | null;
    }
  | { readonly kind: 'new'; readonly supplied: S; readonly doubt: Doubt | null };

/** Text alone makes a later issue from this share on; a report and its draft decision share some 0.6. */
const REISSUED = 0.7;
/** Likeness from which a document that counts as new may yet be a later issue. */
const DOUBTFUL = 0.6;
/** Two candidates that differ by less than this are one as good as the other. */
const CLOSE = 0.1;

/** Tells for each document of a supplement, in their order, whether the meeting has it, or an earlier issue. */
export const matchSupplement = <P extends SuppliedDocument, S extends SuppliedDocument>(
  present: readonly P[],
  supplied: readonly S[],
): readonly SupplementMatch<P, S>[] => {
  const known = present.map(readDocument);
  return doubtRivals(supplied.map((document) => matchOne(known, readDocument(document))));
};

interface ReadDocument<D> {
  readonly document: D;
  readonly title: TitleKey;
  readonly key: string;
  readonly pieces: Pieces;
}

const readDocument = <D extends SuppliedDocument>(document: D): ReadDocument<D> => ({
  document,
  title: titleKey(document.title),
  key: paperKey(document.text),
  pieces: paperPieces(document.text),
});

interface Candidate<P> {
  readonly present: P;
  readonly same: boolean;
  readonly alike: number;
  readonly verdict: 'yes' | 'perhaps' | 'no';
  /** For choosing among candidates; of no meaning beyond. */
  readonly score: number;
}

const matchOne = <P extends SuppliedDocument, S extends SuppliedDocument>(
  known: readonly ReadDocument<P>[],
  supplied: ReadDocument<S>,
): SupplementMatch<P, S> => {
  const candidates = known
    .map((document) => judge(document, supplied))
    .toSorted((one, other) => other.score - one.score);
  const same = candidates.find((candidate) => candidate.same);
  if (same !== undefined) {
    return { kind: 'same', supplied: supplied.document, present: same.present, alike: 1, doubt: null };
  }
  const [best, second] = candidates.filter(({ verdict }) => verdict !== 'no');
  if (best === undefined) {
    const isLike = candidates.some(({ alike }) => alike >= DOUBTFUL);
    return { kind: 'new', supplied: supplied.document, doubt: isLike ? 'guessed' : null };
  }
  const isClear = best.verdict === 'yes' && best.score - (second?.score ?? 0) >= CLOSE;
  return {
    kind: 'replaces',
    supplied: supplied.document,
    present: best.present,
    alike: best.alike,
    doubt: isClear ? null : 'guessed',
  };
};

const judge = <P extends SuppliedDocument>(
  known: ReadDocument<P>,
  supplied: ReadDocument<SuppliedDocument>,
): Candidate<P> => {
  const titles = compareTitles(known.title, supplied.title);
  const one = known.document.itemNumber;
  const other = supplied.document.itemNumber;
  const apart = one !== null && other !== null && one !== other;
  const alike = shareOf(known.pieces, supplied.pieces);
  const wordless = known.key === '' || supplied.key === '';
  const bonus = { equal: 0.5, cut: 0.3, 'other-part': 0, different: 0 }[titles];
  return {
    present: known.document,
    same: supplied.key !== '' && known.key === supplied.key,
    alike,
    verdict: verdictOn({ titles, apart, alike, wordless }),
    score: alike + bonus + (apart ? 0 : 0.1),
  };
};

const verdictOn = (found: {
  readonly titles: ReturnType<typeof compareTitles>;
  /** Under different items. */
  readonly apart: boolean;
  readonly alike: number;
  /** One has no words to compare: a scan, or a sheet with a picture. */
  readonly wordless: boolean;
}): Candidate<never>['verdict'] => {
  const { titles, apart, alike, wordless } = found;
  if (titles === 'other-part') return alike >= 0.9 ? 'perhaps' : 'no';
  if (apart) return alike >= REISSUED ? 'perhaps' : 'no';
  if (alike >= REISSUED) return 'yes';
  if (titles === 'equal') return alike >= 0.2 ? 'yes' : 'perhaps';
  if (titles === 'cut') return alike >= 0.4 || wordless ? 'perhaps' : 'no';
  return 'no';
};

/** One document has one later issue in a supplement: of several that claim it, all but the likest are doubted. */
const doubtRivals = <P extends SuppliedDocument, S extends SuppliedDocument>(
  matches: readonly SupplementMatch<P, S>[],
): readonly SupplementMatch<P, S>[] => {
  const likest = new Map<P, SupplementMatch<P, S> & { readonly kind: 'same' | 'replaces' }>();
  for (const match of matches) {
    if (match.kind === 'new') continue;
    if (match.alike > (likest.get(match.present)?.alike ?? -1)) likest.set(match.present, match);
  }
  return matches.map((match) =>
    match.kind === 'replaces' && likest.get(match.present) !== match ? { ...match, doubt: 'guessed' } : match,
  );
};
