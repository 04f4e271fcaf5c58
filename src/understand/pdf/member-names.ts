import type { UnderstoodMember } from '../../domain/understood.ts';

const TITLED = /^(?:(?:to\s)?(?:the\s)?(?:councillors?|cllrs?\.?)\s*[:–-]?\s)|^[–-]\s/i;
// Not together with the names: where case is ignored, a small letter is a capital one too.
const STYLE =
  /^(?:(?:mr|mrs|ms|miss|mx|dr|sir|dame|lord|lady|baroness|prof(?:essor)?|rev(?:erend|d)?|cllr|councillor|alderman|county councillor)\.?\s){1,3}/i;
const NAME =
  /^\p{Lu}[\p{L}'’.-]{0,30}(?:\s(?:\p{Lu}[\p{L}'’.-]{0,30}|de|van|von|der|den|la|le|al|el|da|das|dos|di|du|bin|ap|ab|y)){0,5}$/u;
const ROLE =
  /\(\s?((?:the\s)?(?:vice[ -]{0,2}|deputy[ -]{0,2})?(?:chair(?:man|woman|person)?|conven[eo]r)(?:\s[^)]{0,30})?|(?:deputy )?(?:town |city |borough |lord )?mayor|vc|c|v-c)\s?\)|[,–-]\s?((?:vice[ -]{0,2}|deputy[ -]{0,2})?(?:chair(?:man|woman|person)?|conven[eo]r))$/i;
const ROLE_LABEL =
  /^((?:vice[ -]{0,2}|deputy[ -]{0,2})?(?:chair(?:man|woman|person)?|conven[eo]r))\s?(?::|-|–)\s?/i;
/** Words that stand where a name would. */
const NO_NAME =
  /^(?:vacan(?:t|cy|cies)|tbc|to be confirmed|members?|councillors?|cllrs?|name|party|ward|chair|vacancies|all members.*|for .*)$/i;
const HONOUR = /^(?:cbe|obe|mbe|kbe|dbe|mp|jp|qc|kc|bem|dl|td|qpm|ba|ma|phd)\.?$/i;

/** Whether a text begins by saying who takes the chair, or is the style of a councillor. */
export const beginsWithStyle = (text: string): boolean => TITLED.test(text) || ROLE_LABEL.test(text);

/** Whether a text is one name after "Chair:" or the like. */
export const isChairLine = (text: string): boolean =>
  ROLE_LABEL.test(text) && text.length < 80 && namesOf(text).length === 1;

/** The names of a list in a sentence; empty where one part of it is no name. */
export const namesOf = (text: string): readonly string[] => {
  const bare = text.slice(0, 4000).replace(TITLED, '');
  const parts = bare.split(
    /\s?[,;•\n]\s?|\sand\s(?=\p{Lu})|(?<![-–:])\s(?=(?:Councillor|Cllr)\s\p{Lu})|(?<!Vice|Deputy)\s(?=(?:(?:Vice|Deputy)[ -])?Chair(?:man)?\s[-–:]\s)/u,
  );
  const names: string[] = [];
  for (const part of parts) {
    const trimmed = part
      .replace(/[.\s]+$/, '')
      .replace(/^and\s/, '')
      .replace(/^(?:councillors|cllrs)\s/i, '')
      .trim();
    const last = names.at(-1);
    if (last !== undefined && HONOUR.test(trimmed)) names[names.length - 1] = `${last}, ${trimmed}`;
    else if (/\p{L}/u.test(trimmed) && !NO_NAME.test(trimmed)) names.push(trimmed);
  }
  // One part that is no name makes it a sentence, not a list.
  return names.every((name) => NAME.test(bareName(name).replace(STYLE, ''))) ? names : [];
};

const bareName = (name: string): string =>
  name
    .replace(ROLE, '')
    .replace(ROLE_LABEL, '')
    .replace(/,\s?\p{L}{2,4}$/u, '')
    .replace(/\s?\([^)]{1,40}\)/g, '')
    .trim();

/** A member by a printed name. `known` is a role that stands beside it. */
export const memberOf = (printed: string, party: string | null, known: string | null): UnderstoodMember => {
  const role =
    known ?? ROLE_LABEL.exec(printed)?.[1] ?? ROLE.exec(printed)?.[1] ?? ROLE.exec(printed)?.[2] ?? null;
  const name = printed
    .replace(ROLE_LABEL, '')
    .replace(ROLE, '')
    .replace(/\s?\([^)]{1,40}\)/g, '')
    .replace(/^(?:county )?(?:councillor|cllr\.?)\s/i, '')
    .replace(/\s+/g, ' ')
    .trim();
  return { aliases: [], name, role: roleOf(role), party, ward: null, attendance: null };
};

const roleOf = (printed: string | null): UnderstoodMember['role'] => {
  if (printed === null) return 'member';
  return /^(?:the\s)?(?:vice|deputy|v)/i.test(printed) ? 'vice-chair' : 'chair';
};
