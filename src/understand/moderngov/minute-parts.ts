import type { RecordedVote, UnderstoodItem, UnderstoodMinute } from '../../domain/understood.ts';
import { decisionResolutions, findResolutions } from './resolutions.ts';

/** What a page or an answer says of one item after the meeting. */
export interface MinuteSections {
  readonly number: string | null;
  readonly minutes: readonly string[];
  readonly decision: readonly string[];
  readonly votes: readonly RecordedVote[];
}

const CUT_WORDS = /\s*(\.{2,4}|…)?\s*\bview the full [a-z ]{0,40}text for item\b[^\n]{0,80}$/iu;

/** One item's minute: its minutes or, without them, its decision. Null when it has neither, nor a vote. */
export const toMinute = ({ number, minutes, decision, votes }: MinuteSections): UnderstoodMinute | null => {
  if (minutes.length + decision.length + votes.length === 0) return null;
  const held = withoutCut(minutes);
  const decided = withoutCut(decision);
  const shown = minutes.length > 0 ? held : decided;
  const resolutions = decisionResolutions(decided.paragraphs);
  return {
    number,
    paragraphs: shown.paragraphs,
    resolutions: resolutions.length > 0 ? resolutions : findResolutions(held.paragraphs),
    votes,
    truncated: held.cut || decided.cut,
  };
};

/** Paragraphs without the words that lead to the rest of them, and whether there were such words. */
export const withoutCut = (
  paragraphs: readonly string[],
): { readonly paragraphs: readonly string[]; readonly cut: boolean } => {
  const kept = paragraphs
    .map((paragraph) => (isCut(paragraph) ? `${paragraph.replace(CUT_WORDS, '')} ...` : paragraph))
    .filter((paragraph) => paragraph !== ' ...');
  return { paragraphs: kept, cut: paragraphs.some(isCut) };
};

const isCut = (paragraph: string): boolean =>
  /\bview the full\b/iu.test(paragraph) && CUT_WORDS.test(paragraph);

/** A printed number without its full stop or brackets; null where there is none, which makes a heading. */
export const printedNumber = (text: string | null): string | null => {
  const bare = (text ?? '').trim().replace(/[\s.:]+$/u, '');
  // "(7)" and "7)" are 7, but "7(b)" is a number of its own.
  const number = /^[^(]*\(/u.test(bare.slice(1)) ? bare : bare.replace(/^\(/u, '').replace(/[\s.):]+$/u, '');
  return number === '' || /^0+$/u.test(number) || number.length > 20 ? null : number;
};

/** The same item, doubted, because what stands under it ends in the middle. */
export const doubtedAsCut = (item: UnderstoodItem): UnderstoodItem => ({
  ...item,
  title: { ...item.title, doubt: 'cut' },
});
