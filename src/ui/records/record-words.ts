import type { ErasedLine, RecordState } from '../../app/records.ts';
import type { AnyEvent, Extent } from '../../domain/event.ts';
import { instantToLondon } from '../../domain/london-time.ts';
import type { Text } from '../use-text.ts';
import { itemCaption } from '../declaration/declaration-words.ts';

/** "1 February 2016, 21:10" in London, from milliseconds or ISO 8601. */
export const momentWords = ({ t, dates }: Text, moment: number | string): string => {
  const local = instantToLondon(typeof moment === 'number' ? moment : Date.parse(moment));
  return t('records.moment', { date: dates.date(local), time: dates.clock(local) });
};

/** How far a record has come, in words; never "sent" before the receipt. */
export const stateWords = (text: Text, state: RecordState, nowMs: number): string => {
  const { t } = text;
  if (state.kind === 'waiting') return t(state.stalled ? 'records.state.stalled' : 'records.state.waiting');
  if (state.kind === 'held') return t('records.state.held');
  if (state.kind === 'quarantined')
    return t('records.state.quarantined', { why: whyWords(text, state.code) });
  if (state.at === null || state.number === null) return t('records.state.receivedPlain');
  return t('records.state.received', {
    when: whenWords(text, state.at, nowMs),
    number: String(state.number),
  });
};

/** "What you recorded on 1 February 2016 at 21:10". */
export const erasedTitle = (text: Text, { savedAt }: ErasedLine, nowMs: number): string =>
  text.t('records.erased.title', { when: whenWords(text, new Date(savedAt).toISOString(), nowMs) });

/** What the receipt of an erased record still says. */
export const erasedReceipt = (text: Text, { receivedAt, number }: ErasedLine, nowMs: number): string => {
  if (receivedAt === null) return text.t('records.state.receivedPlain');
  const when = whenWords(text, receivedAt, nowMs);
  return number === null
    ? text.t('records.erased.received', { when })
    : text.t('records.state.received', { when, number: String(number) });
};

// "at 21:10" today; on other days the date is needed too.
const whenWords = (text: Text, at: string, nowMs: number): string => {
  const local = instantToLondon(Date.parse(at));
  const isToday = local.slice(0, 10) === instantToLondon(nowMs).slice(0, 10);
  return isToday
    ? text.t('records.at', { time: text.dates.clock(local) })
    : text.t('records.on', { date: text.dates.date(local), time: text.dates.clock(local) });
};

const whyWords = ({ t }: Text, code: string): string => {
  const key = `records.why.${code}`;
  const words = t(key);
  // The server may know reasons that this version of the app has no words for.
  return words === key ? t('records.why.other') : words;
};

/** "Whole meeting", "Arriving late, at about 18:30". */
export const extentWords = ({ t }: Text, extent: Extent): string => {
  if (extent.kind === 'whole') return t('apology.extent.whole');
  const key = `apology.extent.${extent.part}`;
  return extent.time === null ? t(key) : t('apology.extent.withTime', { what: t(key), time: extent.time });
};

/** What a record is about in one line: "Apology: whole meeting". */
export const recordTitle = (text: Text, event: AnyEvent): string => text.t(`records.kind.${event.type}`);

/** The item or the extent that a record names, or null. */
export const recordSubject = (text: Text, event: AnyEvent): string | null => {
  if (event.type === 'apology.send') return extentWords(text, event.body.extent);
  return 'item' in event.body ? itemCaption(text, event.body.item) : null;
};
