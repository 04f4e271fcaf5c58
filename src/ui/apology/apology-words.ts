import type { ApologyDraft } from '../../app/apology-draft.ts';
import { extentOf } from '../../app/apology-draft.ts';
import type { Manifest } from '../../domain/meeting.ts';
import { extentWords } from '../records/record-words.ts';
import type { Text } from '../use-text.ts';

/** The sentences of "Check your answers" for an apology, as they are drawn. */
export interface ApologyWords {
  readonly title: string;
  readonly caption: string;
  readonly extentLabel: string;
  readonly extent: string;
  readonly reasonLabel: string;
  /** That a reason goes with it, and who reads it; or that none was given. Never the reason itself. */
  readonly reasonNote: string;
  readonly afterStart: string | null;
  readonly next: string;
}

/** Where this is: committee and day. */
export const meetingCaption = ({ t, dates }: Text, { committee, start }: Manifest): string =>
  t('apology.caption', { committee: committee.name, day: dates.day(start), time: dates.time(start) });

/** The words of the check page. */
export const apologyWords = (
  text: Text,
  manifest: Manifest,
  draft: ApologyDraft,
  isAfterStart: boolean,
): ApologyWords => {
  const { t } = text;
  const extent = extentOf(draft);
  return {
    title: t('records.check'),
    caption: meetingCaption(text, manifest),
    extentLabel: t('apology.extent.label'),
    extent: extent === null ? '' : extentWords(text, extent),
    reasonLabel: t('apology.reason.label'),
    reasonNote: t(draft.reason.trim() === '' ? 'apology.reason.none' : 'apology.reason.private'),
    afterStart: isAfterStart ? t('apology.afterStart') : null,
    next: t('apology.check.next'),
  };
};

/**
 * What the apology's record keeps. The reason is left out: it is a record of its own that fewer people
 * may read.
 */
export const keptWords = (words: ApologyWords): readonly string[] => [
  words.caption,
  words.title,
  `${words.extentLabel} ${words.extent}`,
  `${words.reasonLabel} ${words.reasonNote}`,
  words.afterStart ?? '',
  words.next,
];
