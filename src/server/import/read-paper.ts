import type { PaperText } from '../../domain/paper-text.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { documentText } from '../../papers/text/document-text.ts';
import { plainPaperText } from '../../papers/text/plain-text.ts';
import type { ImportFault } from './import-fault.ts';
import { cutPack } from './cut-pack.ts';
import { countWords, paperNotes } from './paper-notes.ts';
import type { PdfReader } from './read-pdf.ts';

/** A paper's bytes with what was understood of them. */
export interface ReadPaper {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly mediaType: 'application/pdf' | 'text/plain';
  readonly text: PaperText;
  readonly words: number;
  /** Plain sentences about what a reader will miss in it. */
  readonly notes: readonly string[];
}

/** Reads one paper by what is in it, not by its name: a web page named .pdf is refused. */
export const readPaper = async (
  file: string,
  bytes: Uint8Array,
  reader: PdfReader,
): Promise<Result<ReadPaper, ImportFault>> => {
  if (isPdf(bytes)) {
    // The thread takes the bytes with it: it gets a copy.
    const content = await reader.read(bytes.slice());
    if (!content.ok) return err({ ...content.error, file });
    const { pages, unreadable } = content.value;
    const text = documentText(pages);
    const cut = cutPack({ file, content: content.value, text });
    const whole = cut.length === 0 ? text.text : { ...text.text, cut };
    return ok(describe(file, bytes, 'application/pdf', whole, unreadable));
  }
  if (/\.pdf$/i.test(file)) return err({ kind: 'damaged', file });
  const source = /\.(?:txt|text|md)$/i.test(file) ? decodeText(bytes) : null;
  if (source === null) return err({ kind: 'no-paper', file });
  return ok(describe(file, bytes, 'text/plain', plainPaperText(source)));
};

/** UTF-8 text, or null for anything else. */
export const decodeText = (bytes: Uint8Array): string | null => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
};

const describe = (
  file: string,
  bytes: Uint8Array,
  mediaType: ReadPaper['mediaType'],
  text: PaperText,
  unreadable: readonly number[] = [],
): ReadPaper => {
  const notes = paperNotes(file, text, mediaType === 'application/pdf' ? unreadable : null);
  return { file, bytes, mediaType, text, words: countWords(text), notes };
};

/** Readers accept some bytes before the header (PDF 32000-1, annex H.3): the first 1,024 are searched. */
export const isPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-');
