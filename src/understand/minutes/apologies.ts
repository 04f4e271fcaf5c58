import type { Fact } from '../../domain/understood.ts';
import type { MinutePart } from './minute-parts.ts';
import { namesAtStart } from './name-run.ts';
import { lineWords, type PrintedLine } from './printed-lines.ts';
import { quoteOf, splitSentences } from './sentences.ts';
import { isNameList, splitNames } from './split-names.ts';

const FOR_ABSENCE =
  /\bapolog(?:y|ies) (?:were |was |had been )?(?:received|given|reported) for the (?:absence|non-attendance) of:?\s/i;
const TITLE = /\bapolog(?:y|ies)\b/i;
const EARLY = 3;
const TOLD = /^(?:an )?apolog(?:y|ies)\b.{0,40}\b(?:received|submitted|given|tendered)\b/i;
const NONE = /^(?:there (?:were|was|being) (?:no|none)|no\b|none\b|nil\b)/i;
const FROM = /\bapolog(?:y|ies)\b.{0,160}?\b(?:from|on behalf of|by)\b:?\s/i;
const AFTER_FOR =
  /\bapolog(?:y|ies)(?: for absence)? (?:were |was |had been |have been )?(?:received|given|submitted|tendered|noted|accepted|reported) for:?\s/i;
const LATE = /\bfor (?:late(?:ness)?|(?:early )?leaving|having to leave|late arrival|early departure)\b/i;
const THERE = /\bbut (?:was|were|had|would|joined|attended|attending)\b|\bvirtually\b|\bremotely\b/i;
/** What may follow the names of those who are away. */
const TAIL =
  /[,;]?\s(?:\(?(?:with|who|whose|whom|due to|owing to|because|as (?:he|she|they|a|her|his)|having|substitut\w{0,6}|represented|in whose|for (?:late|leaving|whom|the|absence)|and (?:for|it|there|the|that)|was|were|had|has|have|attended|is|are|sent|gave|would)\b|[–-]\s).*$/i;

/** Who sent apologies, by the minute that is about them. A reason is not kept: it is nobody's business. */
export const readApologies = (minutes: readonly MinutePart[], file: string): readonly Fact<string>[] => {
  const found = new Map<string, Fact<string>>();
  for (const [order, { title, body }] of minutes.entries()) {
    // Early minutes may tell it under a heading within them.
    const told = TITLE.test(title) ? body : order < EARLY ? body.filter(({ text }) => TOLD.test(text)) : [];
    for (const { name, line } of told.flatMap((line) =>
      lineApologies(line).map((name) => ({ name, line })),
    )) {
      if (found.has(name)) continue;
      found.set(name, {
        value: name,
        from: { file, page: line.page, quote: quoteOf(lineWords(line)) },
        doubt: null,
      });
    }
  }
  return [...found.values()];
};

const lineApologies = (line: PrintedLine): readonly string[] => {
  if (line.rows !== null) return line.rows.flatMap((row) => plainList(row[0] ?? ''));
  const said = apologiesTold(line.text);
  return said.length > 0 ? said : plainList(line.text);
};

/** The people whom the sentences of a text say to be away. */
export const apologiesTold = (text: string): readonly string[] =>
  splitSentences(text).flatMap(sentenceApologies);

/** The names that one sentence says are away. */
const sentenceApologies = (sentence: string): readonly string[] => {
  if (NONE.test(sentence)) return [];
  const found = FOR_ABSENCE.exec(sentence) ?? FROM.exec(sentence) ?? AFTER_FOR.exec(sentence);
  if (found !== null) {
    // "Apologies for lateness were received from ..." is about people who came.
    if (LATE.test(found[0])) return [];
    return listNames(sentence.slice(found.index + found[0].length));
  }
  const opening = namesAtStart(sentence);
  if (opening.names.length === 0 || !/^.{0,60}\bapolog(?:y|ies|ised)\b/i.test(opening.rest)) return [];
  return LATE.test(opening.rest) || THERE.test(opening.rest) ? [] : opening.names;
};

const listNames = (list: string): readonly string[] =>
  splitNames(list.replace(/\s?\([^()]{0,200}\)/g, '').replace(TAIL, '')).map(({ name }) => name);

/** A minute that is nothing but names. */
const plainList = (text: string): readonly string[] => {
  const names = text
    .replace(/^apolog(?:y|ies)(?: for absence)?:?\s/i, '')
    .replace(/[.;]?\s(?:absent|in attendance|also present)\b.*$/i, '')
    .replace(/\.$/, '');
  return !NONE.test(names) && isNameList(names) ? splitNames(names).map(({ name }) => name) : [];
};
