import { apologyRefs, apologyStatus, type ApologyStatus } from '../domain/apology.ts';
import type { AnyEvent, Extent } from '../domain/event.ts';
import { isAfterStart } from '../domain/london-time.ts';
import type { Manifest } from '../domain/meeting.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { Watch } from '../domain/watch.ts';
import { watchManifest } from '../storage/manifests.ts';
import { watchMeetingEvents } from '../storage/records.ts';
import type { SaveFault } from '../storage/save-events.ts';
import { extentOf, isApologyDraft, type ApologyDraft } from './apology-draft.ts';
import { openDraftForm, type DraftForm } from './drafts.ts';
import { recordEvents, type Statement } from './record.ts';
import type { RecordFault } from './records-fault.ts';
import { seenMeeting } from './records-seen.ts';
import { combineWatches, firstValue } from './records-watch.ts';
import type { Services } from './services.ts';

/** What "I can't come" knows before anything is pressed. */
export type ApologyView =
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'known';
      readonly manifest: Manifest;
      /** What this person has said about coming, on this and on other devices. */
      readonly status: ApologyStatus;
      /** Own reason that was sent last, so that a change need not type it again. */
      readonly reason: string;
      /** By the tablet's clock. It is said, and refuses nothing. */
      readonly isAfterStart: boolean;
    };

/** The meeting and what was said about coming to it. */
export const watchApology = (services: Services, meetingId: string): Watch<ApologyView> =>
  combineWatches(
    watchManifest(services.records, meetingId),
    watchMeetingEvents(services.records, meetingId),
    (manifest, stored) => {
      if (manifest === null) return { kind: 'unknown' };
      const own = stored.filter(({ mine }) => mine).map(({ event }) => event);
      return {
        kind: 'known',
        manifest,
        status: apologyStatus(own, meetingId, services.enrolment.personId),
        reason: lastReason(own),
        isAfterStart: isAfterStart(manifest.start, services.now()),
      };
    },
  );

const lastReason = (events: readonly AnyEvent[]): string =>
  events.findLast((event) => event.type === 'apology.reason')?.body.text ?? '';

/** Opens the form where it was left. */
export const openApologyForm = (
  { records, secondCopy, forms }: Services,
  meetingId: string,
): Promise<DraftForm<ApologyDraft>> =>
  openDraftForm<ApologyDraft>({
    records,
    secondCopy,
    forms,
    key: `apology/${meetingId}`,
    empty: { version: 1, place: 'extent', extent: null, time: '', reason: '' },
    parse: (kept) => (isApologyDraft(kept) ? kept : null),
  });

/**
 * Records the apology that the check page shows, and its reason, in one transaction. The reason is a record
 * of its own because fewer people may read it. Never refused for being late. Answers the apology's id.
 */
export const sendApology = async (
  services: Services,
  manifest: Manifest,
  form: DraftForm<ApologyDraft>,
  words: readonly string[],
): Promise<Result<string, SaveFault>> => {
  const draft = form.current();
  const extent: Extent | null = extentOf(draft);
  if (extent === null) throw new Error('an apology is recorded from its check page');
  const own = await ownEvents(services, manifest.meetingId);
  const seen = seenMeeting(manifest, services.language(), words);
  const afterStart = isAfterStart(manifest.start, services.now());
  const statements: readonly Statement[] = [
    {
      type: 'apology.send',
      body: { seen, extent, afterStart },
      refs: apologyRefs(own, manifest.meetingId, services.enrolment.personId),
    },
    ...reasonStatement(manifest.meetingId, draft.reason.trim()),
  ];
  const saved = await form.complete((completed) => recordEvents(services, statements, completed));
  if (!saved.ok) return saved;
  const [id = ''] = saved.value;
  return ok(id);
};

/** "I can come after all." `words` are what stood on the screen. Answers the recall's id. */
export const recallApology = async (
  services: Services,
  meetingId: string,
  words: readonly string[],
): Promise<Result<string, RecordFault>> => {
  const manifest = await firstValue(watchManifest(services.records, meetingId));
  const refs = apologyRefs(await ownEvents(services, meetingId), meetingId, services.enrolment.personId);
  if (manifest === null || refs.length === 0) return err({ kind: 'replaced' });
  const seen = seenMeeting(manifest, services.language(), words);
  const saved = await recordEvents(services, [{ type: 'apology.recall', body: { seen }, refs }], null);
  if (!saved.ok) return saved;
  const [id = ''] = saved.value;
  return ok(id);
};

const ownEvents = async ({ records }: Services, meetingId: string): Promise<readonly AnyEvent[]> => {
  const stored = await firstValue(watchMeetingEvents(records, meetingId));
  return stored.filter(({ mine }) => mine).map(({ event }) => event);
};

// Said with each apology anew: a reason belongs to the apology of the same moment, never to a later one.
const reasonStatement = (meetingId: string, text: string): readonly Statement[] =>
  text === '' ? [] : [{ type: 'apology.reason', body: { meetingId, text } }];
