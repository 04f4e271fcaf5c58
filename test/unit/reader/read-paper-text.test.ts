import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PaperText, TextBlock } from '../../../src/domain/paper-text.ts';
import { readPaperText } from '../../../src/papers/read-paper-text.ts';

const bytesOf = (json: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(json));

const text = fc.string();
const textOrNull = fc.option(text);
const block: fc.Arbitrary<TextBlock> = fc.oneof(
  fc.record({ kind: fc.constant('heading' as const), level: fc.constantFrom(1, 2, 3, 4, 5, 6), text }),
  fc.record({ kind: fc.constant('paragraph' as const), number: textOrNull, lead: textOrNull, text }),
  fc.record({ kind: fc.constant('item' as const), label: text, text }),
  fc.record({ kind: fc.constant('table' as const), header: fc.boolean(), rows: fc.array(fc.array(text)) }),
  fc.record({ kind: fc.constant('figure' as const), alt: text }),
);
const page = fc.record({ page: fc.nat(), label: textOrNull, blocks: fc.array(block) });
const paperText: fc.Arbitrary<PaperText> = fc.record({
  format: fc.constant(1 as const),
  pages: fc.array(page),
});

describe('reading the stored text of a paper', () => {
  it('reads back whatever was written', () => {
    fc.assert(
      fc.property(paperText, (written) => {
        expect(readPaperText(bytesOf(written))).toEqual({ ok: true, value: written });
      }),
    );
  });

  it('never throws on other bytes, and never takes them for a text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array(), fc.json().map(bytesOf)), (bytes) => {
        expect(readPaperText(bytes).ok).toBe(false);
      }),
    );
  });

  it.each([
    ['another format', { format: 2, pages: [] }],
    [
      'a block of an unknown kind',
      { format: 1, pages: [{ page: 1, label: null, blocks: [{ kind: 'film' }] }] },
    ],
    [
      'a heading of level 7',
      { format: 1, pages: [{ page: 1, label: null, blocks: [{ kind: 'heading', level: 7, text: '' }] }] },
    ],
    [
      'a cell that is no text',
      {
        format: 1,
        pages: [{ page: 1, label: null, blocks: [{ kind: 'table', header: true, rows: [[1]] }] }],
      },
    ],
    ['a page without a number', { format: 1, pages: [{ label: null, blocks: [] }] }],
  ])('says that %s is damaged', (_name, json) => {
    expect(readPaperText(bytesOf(json))).toEqual({ ok: false, error: { kind: 'damaged' } });
  });
});
