import type { Fact, UnderstoodMinutes } from '../../domain/understood.ts';
import type { MinutePart } from './minute-parts.ts';
import { isTitleWord } from './name-words.ts';
import { namesAtEnd, namesAtStart } from './name-run.ts';
import { lineWords, type PrintedLine } from './printed-lines.ts';
import { quoteOf, splitSentences } from './sentences.ts';
import { isName, splitNames } from './split-names.ts';

type Declared = UnderstoodMinutes['declarations'][number];
interface Said {
  readonly name: string;
  readonly text: string;
}

const TITLE = /\binterests?\b|\bdeclarations?\b|\bdisclos(?:ures?|able)\b/i;
const NOT_INTERESTS = /\bdeclarations? of (?:acceptance|office|vacancy|results?)\b/i;
const NONE =
  /^(?:(?:there (?:were|was|being)|it was noted that there were) (?:no|none)|no\b|none\b|nil\b|not\b)/i;
const VERB =
  /\b(?:declared|disclosed|registered|made an? (?:open |further )?declaration|made a disclosure|declares|discloses)\b/gi;
const INTEREST =
  /\b(?:declared|disclosed|made a (?:declaration|disclosure) of)\b.{0,80}\b(?:interest|dpi|predetermination|pecuniary)\b/i;
const BY = /\b(?:declared|disclosed|made|received|submitted|given) (?:by|from):?\s/i;

/**
 * Who declared what: by the minute that is about interests, and by sentences in the others. "No declarations were
 * made" is nobody's.
 */
export const readDeclarations = (minutes: readonly MinutePart[], file: string): readonly Declared[] =>
  minutes.flatMap(({ title, body }) => {
    const about = TITLE.test(title) && !NOT_INTERESTS.test(title);
    return body.flatMap((line) =>
      lineDeclarations(line, about).map((value): Fact<Said> => ({
        value,
        from: { file, page: line.page, quote: quoteOf(lineWords(line)) },
        doubt: null,
      })),
    );
  });

const lineDeclarations = (line: PrintedLine, about: boolean): readonly Said[] => {
  if (line.rows !== null) return about ? line.rows.flatMap(rowDeclaration) : [];
  const said = splitSentences(line.text).flatMap((sentence) => sentenceDeclarations(sentence, about));
  // One declaration in a paragraph owns all of it: what it was, and whether the member left.
  const texts = new Set(said.map(({ text }) => text));
  if (about && texts.size === 1) return said.map(({ name }) => ({ name, text: line.text }));
  if (said.length > 0 || !about) return said;
  const parts = line.text.split(/(?<=[.;])\s(?=(?:Councillor|Cllr)\.?\s[^:.]{2,40}:\s)/);
  return parts.flatMap(listedDeclaration);
};

const sentenceDeclarations = (sentence: string, about: boolean): readonly Said[] => {
  const plain = sentence.replace(/^\(/, '').replace(/\)\.?$/, (end) => (sentence.startsWith('(') ? '' : end));
  if (NONE.test(plain) || /\bapolog(?:y|ies)\b/i.test(plain) || (!about && !INTEREST.test(plain))) return [];
  const clauses = splitClauses(plain);
  const said = clauses.flatMap((clause) => whoDeclared(clause).map((name) => ({ name, text: clause })));
  if (said.length > 0) return said;
  const by = BY.exec(plain);
  if (by === null || !about) return [];
  const { names } = namesAtStart(plain.slice(by.index + by[0].length));
  return names.map((name) => ({ name, text: plain }));
};

/** "A declared X and B declared Y" says two things: it is cut before the names of the second. */
const splitClauses = (sentence: string): readonly string[] => {
  const clauses: string[] = [];
  let start = 0;
  for (const { index } of [...sentence.matchAll(VERB)].slice(1, 50)) {
    const { names, rest } = namesAtEnd(sentence.slice(start, index));
    if (names.length === 0 || !hasVerb(rest)) continue;
    clauses.push(rest.replace(/[\s,;]{0,5}(?:\band)?$/i, '').trim());
    start += sentence.slice(start).indexOf(rest) + rest.length;
  }
  return [...clauses, sentence.slice(start).trim()];
};

const hasVerb = (text: string): boolean => text.search(VERB) >= 0;

const whoDeclared = (clause: string): readonly string[] => {
  const verb = clause.search(VERB);
  if (verb < 0) return [];
  const opening = namesAtStart(clause);
  const named = opening.names.filter((name) => !/^the\b/i.test(name));
  if (named.length > 0) return named;
  const { names } = namesAtEnd(
    clause.slice(0, verb).replace(/\b(?:each|both|all|then|also|further|had|has|have|therefore)\s?$/i, ''),
  );
  return names.filter((name) => isTitleWord(name.split(' ')[0] ?? '') || name.includes(' '));
};

/** "Councillor A Smith – Item 5 – trustee of a school": a list without verbs. */
const listedDeclaration = (text: string): readonly Said[] => {
  const opening = namesAtStart(text);
  // "Councillor Lee, other registrable interest, trustee" names one.
  const single = /^((?:councillor|cllr)\.?\s[^,]{3,50}),\s.{0,80}\binterest\b/i.exec(text)?.[1];
  if (single !== undefined) return splitNames(single).map(({ name }) => ({ name, text }));
  const marked = /^.{3,200}?(?:\s[–-]\s|:\s)/.exec(text);
  if (opening.names.length === 0 || marked === null || NONE.test(text)) return [];
  const names = splitNames(marked[0].replace(/(?:\s[–-]\s|:\s)$/, '')).map(({ name }) => name);
  return names.map((name) => ({ name, text }));
};

/** A row "Cllr Lee | Item 5 | trustee". The row of headings holds no person. */
const rowDeclaration = (row: readonly string[]): readonly Said[] => {
  const cells = row.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const who = cells.find(
    (cell) => isTitleWord(cell.split(' ')[0] ?? '') && isName(splitNames(cell)[0]?.name ?? ''),
  );
  if (who === undefined || cells.length < 2) return [];
  const text = cells.join(' – ');
  return splitNames(who).map(({ name }) => ({ name, text }));
};
