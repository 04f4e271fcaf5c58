import type { Fact, UnderstoodMember } from '../../domain/understood.ts';
import { apologiesTold } from './apologies.ts';
import type { PrintedLine } from './printed-lines.ts';
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
    /^(?:(?:also|officers?|others?|public|press|staff|guests?|observers?)(?: and officers?| members?)?(?: also)? (?:present|in attendance|attending|attendance)|in attendance(?: virtually| remotely| \(virtual(?:ly)?\))?|officers?(?: present| in attendance)?|also (?:present|in attendance|attending)|absent|not present|substitutes?|invitees?|guests?|clerk|observers?|date|time|venue|place|location|start time|end time)\b/i,
  ],
  [
    'apologies',
    /^apolog(?:y|ies)(?: for (?:absence|non-attendance|inability to attend))?(?: (?:were |was )?(?:received|given|submitted)(?: from)?)?/i,
  ],
  [
    'present',
    /^(?:(?:committee |council |cabinet |board |panel |voting )?members (?:of the (?:committee|council|cabinet|board|panel) )?(?:present|in attendance)|(?:county |borough |city |town )?(?:councillors|cllrs) (?:present|in attendance)|those present|present(?: virtually| remotely)?|membership|attendance|attendees|members|(?:councillors|cllrs)(?=\s?:))/i,
  ],
];
/** "Independent Group: Councillors ...": a party before its members. */
const GROUP = /^[\p{L}\s&'’-]{2,40}:\s(?=(?:councillors?|cllrs?)\b)/iu;
const STOP = /^(?:the meeting\b|minutes of\b|note:|copies of\b|quorum\b)/i;

/** Reads "PRESENT: ..." and "Apologies: ...", with the names behind the label, below it or in a table. */
export const readAttendance = (head: readonly PrintedLine[], file: string): Attendance => {
  const found: Record<Section, Fact<PrintedName>[]> = { present: [], apologies: [], other: [] };
  let section: Section = 'other';
  for (const line of head) {
    for (const text of line.rows === null
      ? [line.text]
      : line.rows.map((row) => row.filter(Boolean).join(', '))) {
      const opened = openSection(text);
      if (opened !== null) section = opened.section;
      const names = (opened?.rest ?? text).replace(GROUP, '');
      if (STOP.test(text) || (line.heading && opened === null && !isName(text))) section = 'other';
      const isList =
        opened !== null ||
        line.rows !== null ||
        isNameList(names) ||
        /^(?:councillors?|cllrs?|mr|mrs)\b/i.test(names);
      if (section === 'other' || !isList) continue;
      const said = section === 'apologies' ? toldNames(text) : [];
      for (const name of said.length > 0 ? said : splitNames(names))
        found[section].push({
          value: name,
          from: { file, page: line.page, quote: quoteOf(text) },
          doubt: null,
        });
    }
  }
  return { present: found.present, apologies: found.apologies };
};

/** "Apologies for absence were received from ...": a sentence, where a label was expected. */
const toldNames = (text: string): readonly PrintedName[] =>
  apologiesTold(text).map((name) => ({ name, note: null }));

const openSection = (text: string): { readonly section: Section; readonly rest: string } | null => {
  for (const [section, label] of LABELS) {
    const found = label.exec(text);
    if (found === null) continue;
    const rest = text.slice(found[0].length);
    // "Present in the gallery were ..." is a sentence, "PRESENT Councillors ..." and "Present:" are not.
    const mark = /^\s?(?:\([^)]{0,60}\)\s?)?(?:[,:–-]\s?|\s(?=(?:\p{Lu}|–))|$)/u.exec(rest);
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
