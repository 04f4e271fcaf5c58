import type { Fact, UnderstoodItem } from '../../domain/understood.ts';
import { isAgendaHeading, readAgenda } from './agenda.ts';
import { bareName, type PaperKind, readFileName } from './file-name.ts';
import { packPages } from './pack-pages.ts';
import { pagesBeforeSpans } from './pages-before-spans.ts';
import { factAt, type PdfPaper, type Place } from './paper.ts';
import { printedDates } from '../when/printed-dates.ts';
import { printedTimes } from '../when/printed-times.ts';
import { isAgendaBookmark, type SheetLine, sheetLines, sheetPageCount } from './sheet-lines.ts';

interface Seen extends Place {
  readonly kind: PaperKind;
}

const OPENING = 14;
const MINUTES = /^(?:draft |unconfirmed |printed )?(?:the )?minutes\b(?! of (?:the )?(?:previous|last)\b)/i;
const MINUTES_HELD =
  /^(?:draft |unconfirmed )?(?:the )?minutes\b.{0,20}\b(?:meeting|proceedings)\b.{0,300}\b(?:held|on|at)\b/i;
/** "Council – Meeting held on Thursday, 30 January 2025". */
const HELD = /^(?:(?:proceedings|record) of\b.{0,120}|.{3,80}\s[–—-]\s?)?\bmeeting\b.{0,120}\bheld\b/i;
const PRESENT =
  /^(?:[\p{Lu}\d/.-]{2,12}\s)?(?:(?:[\p{L}-]+ )?members |(?:[\p{L}-]+ )?councillors |also |those )?present\b|^in attendance\b|^attendance\b/iu;
