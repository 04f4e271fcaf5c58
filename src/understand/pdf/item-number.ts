/** A printed item number, taken apart so that two can be compared. */
export interface ItemNumber {
  /** As printed, without marks around it: "7", "7a", "9.1", "A", "B2". */
  readonly printed: string;
  /** What stands in front: "B" of "B2", "25/" of "25/101"; empty for plain figures. */
  readonly letter: string;
  /** The figures, or null for a letter alone. */
  readonly figure: number | null;
  /** What follows: "a" of "7a", "1" of "9.1"; empty for none. */
  readonly part: string;
}

const FORM = /^(?:(\d{1,3})(?:([a-z])|\.(\d{1,2}))?|([A-Z])(\d{1,2})?|(\d{2,4}\/)(\d{1,3}))$/;
/** Later packs and cut sheets leave numbers out; further apart, two numbers count different things. */
const FURTHEST = 20;

/** Reads "7", "7.", "(7)", "7a)", "9.1", "A.", "B2" or "25/101". A small letter alone is a part of an item, not one. */
export const readItemNumber = (text: string): ItemNumber | null => {
  const printed = text
    .trim()
    .replace(/^\(/, '')
    .replace(/[.):]{1,2}$/, '');
  const lower = /^\d/.test(printed) ? printed.toLowerCase() : printed;
  const [found, figure, letterPart, figurePart, letter, letterFigure, year, yearFigure] =
    FORM.exec(lower) ?? [];
  if (found === undefined) return null;
  const count = figure ?? letterFigure ?? yearFigure;
  return {
    printed,
    letter: letter ?? year ?? '',
    figure: count === undefined ? null : Number(count),
    part: letterPart ?? figurePart ?? '',
  };
};

/** Reads what is printed as a number; null for what is none. */
export type ReadNumber = (text: string) => ItemNumber | null;

const ROMAN = 'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx'.split(' ');

/** Reads "iv.", "(iv)" or "IV" as the fourth. */
export const readRomanNumber: ReadNumber = (text) => {
  const printed = text
    .trim()
    .replace(/^\(/, '')
    .replace(/[.):]{1,2}$/, '');
  const figure = ROMAN.indexOf(printed.toLowerCase()) + 1;
  return figure === 0 ? null : { printed, letter: '', figure, part: '' };
};

/** Whether a number begins a list: "1", "A", "A1". */
export const isFirst = (number: ItemNumber): boolean =>
  number.part === '' &&
  (number.letter === '' || number.letter === 'A') &&
  (number.figure === null || number.figure === 1);

/** Whether `next` may be the item after `last` in one agenda. */
export const comesAfter = (last: ItemNumber, next: ItemNumber): boolean => {
  if ((last.letter === '') !== (next.letter === '')) return false;
  if (last.letter === next.letter) return figuresFollow(last, next);
  if (last.letter.length > 1 || next.letter.length > 1) return false;
  const step = next.letter.charCodeAt(0) - last.letter.charCodeAt(0);
  const isSameForm = (last.figure === null) === (next.figure === null);
  return isSameForm && step > 0 && step <= 2 && (next.figure ?? 1) === 1;
};

const figuresFollow = (last: ItemNumber, next: ItemNumber): boolean => {
  if (last.figure === null || next.figure === null) return last.figure === null && next.figure !== null;
  const step = next.figure - last.figure;
  if (step > 0) return step <= FURTHEST;
  return step === 0 && next.part !== '' && partRank(next.part) > partRank(last.part);
};

const partRank = (part: string): number => {
  if (part === '') return 0;
  return /\d/.test(part) ? Number(part) : part.charCodeAt(0) - 96;
};
