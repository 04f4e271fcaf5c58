/**
 * How far a device has read: everything up to `seq` that permission version `perm` shows. After a change
 * of grants the rows before `seq` are gone through twice more: for what may not be read any longer, then for
 * what version `old` did not show. It has been told of the first `erased` erasures. Opaque to the tablet.
 */
export interface Cursor {
  readonly epoch: string;
  readonly perm: number;
  readonly seq: number;
  /** The device may have rows of any version since `from`; those up to `at` have been gone through. */
  readonly hide: { readonly from: number; readonly at: number } | null;
  /** Comes after `hide`, and stands beside it from the beginning. */
  readonly fill: { readonly old: number; readonly back: number } | null;
  readonly erased: number;
}

export const cursorToText = ({ epoch, perm, seq, hide, fill, erased }: Cursor): string =>
  [
    epoch,
    perm,
    seq,
    ...(fill === null ? [] : [fill.old, fill.back]),
    ...(hide === null ? [] : [hide.from, hide.at]),
    erased,
  ].join('.');

/** The cursor of a text; null for an empty one and for one that is none, which both mean "from the start". */
export const textToCursor = (text: string): Cursor | null => {
  const [epoch = '', ...rest] = text.split('.');
  const numbers = rest.map((part) => (/^\d{1,15}$/.test(part) ? Number(part) : Number.NaN));
  if (epoch === '' || numbers.some(Number.isNaN) || numbers.length < 2 || numbers.length > 7) return null;
  // A cursor of before there were erasures has been told of none.
  const erased = numbers.length % 2 === 1 ? (numbers.pop() ?? 0) : 0;
  const [perm = 0, seq = 0, old, back, from, at] = numbers;
  return {
    epoch,
    perm,
    seq,
    hide: from === undefined || at === undefined ? null : { from, at },
    fill: old === undefined || back === undefined ? null : { old, back },
    erased,
  };
};
