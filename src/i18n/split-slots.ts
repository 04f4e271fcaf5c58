/** One piece of a sentence: words, or a place that a screen fills with an element. */
export type Piece =
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'slot'; readonly name: string };

/** Cuts `Call {{telephone}}.` at its slots, in order. Never answers empty words. */
export const splitSlots = (template: string): readonly Piece[] =>
  template
    .split(/(\{\{\s*\w+\s*\}\})/)
    .filter((part) => part !== '')
    .map((part) => {
      const name = /^\{\{\s*(\w+)\s*\}\}$/.exec(part)?.[1];
      return name === undefined ? { kind: 'words', words: part } : { kind: 'slot', name };
    });
