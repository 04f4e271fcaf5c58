import type { PaperText } from '../../domain/paper-text.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { blockText } from '../../papers/text/block-text.ts';
import { documentText } from '../../papers/text/document-text.ts';
import { plainPaperText } from '../../papers/text/plain-text.ts';
import type { ImportFault } from './import-fault.ts';
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
    return ok(describe(file, bytes, 'application/pdf', documentText(pages).text, unreadable));
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
  const words = wordCount(text);
  const notes = [
    ...(isPicture(text, mediaType) ? [`There is no text in this paper: ${file}.`] : []),
    ...(unreadable.length === 0 ? [] : [unreadableNote(file, unreadable)]),
  ];
  return { file, bytes, mediaType, text, words, notes };
};

/** A scanner's mark or a stamp is no text: a page that was written has more characters than these. */
const fewest = 30;

const isPicture = ({ pages }: PaperText, mediaType: ReadPaper['mediaType']): boolean =>
  pages.every(({ blocks }) => {
    const characters = blocks.map(blockText).join('').length;
    return characters === 0 || (mediaType === 'application/pdf' && characters < fewest);
  });

const unreadableNote = (file: string, pages: readonly number[]): string =>
  `${file} cannot be read on ${pages.length === 1 ? 'page' : 'pages'} ${pages.join(', ')}.`;

const wordCount = (text: PaperText): number =>
  text.pages
    .flatMap((page) => page.blocks)
    .reduce((sum, block) => sum + blockText(block).split(/\s+/).filter(Boolean).length, 0);

/** Readers accept some bytes before the header (PDF 32000-1, annex H.3): the first 1,024 are searched. */
const isPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-');
