import type { PaperText, TextBlock } from '../../domain/paper-text.ts';

/** A numbered paragraph with what follows it without a number. */
export interface SectionParagraph {
  readonly number: string;
  /** Its bold opening, or the heading right above it. */
  readonly lead: string | null;
  readonly text: string;
  readonly page: number;
}

/** Numbered paragraphs that follow each other: those of one chapter ("2.1", "2.2"), or under one heading. */
export interface NumberedSection {
  readonly heading: string | null;
  /** The last words before the first paragraph. */
  readonly preface: string;
  readonly paragraphs: readonly SectionParagraph[];
}

interface OpenParagraph extends Omit<SectionParagraph, 'text'> {
  /** The heading right above it. */
  readonly above: string | null;
  readonly texts: string[];
}

interface OpenSection {
  readonly headings: readonly string[];
  readonly preface: string;
  readonly chapter: string;
  readonly paragraphs: OpenParagraph[];
}

/** All numbered sections of a paper, or of several bound in one, in reading order. */
export const numberedSections = (paper: PaperText): readonly NumberedSection[] => {
  const reading: Reading = { sections: [], headings: [], preface: '', open: false };
  for (const { page, blocks } of paper.pages) {
    for (const block of blocks) {
      const read = readBlock(block);
      if (read !== null) addBlock(reading, read, page);
    }
  }
  return reading.sections.map(closeSection);
};

const closeSection = ({ headings, preface, paragraphs }: OpenSection): NumberedSection => {
  // Where headings stand above the others, the last one above the first is its name, not the section's.
  const named = paragraphs.slice(1).filter(({ above }) => above !== null).length;
  const isNamed = named * 2 >= paragraphs.length && headings.length > 1;
  return {
    heading: headings.at(isNamed ? -2 : -1) ?? null,
    preface,
    paragraphs: paragraphs.map(({ number, lead, above, texts, page }, at) => ({
      number,
      lead: lead ?? (at > 0 || isNamed ? above : null),
      text: joinWords(...texts),
      page,
    })),
  };
};

/** How far a paper has been read. */
interface Reading {
  readonly sections: OpenSection[];
  /** Headings that no paragraph has followed yet. */
  headings: string[];
  preface: string;
  /** Whether words without a number belong to the last paragraph: a heading ends it. */
  open: boolean;
}

const addBlock = (reading: Reading, read: ReadBlock, page: number): void => {
  const last = reading.sections.at(-1)?.paragraphs.at(-1);
  if (read.kind === 'heading') {
    reading.headings.push(read.text);
    reading.open = false;
  } else if (read.kind === 'loose') {
    if (reading.open) last?.texts.push(read.text);
    reading.preface = read.text;
  } else if (reading.open && last !== undefined && isWithin(last.number, read.number)) {
    last.texts.push(joinWords(read.lead, read.text));
  } else {
    addParagraph(reading, read, page);
  }
};

/** "2.2.1", and a list that counts "1.", "2.", belong to paragraph 2.2. */
const isWithin = (paragraph: string, number: string): boolean =>
  number.startsWith(`${paragraph}.`) || (paragraph.includes('.') && !number.includes('.'));

const addParagraph = (reading: Reading, read: NumberedBlock, page: number): void => {
  const { headings, preface } = reading;
  const chapter = chapterOf(read.number);
  const section = reading.sections.at(-1);
  const goesOn =
    section?.chapter === chapter &&
    isNext(section.paragraphs.at(-1)?.number, read.number) &&
    // Paragraphs that are counted through the whole report are divided by its headings.
    (chapter !== '' || headings.length === 0);
  const { number, lead, text } = read;
  const paragraph = { number, lead, above: headings.at(-1) ?? null, texts: [text], page };
  if (goesOn) section.paragraphs.push(paragraph);
  else reading.sections.push({ headings, preface, chapter, paragraphs: [paragraph] });
  reading.headings = [];
  reading.preface = read.text;
  reading.open = true;
};

interface NumberedBlock {
  readonly kind: 'numbered';
  readonly number: string;
  readonly lead: string | null;
  readonly text: string;
}

type ReadBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'loose'; readonly text: string }
  | NumberedBlock;

const NUMBER = /^\d{1,3}(?:\.\d{1,3}){0,4}$/u;
const LONGEST_TITLE = 90;

const readBlock = (block: TextBlock): ReadBlock | null => {
  if (block.kind === 'table' || block.kind === 'figure') return null;
  if (block.kind === 'heading') return readHeading(block.text);
  const number = (block.kind === 'item' ? block.label : (block.number ?? '')).trim().replace(/[.)]$/u, '');
  const lead = block.kind === 'item' ? null : block.lead;
  // A list counts "1.", "2." within a paragraph; with a chapter before it the number is a paragraph's.
  const isNumbered = NUMBER.test(number) && (block.kind === 'paragraph' || number.includes('.'));
  if (!isNumbered) return { kind: 'loose', text: joinWords(lead, block.text) };
  return isTitle(number, joinWords(lead, block.text))
    ? { kind: 'heading', text: joinWords(lead, block.text) }
    : { kind: 'numbered', number, lead, text: block.text };
};

/** "2.2 Schools" is a heading to the eye and a numbered paragraph to who speaks of it. */
const readHeading = (text: string): ReadBlock => {
  const found = /^(\d{1,3}(?:\.\d{1,3})+)\.?\s+(?=\S)/u.exec(text);
  return found?.[1] === undefined || !NUMBER.test(found[1])
    ? { kind: 'heading', text: text.replace(/^\d{1,3}[.)]?\s+/u, '') }
    : { kind: 'numbered', number: found[1], lead: text.slice(found[0].length), text: '' };
};

/** "2. Progress since June": a chapter's title that nothing marks as a heading. */
const isTitle = (number: string, text: string): boolean =>
  !number.includes('.') && text.length <= LONGEST_TITLE && text !== '' && !/[.;:,]$/u.test(text);

const chapterOf = (number: string): string => number.slice(0, Math.max(0, number.lastIndexOf('.')));

/** The next number of a chapter; one or two may be missing where a number was not read. */
const isNext = (last: string | undefined, number: string): boolean => {
  const step = lastCount(number) - lastCount(last ?? '');
  return step >= 1 && step <= 3;
};

const lastCount = (number: string): number => Number(number.slice(number.lastIndexOf('.') + 1));

const joinWords = (...parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null && part !== '').join(' ');
