import { isDateAlone, printedDates } from '../when/printed-dates.ts';

const POST =
  /^(?:(?:interim|acting|assistant|deputy|corporate|strategic|executive|group|joint|borough|city|county|town|chief)\s){0,3}(?:general counsel|chief executive(?: officer)?|managing director|monitoring officer|proper officer|head of\b.{2,60}|director(?: of\b.{2,60}|, .{2,60})?|solicitor\b.{0,60}|secretary|clerk\b.{0,40}|town clerk|democratic services\b.{0,30}|head of paid service|executive officer)$/i;
const PHONE_ALONE = /^(?:tel(?:ephone)?\b[\s.:]*)?[\d\s()+-]{9,20}$/i;
const PERSON = /^(?:\p{Lu}[\p{L}'’.-]{0,30}\s){1,3}\p{Lu}[\p{L}'’-]{1,30}$/u;
const LONGEST = 80;

/** Whether a line belongs to the signature under an agenda: an officer's post, a telephone number, a date. */
export const isSignOff = (text: string): boolean =>
  REACHED.test(text) ||
  isDatedPost(text) ||
  (text.length <= LONGEST && (POST.test(text) || PHONE_ALONE.test(text) || isDateAlone(text)));

const REACHED =
  /^(?:\p{Lu}[\p{L}'’.-]{0,30}\s){1,3}\p{Lu}[\p{L}'’-]{1,30}\s?[,(–-]\s?[\p{L}& ]{0,50}\b(?:[Oo]fficer|[Mm]anager)\b.{0,40}\b(?:[Tt]el|[Ee]-?mail)/u;

/** "Wednesday, 26 February 2025 Director of Legal and Governance". */
const isDatedPost = (text: string): boolean => {
  const [date] = text.length > LONGEST * 2 ? [] : printedDates(text);
  return date !== undefined && date.at === 0 && POST.test(text.slice(date.end).trim());
};

/** Whether a line could be the name above such a signature. */
export const isPersonLine = (text: string): boolean => text.length <= LONGEST && PERSON.test(text);
