/** A heading that says who may hear what comes under it. */
export type Section = 'open' | 'exempt';

const LONGEST = 200;
const CLOSED_WORDS =
  /\b(?:exempt|non-?public|confidential|private|restricted|closed|exclusion|excluded|exclude|(?:not|in the absence of|without)\b.{0,20}\b(?:the\s)?(?:open|press|public))\b/i;
const OPEN_WORDS = /\b(?:open|public|unrestricted|non-exempt|not exempt|non-confidential)\b/i;
const NOT_CLOSED = /\b(?:unrestricted|non-exempt|not exempt|non-confidential)\b/gi;
const KIND =
  /^(?:unrestricted|open|(?:non-?)?public|exempt|confidential|private|restricted|closed|non-exempt)(?:\s(?:or|and|and\/or)\s(?:exempt|confidential|private))?\s(?:items?|business|session|agenda|part|reports?|matters|section)\b/i;
const PART = /^(?:part|section)\s(a|b|c|i{1,3}|[123]|one|two|three)\b[\s:.–—(-]*/i;
const NO_EXEMPT =
  /\b(?:there\s)?(?:are|were|is)\s(?:currently\s)?no\s(?:such\s|other\s)?(?:exempt|confidential|private|restricted|part (?:2|ii|b)|items?|business|reports?)\b|\bno\s(?:exempt|confidential|private)\s(?:items?|business|reports?)\b|^\(?(?:none|nil)\b/i;

const OTHER_PART = /^(?:preliminar|agenda|general|main|reports?\b|items for|for (?:decision|information))/i;

/** What section a line opens, or null when it opens none. `before` is the section it would end. */
export const sectionOf = (text: string, before: Section | null): Section | null => {
  if (text.length > LONGEST) return null;
  const words = text.replace(NOT_CLOSED, ' open ');
  const part = PART.exec(text);
  if (part === null) return KIND.test(text) ? sectionByWords(words) : null;
  const said = words.slice(part[0].length);
  const isOther = /\p{Ll}/u.test(said) || OTHER_PART.test(said);
  if (said.length > 0 && !CLOSED_WORDS.test(said) && !OPEN_WORDS.test(said) && isOther) {
    // "Part B - Items for information" speaks of something else.
    return 'open';
  }
  if (CLOSED_WORDS.test(said)) return 'exempt';
  if (OPEN_WORDS.test(said)) return 'open';
  // Bare names: the second of two parts is the one that the public does not hear.
  return before === null || /^(?:a|i|1|one)$/i.test(part[1] ?? '') ? 'open' : 'exempt';
};

const sectionByWords = (words: string): Section => (CLOSED_WORDS.test(words) ? 'exempt' : 'open');

/** Whether an item's title is the motion after which the public leaves. */
export const excludesPublic = (title: string): boolean =>
  /\bexclu(?:sion|de|ding)\b.{0,30}\b(?:press|public)\b/i.test(title) ||
  /^(?:exempt|confidential|private) (?:items?|business|session)$/i.test(title);

/** Whether a text says that there is nothing exempt. */
export const saysNoneExempt = (text: string): boolean => NO_EXEMPT.test(text.slice(0, 600));

/** Whether a line under an item says that its paper is kept from the public. */
export const saysExempt = (text: string): boolean =>
  /^\(?(?:this (?:item|report) (?:is|contains) )?(?:not for publication|exempt (?:information|from publication|by virtue|under|item|report)|confidential (?:item|report))\b/i.test(
    text,
  );

/** Whether the agenda is over: signature, notes, information for visitors. */
export const endsAgenda = (text: string): boolean =>
  /^(?:to\s?:\s(?:the\s)?(?:all\s)?members\b|(?:electronic\s|paper\s)?agendas?\s(?:sent|circulated)\sto\b|human rights act\s*$|yours (?:sincerely|faithfully)|notes?\s?:?$|notes?\sto\s|information (?:for|about) (?:members of )?(?:the )?(?:public|press|visitors|attending|committee|meeting|this)|public information|(?:further|general|more|meeting) information\b|useful information|for (?:any )?(?:enquiries|queries|more information)\b|enquiries\b|contacts?\s?:?$|(?:committee |panel |board )?members(?:hip)?(?: of the (?:committee|panel|board|council|cabinet))?\s?:?$|substitutes?\s?:|access to information|fire (?:and|&|evacuation)|emergency (?:evacuation|procedure)|recording of meetings?|filming|declaring interests|guidance (?:on|for)|distribution|by order of|date of (?:publication|despatch|issue)|(?:dates? of )?(?:the )?(?:next|future) meetings?\s?:|signed\b|published|agenda published|issued|despatched|for further (?:information|details)|if you (?:would|require|have|need)|contact(?: officer)?\s?:|membership\b|quorum\b)/i.test(
    text,
  );
