import type { Doubt } from '../../domain/understood.ts';
import type { PaperText } from '../../domain/paper-text.ts';
import { matchSupplement } from '../changes/match-supplement.ts';
import { paperKey } from '../changes/text-key.ts';
import { isBrought, type UnderstoodPaper, type UnderstoodSource } from './source.ts';

export type PaperSource = UnderstoodSource & { readonly paper: UnderstoodPaper };

/** A paper that was there before this one: it says the same, or this one is a later issue of it. */
export interface EarlierPaper {
  readonly kind: 'same' | 'replaces';
  readonly file: string;
  readonly text: PaperText;
  readonly doubt: Doubt | null;
}

/** What a paper is to those before it: by its bytes, then by its words. A whole pack is never a later issue. */
export const findEarlier = (
  paper: PaperSource,
  itemNumber: string | null,
  before: readonly PaperSource[],
): EarlierPaper | null => {
  const { sha256 } = paper.source;
  const same =
    before.find(({ source }) => sha256 !== null && source.sha256 === sha256) ?? samePack(paper, before);
  if (same !== undefined) return { kind: 'same', file: same.source.file, text: same.paper.text, doubt: null };
  if (paper.paper.documents.length > 0) return null;
  const present = before
    .filter((other) => other.paper.documents.length === 0 && isComparable(other, paper))
    .map((other) => ({ ...toDocument(other), itemNumber: null }));
  const [match] = matchSupplement(present, [{ ...toDocument(paper), itemNumber }]);
  if (match === undefined || match.kind === 'new') return null;
  const { file, text } = match.present;
  return { kind: match.kind, file, text, doubt: match.kind === 'same' ? null : match.doubt };
};

/** A pack that was published is known by its words; those of two packs that are brought together are not compared. */
const samePack = (paper: PaperSource, before: readonly PaperSource[]): PaperSource | undefined => {
  if (paper.paper.documents.length === 0) return undefined;
  const published = before.filter((other) => !isBrought(other) && isComparable(other, paper));
  if (published.length === 0) return undefined;
  const key = paperKey(paper.paper.text);
  return key === '' ? undefined : published.find((other) => paperKey(other.paper.text) === key);
};

const toDocument = ({ source, paper }: PaperSource) => ({
  file: source.file,
  title: paper.title,
  text: paper.text,
});

/** Papers of one kind; of what was published some kinds are not told apart. */
const isComparable = (before: PaperSource, paper: PaperSource): boolean =>
  before.source.kind === paper.source.kind ||
  (!isBrought(before) && publishedKinds[paper.source.kind]?.includes(before.source.kind) === true);

type Kind = UnderstoodSource['source']['kind'];

const publishedKinds: Partial<Record<Kind, readonly Kind[]>> = {
  supplement: ['report', 'pack'],
  decisions: ['report'],
};
