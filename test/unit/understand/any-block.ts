import * as fc from 'fast-check';
import type { TextBlock } from '../../../src/domain/paper-text.ts';

/** Any block of a reading text, made of these words and printed numbers. */
export const anyBlock = (
  words: fc.Arbitrary<string>,
  number: fc.Arbitrary<string | null>,
): fc.Arbitrary<TextBlock> =>
  fc.oneof(
    fc.record({ kind: fc.constant('paragraph' as const), number, lead: fc.option(words), text: words }),
    fc.record({ kind: fc.constant('heading' as const), level: fc.constant(2 as const), text: words }),
    fc.record({ kind: fc.constant('item' as const), label: words, text: words }),
    fc.record({
      kind: fc.constant('table' as const),
      header: fc.boolean(),
      rows: fc.array(fc.array(words, { maxLength: 4 }), { maxLength: 5 }),
    }),
    fc.record({ kind: fc.constant('figure' as const), alt: words }),
  );