/** "Present position" heads a part of a report. */
const PRESENT_LABEL = /(?:present|attendance)\s?(?:[:–(-]|$)/i;
/** What was done; agendas say what is to be done. */
const DONE =
  /^\W{0,2}(?:it was )?RESOLVED\b|\bresolved\s?[:–-]|\bapologies\b.{0,60}\b(?:were|was|had been) (?:received|given|submitted)\b|\bminutes\b.{0,120}\b(?:were|was) (?:approved|agreed|confirmed|signed)\b/i;
const DECISIONS =
  /^(?:record of |printed |notice of |statement of )?decisions?(?: list| notice| sheet| statement)?(?:\s(?:taken|made|of)\b.{0,100})?$/i;
const SUMMONS =
  /\byou are (?:hereby )?summoned\b|\bsummons\b|\bmeeting of (?:the )?.{2,120}\b(?:will be|is to be|to be) held\b|\bnotice of (?:a )?(?:meeting|hearing)\b|^agenda (?:for|of)\b/i;
const LATER =
  /\bsupplement(?:ary|al)?\b|\baddend(?:um|a)\b|\blate (?:papers?|material|items?|reports?|representations?|information|correspondence)\b|\bupdate sheets?\b|\btabled (?:papers?|documents?)\b/i;
const WAS_MISSING =
  /\b(?:unavailable|not available) (?:when|at the time)\b|\b(?:previously|originally) (?:marked|listed|shown)\b.{0,20}\bto follow\b/i;
/** Agendas are enclosed too. */
const ENCLOSES = /\benclose[ds]?\b/i;
const LONGEST_LABEL = 100;

/** What a PDF is: by its content, or else by its name (`guessed`). A paper that is nothing else is a report. */
export const paperKind = (paper: PdfPaper): Fact<PaperKind> => {
  const lines = sheetLines(paper);
  const seen = packSeen(paper, lines) ?? minutesSeen(lines) ?? agendaSeen(paper, lines);
  if (seen !== null) return factAt(paper.file, seen.kind, seen);
  const named = readFileName(paper.file).kind;
  const place = { page: null, quote: bareName(paper.file) };
  return factAt(paper.file, named ?? 'report', place, 'guessed');
};

const packSeen = (paper: PdfPaper, lines: readonly SheetLine[]): Seen | null => {
  const [bookmark] = paper.content.outline;
  const count = paper.text.text.pages.length;
  const isCut = sheetPageCount(paper) < count && lines.length > 0;
  if (!isCut) return null;
  const hasBookmarks =
    bookmark !== undefined && isAgendaBookmark(bookmark.title) && paper.content.outline.length > 1;
  // The first document follows the front sheet at once.
  const stamped = packPages(paper, sheetPageCount(paper) + 1).find(
    ({ page, stamp }) => page > 1 && stamp !== null,
  );
  const isSpanned = pagesBeforeSpans(paper) !== null;
  if (!hasBookmarks && ((stamped === undefined && !isSpanned) || !isSheet(paper, lines))) return null;
  const place = hasBookmarks
    ? { page: 1, quote: bookmark.title }
    : stamped === undefined
      ? { page: 1, quote: lines[0]?.text ?? '' }
      : { page: stamped.page, quote: `Agenda Item ${stamped.stamp ?? ''}` };
  return { kind: isLater(paper, lines) ? 'supplement' : 'pack', ...place };
};

/** A pack that came after the agenda: it says so, or its list does not begin where an agenda begins. */
const isLater = (paper: PdfPaper, lines: readonly SheetLine[]): boolean => {
  const { items, headLength } = readAgenda(paper.file, lines);
  if (saysLater(lines.slice(0, Math.max(headLength, 1)), items[0]?.number ?? null)) return true;
  const named = readFileName(paper.file).kind;
  if (named === 'supplement' || named === 'pack') return named === 'supplement';
  return items.length === 0;
};

const saysLater = (head: readonly SheetLine[], firstNumber: string | null): boolean =>
  head.some(
    ({ text }) =>
      WAS_MISSING.test(text) ||
      (text.length <= LONGEST_LABEL && LATER.test(text)) ||
      (ENCLOSES.test(text) && !/^(?:1|a1?)$/i.test(firstNumber ?? '')),
  );

const minutesSeen = (lines: readonly SheetLine[]): Seen | null => {
  const opening = lines.slice(0, OPENING);
  const decisions = opening.slice(0, 4).find(({ text }) => DECISIONS.test(text));
  const held = opening.find(({ text }) => MINUTES_HELD.test(text));
  const titled = opening
    .slice(0, 6)
    .find(({ text }) => text.length < 120 && (MINUTES.test(text) || /\bminutes$/i.test(text)));
  const isAttended = lines.slice(0, OPENING * 3).some(({ text }) => PRESENT.test(text));
  const isRecord = isAttended || lines.slice(0, OPENING * 5).some(({ text }) => DONE.test(text));
  const met = isAttended ? opening.slice(0, 6).find(({ text }) => HELD.test(text)) : undefined;
  const present = opening.find(({ text }) => PRESENT.test(text) && PRESENT_LABEL.test(text));
  const isTold = lines.slice(0, OPENING * 5).some(({ text }) => DONE.test(text));
  const line = isRecord ? (held ?? titled ?? met ?? (isTold ? present : undefined)) : undefined;
  if (line !== undefined && !opening.some(({ text }) => isAgendaHeading(text))) {
    return { kind: 'minutes', page: line.page, quote: line.text };
  }
  if (decisions === undefined || opening.some(({ text }) => isAgendaHeading(text))) return null;
  return { kind: 'decisions', page: decisions.page, quote: decisions.text };
};

const agendaSeen = (paper: PdfPaper, lines: readonly SheetLine[]): Seen | null => {
  const opening = lines.filter(({ page }) => page <= 3);
  const line =
    opening.find(({ text }) => isAgendaHeading(text)) ?? opening.find(({ text }) => SUMMONS.test(text));
  const { headLength, items } = readAgenda(paper.file, lines);
  if (line === undefined) return usualSheet(lines, items, headLength);
  if (!isSheet(paper, lines)) return null;
  const isSupplement = lines
    .slice(0, headLength)
    .some(
      ({ text }) =>
        WAS_MISSING.test(text) ||
        (text.length < 80 && /^(?:agenda )?supplement(?:ary)?\b|^addendum\b/i.test(text)),
    );
  return { kind: isSupplement ? 'supplement' : 'agenda', page: line.page, quote: line.text };
};

/** A sheet that does not call itself an agenda: a day above, and below what every agenda has. */
const usualSheet = (
  lines: readonly SheetLine[],
  items: readonly UnderstoodItem[],
  headLength: number,
): Seen | null => {
  const usual = items.filter(({ title }) => USUAL.test(title.value));
  const [first] = usual;
  const head = lines.slice(0, headLength);
  const hasDate =
    head.some(({ text }) => printedDates(text).length > 0) &&
    head.some(({ text }) => printedTimes(text).some(({ isCertain }) => isCertain));
  const later = head.find(({ text }) => text.length <= LONGEST_LABEL && LATER.test(text));
  if (later !== undefined && items.length > 0 && hasDate) {
    return { kind: 'supplement', page: later.page, quote: later.text };
  }
  if (first === undefined || usual.length < 2 || !hasDate || lines.some(({ text }) => PRESENT.test(text)))
    return null;
  return { kind: 'agenda', page: first.title.from.page, quote: first.title.from.quote };
};

const USUAL =
  /^(?:to (?:receive|note|approve|consider|confirm)\b.{0,30})?(?:apologies\b|declarations?\b|disclosures?\b|minutes?\b|order of business|deputations\b|public (?:questions|participation|speaking)\b|urgent (?:business|items))/i;

/** A front sheet has a day and a list of business, or says that papers come later than it did. */
const isSheet = (paper: PdfPaper, lines: readonly SheetLine[]): boolean => {
  const { items, headLength } = readAgenda(paper.file, lines);
  const head = lines.slice(0, headLength);
  const hasDate = head.some(({ text }) => printedDates(text).length > 0);
  return hasDate && (items.length >= 2 || saysLater(head, items[0]?.number ?? null));
};
