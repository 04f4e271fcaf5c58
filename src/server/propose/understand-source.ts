import { importFaultSentence } from '../import/import-fault.ts';
import { decodeText, isPdf } from '../import/read-paper.ts';
import type { PdfFault, PdfReader } from '../import/read-pdf.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { PdfContent } from '../../papers/text/page-content.ts';
import type { UnderstoodSource } from '../../understand/proposal/source.ts';
import { sha256Hex } from '../sha256.ts';
import { refusedSource } from './refused-source.ts';
import { understandMarkup } from './understand-markup.ts';
import { understandPdf } from './understand-pdf.ts';
import { understandText } from './understand-text.ts';

/** One file or page with its bytes. */
export interface SourceBytes {
  readonly file: string;
  readonly bytes: Uint8Array;
  /** Where it was fetched from, or null for a file. */
  readonly address: string | null;
}

/** Understands one source by what is in it, not by its name: a web page that is called .pdf is read as a page. */
export const understandSource = async (
  { file, bytes, address }: SourceBytes,
  reader: PdfReader,
  password: string | null,
): Promise<UnderstoodSource> => {
  const sha256 = sha256Hex(bytes);
  if (isPdf(bytes)) {
    const content = await readPdf(bytes, reader, password);
    if (!content.ok) return refusedSource(file, importFaultSentence({ ...content.error, file }), sha256);
    const understood = understandPdf(file, sha256, content.value.content);
    return content.value.isLocked ? withNote(understood, lockedNote(file)) : understood;
  }
  if (bytes.length === 0) return refusedSource(file, `${file} is empty.`, sha256);
  const text = decodeWide(bytes) ?? decodeText(bytes) ?? decodeOld(file, bytes);
  if (text === null) return refusedSource(file, importFaultSentence({ kind: 'no-paper', file }), sha256);
  const understood = understandMarkup({ file, source: text, address }, sha256);
  // The text of a page that was copied is known as such; any other text is a paper.
  const isPaper = understood.source.refused !== null && /\.(?:txt|text|md)$/iu.test(file);
  return isPaper ? understandText(file, text, sha256) : understood;
};

interface ReadPdf {
  readonly content: PdfContent;
  /** It opens with its password only. */
  readonly isLocked: boolean;
}

/** Without the password first: only so it is known which papers ask for one. */
const readPdf = async (
  bytes: Uint8Array,
  reader: PdfReader,
  password: string | null,
): Promise<Result<ReadPdf, PdfFault>> => {
  // The thread takes the bytes with it, and without a second try nobody needs them any more.
  const plain = await reader.read(password === null ? bytes : bytes.slice());
  if (plain.ok) return ok({ content: plain.value, isLocked: false });
  if (password === null || plain.error.kind !== 'locked') return plain;
  const opened = await reader.read(bytes, password);
  return opened.ok ? ok({ content: opened.value, isLocked: true }) : opened;
};

const lockedNote = (file: string): string =>
  `${file} opens with its password only, so members could not read it: give a copy that opens without.`;

const withNote = (understood: UnderstoodSource, note: string): UnderstoodSource => ({
  ...understood,
  source: { ...understood.source, notes: [...understood.source.notes, note] },
});

/** Text of two bytes a letter, as Windows saves "Unicode": known by its mark of order, or by the first letter of markup. */
const decodeWide = (bytes: Uint8Array): string | null => {
  const [first, second] = bytes;
  const isLittle = (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0);
  const isBig = (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c);
  if (!isLittle && !isBig) return null;
  const text = new TextDecoder(isLittle ? 'utf-16le' : 'utf-16be').decode(bytes);
  return text.includes('\0') ? null : text;
};

/** A page or a text from before UTF-8, in Windows' letters; what holds letters that only steer is neither. */
const decodeOld = (file: string, bytes: Uint8Array): string | null => {
  const text = new TextDecoder('windows-1252').decode(bytes);
  if (/^\s*<[!?a-z]/iu.test(text)) return text.includes('\0') ? null : text;
  return /\.(?:txt|text|md|html?|aspx|xml|json)$/iu.test(file) && !STEERING.test(text) ? text : null;
};

// Bytes of other files, which no text has: all that come before the space, without tab, line and page ends.
const STEERING = /[^\P{Cc}\t\n\v\f\r\u0080-\u009F]/u;
