import { isPostNominal, isTitleWord, withoutPlural } from './name-words.ts';

/** A name as it is printed, and what stood in brackets or behind a dash after it: "Chairman". */
export interface PrintedName {
  readonly name: string;
  readonly note: string | null;
}

const NOBODY =
  /^(?:none|nil|no|nobody|no one|n\/a|not applicable|vacancy|vacant|apologies|others?|all|etc|tbc|totals?|carried|lost|defeated|unanimous(?:ly)?|resolved|agreed|noted|approved)\b/i;
const OFFICE =
  /^(?:the )?(?:right worshipful |worshipful )?(?:(?:deputy|lord|vice|leader|opposition|acting|the)[ -])*(?:mayor|mayoress|chair|chairman|chairperson|provost|sheriff|leader)$/i;
const LONGEST = 70;
/** No council has more members; a longer list is something else. */
const MOST = 300;

/**
 * The people of a printed list, in its order. A name with honours behind a comma ("Mr P Hill, OBE, JP") is one
 * name; titles that several share ("Councillors") belong to none. What is no name is left out.
 */
export const splitNames = (list: string): readonly PrintedName[] => {
  const names: PrintedName[] = [];
  for (const piece of pieces(list)) {
    const last = names.at(-1);
    if (last !== undefined && isPostNominal(piece.name, last.name)) {
      names[names.length - 1] = { name: `${last.name}, ${piece.name}`, note: last.note ?? piece.note };
    } else if (last !== undefined && last.note === null && isRole(piece.name)) {
      names[names.length - 1] = { name: last.name, note: piece.name };
    } else if (isName(piece.name)) names.push(piece);
    if (names.length === MOST) break;
  }
  return names;
};

/** Whether a list is nothing but names, at least one. */
export const isNameList = (list: string): boolean => {
  const found = pieces(list);
  return (
    found.some(({ name }) => isName(name)) &&
    found.every(
      ({ name }, at) =>
        isName(name) ||
        isLetters(found, at) ||
        (at > 0 && isRole(name)) ||
        (found.length > 1 && OFFICE.test(name)),
    )
  );
};

const isLetters = (found: readonly PrintedName[], at: number): boolean =>
  at > 0 && isPostNominal(found[at]?.name ?? '', found[at - 1]?.name ?? '');

/** Whether a text can be the name of one person. */
export const isName = (text: string): boolean => {
  if (text.length < 2 || text.length > LONGEST || NOBODY.test(text) || OFFICE.test(text)) return false;
  if (!/^[\p{Lu}'’]/u.test(text) && !/^(?:de|van|von|du|da|le|la|al)\s/u.test(text)) return false;
  if (/[\d?!“”"@/]/.test(text)) return false;
  const words = text.split(' ');
  // A sentence ends within; "Cllr. Smith" is no such end.
  if (words.slice(0, -1).some((word) => /\p{Ll}{3}\.$/u.test(word) && !isTitleWord(word))) return false;
  return words.length <= 9 && words.some((word) => !isTitleWord(word)) && words.every(isNameWord);
};

const SMALL = /^(?:de|van|von|der|den|du|da|di|le|la|al|el|bin|of|the|y|ap|ab|ferch|st|ffrench|ffoulkes)$/i;

const isNameWord = (word: string): boolean => /^[\p{Lu}'’(]/u.test(word) || SMALL.test(word);

const isRole = (text: string): boolean =>
  text.length <= LONGEST &&
  /^(?:in the chair|(?:the |joint |deputy )*(?:vice|deputy)?[ -]?(?:chair|chairman|chairwoman|chairperson)(?: (?:of|for) .{1,50})?|(?:deputy |lord )?mayor|(?:deputy )?leader(?: of .{1,50})?|(?:the )?(?:cabinet|executive|portfolio|lead|assistant|shadow)(?: \p{L}{1,20}){0,2} (?:member|holder|lead|councillor|spokesperson)\b.{0,60}|group spokesperson|substitute\b.*)$/iu.test(
    text,
  );

const pieces = (list: string): readonly PrintedName[] =>
  separated(withoutPlural(tidyNames(list)))
    .flatMap((piece) => (isRole(piece) ? [piece] : byTitle(piece)))
    .map((piece) => toPrintedName(withoutPlural(piece)))
    .filter(({ name }) => name !== '');

const tidyNames = (list: string): string =>
  list
    .replace(/\s+/g, ' ')
    // "Barrington- King": a line ended after the hyphen.
    .replace(/(\p{L})- (?=\p{Lu})/gu, '$1-')
    // A name right behind a bracket begins another person.
    .replace(/\)\s(?=\p{Lu}\p{Ll})/gu, '), ')
    .trim()
    .replace(/(?<=\p{L}{2}|\))\.$/u, '');

/** Split at commas and "and" outside brackets; at semicolons alone where they hold "Smith, J" together. */
const separated = (list: string): readonly string[] => {
  const bySemicolon = list.includes(';') && /,[^;]{0,80};/.test(list) && /^[\p{L}'’-]+, \p{Lu}/u.test(list);
  const found: string[] = [];
  let depth = 0;
  let current = '';
  for (const part of list.split(/(\s(?:and|&)\s|[(),;[\]•|\n])/)) {
    if (part === '(' || part === '[') depth += 1;
    const separates =
      depth === 0 && (part === ';' || part === '•' || part === '|' || (!bySemicolon && isSeparator(part)));
    if (part === ')' || part === ']') depth = Math.max(0, depth - 1);
    if (separates) {
      found.push(current);
      current = '';
    } else current += part;
  }
  return [...found, current].map((piece) => piece.trim()).filter((piece) => piece !== '');
};

const isSeparator = (part: string): boolean => part === ',' || /^\s(?:and|&)\s$/.test(part);

/** "Cllr A Smith Cllr B Jones": a title after a name begins another one. */
const byTitle = (piece: string): readonly string[] => {
  const found: string[] = [];
  let current: string[] = [];
  let named = false;
  let depth = 0;
  for (const word of piece.split(' ')) {
    const isTitle = isTitleWord(word);
    if (
      depth === 0 &&
      named &&
      isTitle &&
      /^\p{Lu}\p{Ll}/u.test(word) &&
      !/^the$/i.test(current.at(-1) ?? '')
    ) {
      found.push(current.join(' '));
      current = [];
      named = false;
    }
    depth += word.split('(').length - word.split(')').length;
    named ||= !isTitle && /^\p{Lu}/u.test(word);
    current.push(word);
  }
  return [...found, current.join(' ')];
};

const toPrintedName = (piece: string): PrintedName => {
  const office = /^(?:the|his|her) [^()]{1,40}\(([^()]{3,70})\)(?:,? in the chair)?$/i.exec(piece);
  // "The Mayor (Councillor J Brown)" names the person in brackets.
  if (office?.[1] !== undefined && isTitleWord(office[1].split(' ')[0] ?? '')) {
    return { name: office[1], note: piece.slice(0, piece.indexOf('(')).trim() };
  }
  const found = /^([^([]*?)\s*[([]([^)\]]*)[)\]]?/.exec(piece);
  const whole = found?.[1] ?? piece;
  const [name = '', ...behind] = whole.split(/\s[–—-]\s|:\s/);
  const note = found?.[2] ?? (behind.length > 0 ? behind.join(' ') : null);
  const role = /^(.{3,60}?),? (in the chair)$/i.exec(name);
  if (role?.[1] !== undefined) return { name: role[1].trim(), note: role[2] ?? null };
  return { name: name.replace(/^[•*\s]+|[\s:*]+$/g, '').replace(/(?<=\p{L}{3})\.$/u, ''), note };
};
