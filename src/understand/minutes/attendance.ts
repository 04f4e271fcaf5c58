import type { Fact, UnderstoodMember } from '../../domain/understood.ts';
import { apologiesTold } from './apologies.ts';
import { withAttendanceInWords } from './lettered-attendance.ts';
import type { PrintedLine } from './printed-lines.ts';
import { namesAtStart } from './name-run.ts';
import { quoteOf } from './sentences.ts';
import { isName, isNameList, type PrintedName, splitNames } from './split-names.ts';

/** The people that the head of minutes names. */
export interface Attendance {
  readonly present: readonly Fact<PrintedName>[];
  readonly apologies: readonly Fact<PrintedName>[];
}

type Section = 'present' | 'apologies' | 'other';

const LABELS: readonly (readonly [Section, RegExp])[] = [
  [
    'other',
    /^(?:(?:the following |councillors |members )?(?:also|officers?|others?|public|press|staff|guests?|observers?)(?: and officers?| members?)?(?: also)? (?:present|in attendance|attending|attended|attendance)|in attendance(?: virtually| remotely| \(virtual(?:ly)?\))?|officers?(?: present| in attendance)?|also (?:present|in attendance|attending)|absent|not present|substitutes?|invitees?|by invitation|guests?|clerk|observers?|date|time|venue|place|location|start time|end time)\b/i,
  ],
  [
    'apologies',
    /^(?:(?:councillors?|members?)['’]? )?apolog(?:y|ies)(?: for (?:absence|non-attendance|inability to attend))?(?: (?:were |was )?(?:received|given|submitted)(?: from)?)?/i,
  ],
  [
    'present',
    /^(?:(?:committee |council |cabinet |board |panel |voting |elected )?members (?:of the (?:committee|council|cabinet|board|panel) )?(?:present|in attendance)|(?:county |borough |city |town )?(?:councillors|cllrs) (?:present|in attendance)|those present|(?:[a-z]+ )?members present|present(?: virtually| remotely)?|membership|attendance(?: list| record)?|attendees|(?:elected )?members|(?:councillors|cllrs)(?=\s?:))/i,
  ],
];
/** "Independent Group: Councillors ...": a party before its members. */
const GROUP = /^[\p{L}\s&'’-]{2,40}:\s(?=(?:councillors?|cllrs?)\b)/iu;
const STOP = /^(?:the meeting\b|minutes of\b|note:|copies of\b|quorum\b)/i;

/** Reads "PRESENT: ..." and "Apologies: ...", with the names behind the label, below it or in a table. */
export const readAttendance = (printed: readonly PrintedLine[], file: string): Attendance => {
  const head = withAttendanceInWords(printed);
  const found: Record<Section, Fact<PrintedName>[]> = { present: [], apologies: [], other: [] };
  const marks = legendOf(head);
  let section: Section = 'other';
  let isByWard = false;
  for (const line of head) {
    isByWard ||= WARDS.test(line.text);
    for (const text of textsOf(line)) {
      const opened = openSection(text);
      if (opened !== null) section = opened.section;
      const names = (opened?.rest ?? text)
        .replace(/^[=+#~*]\s/, '')
        .replace(GROUP, '')
        .replace(/(?<=^|[\s,])[+*#](?=\p{Lu})/gu, '');
      if (PEOPLE.test(names) || PARTY.test(names)) continue;
      const goesOn = isName(text) || WARDS.test(text) || PEOPLE.test(text) || PARTY.test(text);
      const isOver = line.heading && opened === null && (!goesOn || BUSINESS.test(text));
      if (STOP.test(text) || isOver) section = 'other';
      const sent = opened === null && /^(?:an )?apolog/i.test(text) && toldNames(text).length > 0;
      const own = sent
        ? 'apologies'
        : marks === null || opened !== null
          ? section
          : marked(section, line, text, marks);
      // Wards stand in capitals above those whom they elected.
      if (own === 'other' || (isByWard && !/\p{Ll}/u.test(text))) continue;
      for (const name of namesIn(own, text, names, opened !== null || line.rows !== null)) {
        if (own === 'present' && OFFICER.test(name.note ?? '')) continue;
        found[own].push({
          value: withRole(name),
          from: { file, page: line.page, quote: quoteOf(text) },
          doubt: null,
        });
      }
    }
  }
  return { present: found.present, apologies: found.apologies };
};

/** "Chair Ann Lee": who takes the chair may stand before the name. */
const withRole = (printed: PrintedName): PrintedName => {
  const [, role, name] =
    /^((?:vice[ -]|deputy )?chair(?:man|woman|person)?)\s(.*\s.*)$/i.exec(printed.name) ?? [];
  return role === undefined || name === undefined ? printed : { name, note: role };
};

/** A heading of these is nobody's name. */
const BUSINESS = /\b(?:papers|business|items?|reports?|agenda|minutes|matters)\b/i;

/** Headings within a list of those who were there. */
const PEOPLE = /^(?:(?:county|city|borough|district|town) )?(?:councillors|cllrs)\s?:?(?:,?\s\d{1,3})?$/i;
const PARTY = /^(?:[\p{L}’'&-]+ ){1,4}group\s?(?:\(\d{1,3}\))?\s?:?$/iu;
const WARDS = /^(?:wards?\s?){1,3}$/i;
const OFFICER =
  /\b(?:clerk|officer|director|manager|solicitor|assistant|secretary|head of|adviser|advisor)\b/i;

/** The parts of a line; labels that share it with others begin a part. */
const textsOf = (line: PrintedLine): readonly string[] =>
  line.rows === null
    ? line.text.split(
        /(?<=\S)\s(?=(?:In attendance|IN ATTENDANCE|Also present|ALSO PRESENT|Apologies|APOLOGIES|Absent|ABSENT|Officers|OFFICERS|Clerk)(?: for absence| present)?\s?:)/,
      )
    : line.rows.flatMap((row) =>
        row
          .filter((cell, at) => cell !== '' && !(at === 0 && row.length > 1 && PARTY.test(cell)))
          .join(', ')
          .replaceAll('\n', ', ')
          .replace(/:,\s/g, ': ')
          .split(/[,;]\s(?=(?:In attendance|Also present|Also attended|Apologies|Officers)\s?:)/)
          .filter((part, at) => at === 0 || /^apolog/i.test(part)),
      );

const namesIn = (
  section: Section,
  text: string,
  names: string,
  isLabelled: boolean,
): readonly PrintedName[] => {
  if (section === 'apologies') {
    const said = toldNames(text);
    if (said.length > 0) return said;
  }
  // "Councillors Lee and Park were also present", without a vote.
  if (/\b(?:was|were) also (?:present|in attendance)\b/i.test(names)) return [];
  // "Councillor Lee attended as a substitute for Councillor Park": the first was there.
  if (ATTENDED.test(names)) {
    return section === 'present' && /^(?:councillors?|cllrs?|mrs?|ms|miss|dr)\b/i.test(names)
      ? namesAtStart(names).names.map((name) => ({ name, note: null }))
      : [];
  }
  const isList = isLabelled || isNameList(names) || /^(?:councillors?|cllrs?|mr|mrs)\b/i.test(names);
  return isList ? splitNames(names) : [];
};

const ATTENDED = /\b(?:attended|was present|were present|was in attendance|substituted|joined|arrived)\b/i;

/** "* In attendance", "= Apologies": what marks before names mean; null where there is no such key. */
const legendOf = (head: readonly PrintedLine[]): ReadonlyMap<string, Section> | null => {
  const marks = new Map<string, Section>();
  for (const { label, text } of head) {
    const found = /^([*=+#~xX])\s?[=:–-]?\s?(in attendance|present|apologies|substitute)/i.exec(
      `${label ?? ''}${text}`,
    );
    if (found?.[1] === undefined) continue;
    marks.set(
      found[1],
      /^apol/i.test(found[2] ?? '') ? 'apologies' : /^sub/i.test(found[2] ?? '') ? 'other' : 'present',
    );
  }
  return marks.size === 0 ? null : marks;
};

const marked = (
  section: Section,
  { label }: PrintedLine,
  text: string,
  marks: ReadonlyMap<string, Section>,
): Section => (section === 'other' ? section : (marks.get(label ?? text.slice(0, 1)) ?? 'other'));

/** "Apologies for absence were received from ...": a sentence, where a label was expected. */
const toldNames = (text: string): readonly PrintedName[] =>
  apologiesTold(text.replace(/(?<=\s)[+*#](?=\p{Lu})/gu, '')).map((name) => ({ name, note: null }));

const openSection = (text: string): { readonly section: Section; readonly rest: string } | null => {
  for (const [section, label] of LABELS) {
    const found = label.exec(text);
    if (found === null) continue;
    const rest = text.slice(found[0].length);
    // "Present in the gallery were ..." is a sentence, "PRESENT Councillors ..." and "Present:" are not.
    const mark = /^\s?(?:\([^)]{0,60}\)\s?)?(?:[,:–-]{1,2}\s?|\s(?=(?:\p{Lu}|–))|$)/u.exec(rest);
    if (mark !== null) return { section, rest: rest.slice(mark[0].length) };
  }
  return null;
};

/** A person who was there, as a member of the meeting. */
export const toMember = ({ value, from, doubt }: Fact<PrintedName>): Fact<UnderstoodMember> => ({
  value: {
    aliases: [],
    name: value.name,
    role: roleOf(value.note ?? ''),
    party: null,
    ward: null,
    attendance: 'Present',
  },
  from,
  doubt,
});

const roleOf = (note: string): UnderstoodMember['role'] => {
  if (/\b(?:vice|deputy)[- ]?(?:the )?(?:chair|mayor)/i.test(note)) return 'vice-chair';
  return /\b(?:chair(?:man|woman|person)?\b|in the chair|^(?:the )?(?:lord )?mayor$)/i.test(note)
    ? 'chair'
    : 'member';
};
