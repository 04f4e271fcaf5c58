import type { Element } from 'domhandler';
import type { LinkedDocument, UnderstoodItem } from '../../domain/understood.ts';
import { itemDocument, restrictedDocument, withoutRepeats } from './document-link.ts';
import { childrenWithin, flag, idText, lineText, rawText } from './elements.ts';
import { printedNumber, doubtedAsCut, toMinute, withoutCut } from './minute-parts.ts';
import { aliasesFor, factFrom, type Origin } from './source.ts';
import { bodyParagraphs } from './word-paragraphs.ts';

const MOST_DOCUMENTS = 2000;

/** One `agendaitem` of GetMeeting. */
export const readItem = (origin: Origin, item: Element): UnderstoodItem => {
  const title = lineText(item, 'agendaitemtitle') ?? '';
  const numbering = readNumber(item);
  const text = withoutCut(bodyParagraphs(rawText(item, 'agendatext')));
  const minute = toMinute({
    number: minuteNumber(item),
    minutes: bodyParagraphs(rawText(item, 'minutesnonemptyhtmlbody')),
    decision: bodyParagraphs(rawText(item, 'decisionnonemptyhtmlbody')),
    votes: [],
  });
  const read: UnderstoodItem = {
    aliases: aliasesFor(origin, 'item', idText(item, 'agendaitemid')),
    ...numbering,
    title: factFrom(origin, title, title, title === '' ? 'guessed' : null),
    text: text.paragraphs,
    pages: null,
    papers: null,
    exempt: flag(item, 'isrestricted') === true,
    documents: linkedDocuments(origin, item),
    minute,
  };
  return text.cut || minute?.truncated === true ? doubtedAsCut(read) : read;
};

/** The documents linked to an item or a meeting, each once. */
export const linkedDocuments = (origin: Origin, parent: Element): readonly LinkedDocument[] =>
  withoutRepeats(
    childrenWithin(parent, 'linkeddocuments', 'linkeddoc')
      .slice(0, MOST_DOCUMENTS)
      .flatMap((found) => linkedDocument(origin, found) ?? []),
  );

const linkedDocument = (origin: Origin, found: Element): LinkedDocument | null => {
  const href = rawText(found, 'url').replaceAll('&amp;', '&');
  const title = lineText(found, 'title') ?? lineText(found, 'ownertitle') ?? '';
  const id = idText(found, 'attachmentid');
  if (href === '' && title === '' && id === null) return null;
  const kind = flag(found, 'isdecisionattachment') === true ? 'decisions' : 'report';
  const document = itemDocument(origin, { title, href }, kind);
  const aliases = id === null ? document.aliases : aliasesFor(origin, 'document', id);
  // Only what the service calls public is ever linked.
  return flag(found, 'isrestricted') === true
    ? restrictedDocument(aliases, title, kind)
    : { ...document, aliases };
};

/** The printed number where the service gives it: an agenda's own count is only an order. */
const readNumber = (item: Element): Pick<UnderstoodItem, 'number' | 'numbered'> => {
  const printed = lineText(item, 'fulldisplaynumberformat');
  const count = lineText(item, 'agendaitemnumber') ?? '';
  const number = printedNumber(
    printed ?? (count === '' ? null : count + subNumber(item, 'agendaitemsubnumber')),
  );
  if (number === null || count === '0') return { number: null, numbered: 'unknown' };
  const minutes = minuteNumber(item);
  return { number, numbered: number === minutes && number !== count ? 'minute' : 'agenda' };
};

const minuteNumber = (item: Element): string | null => {
  if (flag(item, 'isminutepublished') === false) return null;
  const number = printedNumber(lineText(item, 'minutesitemnumber'));
  return number === null ? null : number + subNumber(item, 'minutesitemsubnumber');
};

const subNumber = (item: Element, name: string): string => {
  const sub = lineText(item, name) ?? '';
  return /^[a-z0-9]{1,4}$/iu.test(sub) && sub !== '0' ? sub : '';
};
