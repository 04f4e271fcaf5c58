import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PaperText } from '../../../../src/domain/paper-text.ts';
import { findWithin } from '../../../../src/understand/changes/find-within.ts';
import { howAlike } from '../../../../src/understand/changes/how-alike.ts';
import { matchSupplement } from '../../../../src/understand/changes/match-supplement.ts';
import { sameText } from '../../../../src/understand/changes/text-key.ts';
import { whatChanged } from '../../../../src/understand/changes/what-changed.ts';
import { anyBlock } from '../any-block.ts';

const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom('', ' ', 'Page 3', 'Agenda Item 7', 'The lane is closed.', '- - -', '1.2 12 5', '\uD800'),
);
const block = anyBlock(words, fc.option(words));
const anyPaper: fc.Arbitrary<PaperText> = fc
  .array(fc.array(block, { maxLength: 5 }), { maxLength: 5 })
  .map((pages) => ({
    format: 1,
    pages: pages.map((blocks, at) => ({ page: at + 1, label: null, blocks })),
  }));

test('nothing throws on any two papers, and what holds of all papers holds of them', () => {
  fc.assert(
    fc.property(anyPaper, anyPaper, (one, other) => {
      const alike = howAlike(one, other);
      expect(alike).toBeGreaterThanOrEqual(0);
      expect(alike).toBeLessThanOrEqual(1);
      expect(howAlike(other, one)).toBe(alike);
      expect(whatChanged(one, one)).toEqual([]);
      expect(whatChanged(one, other).length === 0).toBe(whatChanged(other, one).length === 0);
      expect(sameText(one, other)).toBe(sameText(other, one));
      expect(findWithin(one, one) === null).toBe(!sameText(one, one));
      findWithin(one, other);
      const documents = [one, other].map((text) => ({ title: 'Report', itemNumber: null, text }));
      expect(matchSupplement(documents, documents)).toHaveLength(2);
    }),
    { numRuns: 300 },
  );
});
