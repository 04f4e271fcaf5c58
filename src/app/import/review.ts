import type { ImportMeeting, PublishAnswer, ReadImport } from '../../domain/import-state.ts';
import type { MeetingDraft } from '../../domain/meeting-draft.ts';
import { err, ok } from '../../domain/result.ts';
import { dropDraftTwice } from '../../storage/save-twice.ts';
import { noSecondCopy } from '../../storage/second-copy.ts';
import { openDraftForm, type DraftForm } from '../drafts.ts';
import { isListOf, isOneOf, isShaped, isText, type Guard } from '../drafts-shape.ts';
import type { Services } from '../services.ts';
import type { Asked } from './import-desk.ts';

/** A proposed meeting as it is being corrected. */
export interface Review {
  readonly version: 1;
  /** What it was made of: corrections of another reading are not this one's. */
  readonly of: string;
  readonly draft: MeetingDraft;
  /** Places of the evidence that the clerk has looked at and found right. */
  readonly checked: readonly string[];
}

// Written by this very screen on this very tablet; the server checks all of it before anything is published.
const isDraft: Guard<MeetingDraft> = (value): value is MeetingDraft =>
  typeof value === 'object' && value !== null && 'items' in value && 'papers' in value;

const isReview = isShaped<Review>({
  version: isOneOf(1),
  of: isText,
  draft: isDraft,
  checked: isListOf(isText),
});

/** Opens the corrections of one proposed meeting where they were left. */
export const openReview = async (
  { records, forms, sha256 }: Pick<Services, 'records' | 'forms' | 'sha256'>,
  importId: string,
  place: number,
  { draft }: ImportMeeting,
): Promise<DraftForm<Review>> => {
  const of = await sha256(JSON.stringify(draft));
  return openDraftForm<Review>({
    records,
    forms,
    key: `import/${importId}/${place}`,
    empty: { version: 1, of, draft, checked: [] },
    parse: (kept) => (isReview(kept) && kept.of === of ? kept : null),
  });
};

type Publishes = Pick<Services, 'imports' | 'records' | 'secondCopy'>;

/** Publishes what stands in the form. It is forgotten once it is published, and never before. */
export const publishReview = async (
  { imports, records, secondCopy = noSecondCopy }: Publishes,
  importId: string,
  place: number,
  form: DraftForm<Review>,
): Promise<Asked<PublishAnswer>> => {
  const { reason, ...draft } = form.current().draft;
  const said = reason?.trim() ?? '';
  const completed = await form.complete(async ({ key }) => {
    const answer = await imports.publish(importId, place, said === '' ? draft : { ...draft, reason: said });
    if (!answer.ok || answer.value.kind !== 'published') return err(answer);
    // What cannot be forgotten now does no harm: nobody asks for it again.
    await dropDraftTwice(records, secondCopy, key).catch(() => undefined);
    return ok(answer);
  });
  return completed.ok ? completed.value : completed.error;
};

/** What a reading came to besides meetings: how much was read, and what a person should know of it. */
export interface ReadingNotes {
  readonly files: number;
  readonly refused: readonly { readonly file: string; readonly sentence: string }[];
  readonly notes: readonly string[];
  /** Files that could not be put to a meeting. */
  readonly unplaced: readonly string[];
  /** Files whose text another file has: only that one is published. */
  readonly same: readonly { readonly file: string; readonly as: string }[];
}

export const readingNotes = ({ proposal }: ReadImport): ReadingNotes => {
  const given = proposal.sources.filter(({ published }) => published === undefined);
  return {
    files: given.length,
    refused: given.flatMap(({ file, refused }) => (refused === null ? [] : [{ file, sentence: refused }])),
    notes: given.flatMap(({ notes }) => notes),
    unplaced: proposal.unplaced,
    same: proposal.meetings.flatMap(({ papers }) =>
      papers.flatMap(({ file, sameAs }) => (sameAs === null ? [] : [{ file, as: sameAs }])),
    ),
  };
};
