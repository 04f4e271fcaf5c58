import type { UnderstoodItem } from '../../domain/understood.ts';

/** What is printed behind an item's title. */
export interface TitleNotes {
  readonly title: string;
  /** What comes after the page span. */
  readonly rest: string;
  readonly pages: { readonly first: number; readonly last: number } | null;
  /** The span as printed. */
  readonly quote: string;
  readonly papers: UnderstoodItem['papers'];
  readonly exempt: boolean;
}

const SPAN =
  /[([]\s?(?:[^()[\]\d]{1,30}[\s,])?(?:pages?|pp?\.?)\s?(?:nos?\.?\s?|numbers?\s)?:?\s?(\d{1,5})(?:\s?(?:-|–|—|to)\s?(\d{1,5}))?\s?[)\]]|(?:^|\s)pages?\s(\d{1,5})(?:\s?(?:-|–|—|to)\s?(\d{1,5}))?\s?\.?$/gi;
/** The bare span of a column of pages: "25 - 100". */
const BARE_SPAN = /^\(?(\d{1,5})\s?(?:-|–|—|to)\s?(\d{1,5})\)?$/;
const OPEN_SPAN = /[([]\s?(?:pages?|pp?\.)\s?[\d\s–—-]{0,20}(?:to\s?)?$/i;
const FOLLOWS =
  /\s?(?:[([]\s?(?:pages?|reports?|papers?|documents?|appendi(?:x|ces)|minutes)?\s?(?:is |are )?to\sfollow\.?\s?[)\]]|[-–—:]\s?(?:(?:reports?|papers?|documents?|minutes)\s)?to\sfollow\.?$|(?:^|\s)(?:reports?|papers?|documents?|minutes)?\s?to\sfollow\.?$)/i;
const PROCEDURE = /\b(?:procedure|process|rules?|steps?|guidance|advice|protocol)\sto\sfollow/i;
const SUPPLEMENT =
  /\s?[([]?\s?\bsee\s(?:the\s)?(?:separate\s)?(?:agenda\s)?supplement(?:ary|al)?(?:\s(?:pack|agenda|papers?))?(?:\s\d{1,2})?\b\s?\.?[)\]]?/i;
const EXEMPT =
  /\s?[([]\s?(?:exempt|private|confidential|not for publication|part (?:2|ii|b)|restricted)(?:\s(?:item|report))?\s?[)\]]\s?$/i;
const EXEMPT_LABEL =
  /^\W{0,2}(?:exempt|confidential|private|not for publication)(?: item| report| session| business| matters?)?\s?[:–—-]\s/i;

const PURPOSE =
  /^([^–-]{3,60}?)\s[–-]\s(to (?:receive|consider|approve|note|agree|confirm|sign|discuss|review|adopt|ratify|accept|hear|elect|appoint|determine|authorise)\b.*)$/;
/** Where the paper lies, before its pages: "Appendix B (Pages 15 - 34)". */
const ENCLOSED =
  /(?<![-–—:,(&]|\b(?:and|to|of|the))\s(?:Appendix|Enclosure|Enc\.?|Annex|Paper)\s[A-Z\d]{1,2}$/;

/** Takes an item's printed words apart: title, page span, "to follow" and the like. */
export const titleNotes = (printed: string): TitleNotes => {
  const spans = [...printed.matchAll(SPAN)];
  const [first] = spans;
  const before = first === undefined ? printed : printed.slice(0, first.index);
  const after = first === undefined ? '' : printed.slice(first.index + first[0].length);
  const papers = papersNote(before) ?? papersNote(after);
  const title = tidyTitle(papers === null ? before : before.replace(FOLLOWS, '').replace(SUPPLEMENT, ''));
  const own = splitPurpose((first === undefined ? title : title.replace(ENCLOSED, '')).replace(EXEMPT, ''));
  return {
    title: own.title,
    rest: tidyTitle(
      `${own.purpose} ${after}`.replaceAll(SPAN, '').replace(FOLLOWS, '').replace(SUPPLEMENT, ''),
    ),
    pages: spanOf(spans.map(numbersOf)),
    quote: first?.[0].trim() ?? '',
    papers,
    exempt: EXEMPT.test(title) || EXEMPT_LABEL.test(title),
  };
};

/** A cell that is a page span and nothing else. */
export const spanCell = (cell: string): TitleNotes['pages'] => {
  const found = BARE_SPAN.exec(cell.trim());
  return found === null ? null : spanOf([[Number(found[1]), Number(found[2])]]);
};

/** Whether a text ends within a page span: "(Pages 461 -". */
export const endsInSpan = (text: string): boolean => OPEN_SPAN.test(text);

/** Whether a text says where papers are, and nothing else. */
export const isNoteAlone = (text: string): boolean => {
  const notes = titleNotes(text);
  return notes.title === '' && notes.rest === '' && (notes.pages !== null || notes.papers !== null);
};

/** "Minutes – to approve the minutes of ...": what is to be done is no part of the title. */
const splitPurpose = (title: string): { readonly title: string; readonly purpose: string } => {
  const [, name, purpose] = PURPOSE.exec(title) ?? [];
  return name === undefined || purpose === undefined ? { title, purpose: '' } : { title: name, purpose };
};

const papersNote = (text: string): UnderstoodItem['papers'] => {
  if (SUPPLEMENT.test(text)) return 'see-supplement';
  return FOLLOWS.test(text) && !PROCEDURE.test(text) ? 'to-follow' : null;
};

const numbersOf = (match: RegExpExecArray): readonly [number, number] => {
  const first = Number(match[1] ?? match[3]);
  return [first, Number(match[2] ?? match[4] ?? first)];
};

/** One span, or several that go on from each other. */
const spanOf = (spans: readonly (readonly [number, number])[]): TitleNotes['pages'] => {
  const [first] = spans;
  if (first === undefined || first[1] < first[0] || first[0] === 0) return null;
  let last = first[1];
  for (const [from, to] of spans.slice(1)) if (from === last + 1 && to >= from) last = to;
  return { first: first[0], last };
};

const tidyTitle = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/\s?(?:\.{3,}|…)\s?$/, '')
    .replace(/^\s*[-–—:]\s/, '')
    .replace(/(?:\s[-–—]|(?<=\p{L}):)\s*$/u, '')
    .trim();
