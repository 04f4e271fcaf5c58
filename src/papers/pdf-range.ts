import { PDFDataRangeTransport } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PaperSource } from './viewer-port.ts';

/** So much of the file is given to pdf.js at once, before it asks for anything. */
const opening = 64 * 1024;

/** Gives pdf.js the stored bytes as it asks for them, so that a long paper is never whole in memory. */
class StoredRange extends PDFDataRangeTransport {
  readonly #source: PaperSource;
  readonly #missing: (cause: unknown) => void;

  constructor(source: PaperSource, first: Uint8Array, missing: (cause: unknown) => void) {
    super(source.size, first, false);
    this.#source = source;
    this.#missing = missing;
  }

  override requestDataRange(begin: number, end: number): void {
    // pdf.js gives the range up for lost only by being destroyed: its transport has no word for failure.
    this.#source
      .readRange(begin, end)
      .then(
        (bytes) => (bytes === null ? this.#missing(null) : this.onDataRange(begin, bytes)),
        this.#missing,
      );
  }
}

/**
 * The way in which pdf.js reads a stored paper, or null when its beginning is not on this tablet.
 * `missing` is called for each later range that is not.
 */
export const openRange = async (
  source: PaperSource,
  missing: (cause: unknown) => void,
): Promise<PDFDataRangeTransport | null> => {
  const first = await source.readRange(0, Math.min(source.size, opening));
  return first === null ? null : new StoredRange(source, first, missing);
};
