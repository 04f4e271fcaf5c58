/** What part of a file of `size` bytes a Range header asks for: `end` is exclusive. */
export type RangeAnswer =
  | { readonly kind: 'whole' }
  | { readonly kind: 'part'; readonly begin: number; readonly end: number }
  | { readonly kind: 'unsatisfiable' };

/** One byte range (RFC 9110 14.1.2). Several at once, or another unit, are answered whole, as the RFC allows. */
export const readRange = (header: string | undefined, size: number): RangeAnswer => {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '');
  if (match === null) return { kind: 'whole' };
  const [, first = '', last = ''] = match;
  if (first === '' && last === '') return { kind: 'whole' };
  if (first === '') {
    const length = Math.min(Number(last), size);
    return length === 0 ? { kind: 'unsatisfiable' } : { kind: 'part', begin: size - length, end: size };
  }
  const begin = Number(first);
  const end = last === '' ? size : Math.min(Number(last) + 1, size);
  if (last !== '' && Number(last) < begin) return { kind: 'whole' };
  return begin >= size ? { kind: 'unsatisfiable' } : { kind: 'part', begin, end };
};
