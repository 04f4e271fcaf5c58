import type { Fact, UnderstoodItem, UnderstoodMeeting } from '../../domain/understood.ts';
import { readAgenda } from './agenda.ts';
import { meetingCommittee } from './committee.ts';
import { meetingContact } from './contact.ts';
import { readFileName } from './file-name.ts';
import { meetingTimes } from './meeting-times.ts';
import { printedMembers } from './members.ts';
import { packDocuments } from './pack-documents.ts';
import { factAt, type PdfPaper } from './paper.ts';
import { paperKind } from './paper-kind.ts';
import { publishedDate } from './published.ts';
import { type SheetLine, sheetLines } from './sheet-lines.ts';
import { meetingVenue } from './venue.ts';

/** A meeting as a PDF tells of it. */
export interface PdfMeeting extends UnderstoodMeeting {
  /** The day alone, `2025-01-30`: letters with later papers often give no time, and so no `start`. */
  readonly date: Fact<string> | null;
}

/** The meeting that a front sheet, a pack or a supplement is for; null for any other paper. */
export const pdfMeeting = (paper: PdfPaper): PdfMeeting | null => {
  const kind = paperKind(paper).value;
  if (kind !== 'agenda' && kind !== 'pack' && kind !== 'supplement') return null;
  const { file } = paper;
  const named = readFileName(file);
  const lines = sheetLines(paper);
  const agenda = readAgenda(file, lines);
  const head = lines.slice(0, agenda.headLength);
  const times = meetingTimes(file, head, named);
  return {
    aliases: [],
    committee: meetingCommittee(file, head, named),
    ...times,
    venue: meetingVenue(file, head, times.date?.from.quote ?? null),
    contact: meetingContact(file, agenda.outside, lines),
    published: publishedDate(file, agenda.outside, times.date?.value ?? null),
    state: stateOf(file, head),
    members: printedMembers(file, agenda.outside),
    items: agenda.items.length > 0 ? agenda.items : itemsOfDocuments(paper),
    exemptSection: agenda.exemptSection,
    documents: [],
  };
};

const stateOf = (file: string, head: readonly SheetLine[]): UnderstoodMeeting['state'] => {
  for (const { page, text } of head) {
    const said = text.length > 160 ? null : CALLED_OFF.exec(text);
    if (said?.[1] === undefined) continue;
    return factAt(file, /cancel/i.test(said[1]) ? 'cancelled' : 'moved', { page, quote: text });
  }
  return null;
};

const CALLED_OFF = /(?:^|\bmeeting (?:(?:has been|is|was) )?|[-–—(*] ?)(cancelled|postponed|rescheduled)\b/i;

/** A letter with later papers may name its items by their bookmarks alone. */
const itemsOfDocuments = (paper: PdfPaper): readonly UnderstoodItem[] =>
  packDocuments(paper)
    .filter(({ depth, itemNumber }) => depth === 0 && itemNumber !== null)
    .map(({ title, itemNumber }) => ({
      aliases: [],
      number: itemNumber,
      numbered: 'agenda',
      title: { ...title, doubt: title.doubt ?? 'guessed' },
      text: [],
      pages: null,
      papers: null,
      exempt: false,
      documents: [],
      minute: null,
    }));
