/** What can be said of the nature in the member's own words. Boilerplate is warned about, kept and marked. */
export type NatureCheck =
  | { readonly kind: 'empty' }
  | { readonly kind: 'boilerplate'; readonly text: string }
  | { readonly kind: 'ok'; readonly text: string };

/**
 * Both existence and nature must be disclosed: "as recorded" does not say what it is, and one sentence
 * for every item does not say which business it is about (rules 0.12). Never throws, on any string.
 */
export const checkNature = (typed: string): NatureCheck => {
  const text = trimInvisible(typed);
  if (text === '') return { kind: 'empty' };
  return { kind: isBoilerplate(text) ? 'boilerplate' : 'ok', text };
};

// Also what shows as nothing: zero-width marks, fillers, control characters.
const blank = /^[\s\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\u2800]$/u;

const trimInvisible = (typed: string): string => {
  const marks = Array.from(typed);
  const first = marks.findIndex((mark) => !blank.test(mark));
  const last = marks.findLastIndex((mark) => !blank.test(mark));
  return first < 0 ? '' : marks.slice(first, last + 1).join('');
};

const isBoilerplate = (text: string): boolean => {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[’']/gu, '')
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
  if (isTooShort(words)) return true;
  // A longer text says something of its own, even where it also says "all items".
  return words.split(' ').length <= 12 && boilerplate.some((pattern) => pattern.test(words));
};

// "my house" says little; two Chinese characters may say as much as a sentence of that length.
const isTooShort = (words: string): boolean => {
  const letters = words.replaceAll(' ', '');
  return Array.from(letters).length < (/\p{Script=Han}/u.test(letters) ? 3 : 8);
};

// Whole texts of the kind that a clerk cannot minute, in the shape that `isBoilerplate` brings them to.
const boilerplate: readonly RegExp[] = [
  /^(?:(?:already|as|is|are|it|its|has|been|was|all|previously) )*(?:recorded|noted|declared|registered|stated|listed|disclosed|per register|above|before|usual)(?: (?:already|before|above|previously|elsewhere|in|on|with|at|my|the|this|council|councils|public|members?|website|previous|last|earlier|meetings?|register|registers|entry|form|of|interests?))*$/u,
  /^(?:(?:please|as|per|see|refer|to|in|on|my|the|council|councils|public|members?) )+(?:register|registers|registration|entry|form|website|declaration|declarations)(?: (?:of|form|entry|interests?|members?))*$/u,
  /^(?:a |an |my |the |i have |i declare |declare |declaring )*(?:an? )?(?:personal |pecuniary |prejudicial |disclosable |other |non |registerable |financial )*interests?(?: (?:declared|recorded|noted|registered))?$/u,
  /\b(?:all|any|every|each|various|several) (?:of )?(?:the )?(?:other )?(?:agenda )?(?:items?|matters?|business)\b/u,
  /^(?:none|not applicable|unknown|not known|nothing|to follow|to be confirmed|same as (?:before|above|last time)|ditto)$/u,
];
