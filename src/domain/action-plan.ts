import type { PlanArea } from './meeting.ts';
import type { PaperText, TextBlock } from './paper-text.ts';
import { findDates, findStatus } from './plan-progress.ts';

/**
 * The areas of an action plan, from a report's numbered paragraphs `from` to `to` ("2.2" to "2.9", both
 * included), in the order of the paper. What follows without a number, also on the next page, belongs to
 * the paragraph before it; a heading ends it.
 *
 * An area's name is the bold opening of its paragraph; else the first of `names` that it opens with; else
 * `cutName`'s guess, which the clerk corrects.
 */
export const findPlanAreas = (
  text: PaperText,
  from: string,
  to: string,
  names: readonly string[] = [],
): readonly PlanArea[] =>
  numberedParagraphs(text)
    .filter(({ number }) => compareNumbers(from, number) <= 0 && compareNumbers(number, to) <= 0)
    .map(({ number, lead, text }) => {
      const cut = lead === null ? cutName(text, names) : { name: lead, rest: text };
      return {
        number,
        name: tidyName(cut.name),
        text: cut.rest,
        status: findStatus(cut.rest),
        dates: findDates(cut.rest),
      };
    });

/**
 * Cuts a paragraph that no mark divides into a name and the rest. A known name comes first. Else the name
 * ends before a spaced dash, a colon or a full stop, or before the second word that begins with a capital
 * (where the first sentence begins), whichever is earliest among the first nine words. Else it is the
 * first five words.
 */
export const cutName = (
  text: string,
  names: readonly string[] = [],
): { readonly name: string; readonly rest: string } => {
  const opening = text.toLowerCase();
  const known = names.find(
    (name) => opening.startsWith(name.toLowerCase()) && !/^[\p{L}\p{N}]/u.test(text.slice(name.length)),
  );
  const end = known === undefined ? guessedEnd(text) : known.length;
  return {
    name: text.slice(0, end).trim(),
    rest: text.slice(end).replace(/^[\s:.–—-]+/u, ''),
  };
};

const guessedEnd = (text: string): number => {
  const words = [...text.matchAll(/\S+/gu)];
  const opening = text.slice(0, words[9]?.index ?? text.length);
  const mark = /\s[–—-]\s|[:.](?=\s|$)/u.exec(opening)?.index ?? Number.POSITIVE_INFINITY;
  const capital = words.slice(1, 9).find(([word]) => /^["“‘'(]?\p{Lu}/u.test(word))?.index;
  const end = Math.min(mark, capital ?? Number.POSITIVE_INFINITY);
  return Number.isFinite(end) ? end : (words[5]?.index ?? text.length);
};

const tidyName = (name: string): string => name.replace(/[\s:.–—-]+$/u, '').trim();

interface NumberedParagraph {
  readonly number: string;
  readonly lead: string | null;
  readonly text: string;
}

const numberedParagraphs = (paper: PaperText): readonly NumberedParagraph[] => {
  const found: NumberedParagraph[] = [];
  let open = false;
  for (const block of paper.pages.flatMap(({ blocks }) => blocks)) {
    if (block.kind === 'paragraph' && block.number !== null) {
      found.push({ number: block.number, lead: block.lead, text: block.text });
      open = true;
      continue;
    }
    if (block.kind === 'heading') open = false;
    const last = found.at(-1);
    const more = looseText(block);
    if (!open || last === undefined || more === '') continue;
    found[found.length - 1] = { ...last, text: `${last.text} ${more}`.trim() };
  }
  return found;
};

const looseText = (block: TextBlock): string => {
  if (block.kind === 'item') return block.text;
  if (block.kind !== 'paragraph') return '';
  return block.lead === null ? block.text : `${block.lead} ${block.text}`;
};

/** Orders printed paragraph numbers: "2.9" before "2.10". */
const compareNumbers = (one: string, other: string): number => {
  const left = one.split('.').map(Number);
  const right = other.split('.').map(Number);
  for (let level = 0; level < Math.max(left.length, right.length); level += 1) {
    const difference = (left[level] ?? -1) - (right[level] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
};
