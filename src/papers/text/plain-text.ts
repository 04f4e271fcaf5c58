import type { PageText, PaperText, TextBlock } from '../../domain/paper-text.ts';
import { tidyText } from './join-runs.ts';
import { splitNumber } from './numbered-paragraph.ts';

const BULLET = /^(?:[·•●○▪*-]|Ø)\s*(?=\S)/;
const BLANK = /^this page (?:is|has been) (?:intentionally|deliberately) left blank\.?$/i;
/** A line this long was probably wrapped, so that the next one goes on. */
const WRAPPED_AT = 60;

/** A plain text paper: pages by form feed, paragraphs by blank lines and markers, "**bold**" as a lead. */
export const plainPaperText = (source: string): PaperText => {
  const sheets = source
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split('\f');
  // A form feed after the last page opens no page.
  const pages = sheets.length > 1 && sheets.at(-1)?.trim() === '' ? sheets.slice(0, -1) : sheets;
  return { format: 1, pages: pages.map((sheet, at) => sheetText(sheet, at + 1)) };
};

const sheetText = (sheet: string, page: number): PageText => {
  const paragraphs = splitParagraphs(sheet.split('\n'));
  const isBlank = paragraphs.length === 1 && BLANK.test(paragraphs[0]?.join(' ').trim() ?? '');
  return { page, label: null, blocks: isBlank ? [] : paragraphs.map(linesToBlock) };
};

/** Groups of lines, each one block. */
const splitParagraphs = (lines: readonly string[]): readonly (readonly string[])[] => {
  const groups: string[][] = [];
  let open = false;
  for (const line of lines) {
    const last = groups.at(-1);
    if (line.trim() === '') open = false;
    else if (open && last !== undefined && goesOn(last.at(-1) ?? '', line)) last.push(line);
    else {
      groups.push([line]);
      open = true;
    }
  }
  return groups;
};

const goesOn = (last: string, line: string): boolean => {
  if (last.includes('\t') || line.includes('\t')) return last.includes('\t') && line.includes('\t');
  const text = line.trim();
  if (BULLET.test(text) || splitNumber(text) !== null || text.startsWith('#')) return false;
  return last.trim().length >= WRAPPED_AT || /^\p{Ll}/u.test(text);
};

const linesToBlock = (lines: readonly string[]): TextBlock => {
  if (lines.length > 1 && lines.every((line) => line.includes('\t'))) {
    return { kind: 'table', header: false, rows: lines.map((line) => line.split('\t').map(plainWords)) };
  }
  const marked = tidyText(lines.join('\n'));
  const hashes = /^(#{1,6})\s+(.*)$/.exec(marked);
  if (hashes?.[1] !== undefined) {
    return { kind: 'heading', level: headingLevel(hashes[1].length), text: plainWords(hashes[2] ?? '') };
  }
  const bullet = BULLET.exec(marked)?.[0] ?? '';
  const split = splitNumber(marked.slice(bullet.length)) ?? splitNumber(marked);
  if (split !== null && !split.number.includes('.') && isTitle(split.rest)) {
    return { kind: 'heading', level: 2, text: plainWords(marked) };
  }
  if (split !== null) return { kind: 'paragraph', number: split.number, ...splitLead(split.rest) };
  if (bullet !== '') {
    return { kind: 'item', label: bullet.trim(), text: plainWords(marked.slice(bullet.length)) };
  }
  return isShouted(marked)
    ? { kind: 'heading', level: 2, text: plainWords(marked) }
    : { kind: 'paragraph', number: null, ...splitLead(marked) };
};

const splitLead = (marked: string): { readonly lead: string | null; readonly text: string } => {
  const found = /^\*\*(.+?)\*\*\s*(?=\S)/.exec(marked);
  if (found?.[1] === undefined) return { lead: null, text: plainWords(marked) };
  return { lead: plainWords(found[1]), text: plainWords(marked.slice(found[0].length)) };
};

/** Without the marks that some text exports leave: `**bold**`, `<u>underlined</u>`. */
const plainWords = (marked: string): string => tidyText(marked.replace(/\*\*|<\/?[bui]>/g, ''));

const isTitle = (text: string): boolean => text.length > 0 && text.length <= 90 && !/[.;:,]$/.test(text);

const isShouted = (text: string): boolean =>
  text.length <= 90 && /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text);

const headingLevel = (level: number): 1 | 2 | 3 | 4 | 5 | 6 =>
  level === 2 || level === 3 || level === 4 || level === 5 || level === 6 ? level : 1;
