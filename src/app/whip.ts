import type { AgendaItem, Manifest } from '../domain/meeting.ts';
import { asksForWhip } from '../domain/question-context.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { watchManifest } from '../storage/manifests.ts';
import type { SaveFault } from '../storage/save-events.ts';
import { openDraftForm, type DraftForm } from './drafts.ts';
import { isNullOr, isOneOf, isShaped, isText } from './drafts-shape.ts';
import { recordEvents } from './record.ts';
import { seenItem, seenMeeting } from './records-seen.ts';
import { firstValue } from './records-watch.ts';
import type { Services } from './services.ts';

/** "I have been told how to vote": one page of fields, then a page to check it. */
export interface WhipDraft {
  readonly version: 1;
  readonly place: 'fields' | 'check';
  readonly itemId: string | null;
  readonly group: string;
  readonly nature: string;
}

export interface WhipForm {
  readonly manifest: Manifest;
  readonly draft: DraftForm<WhipDraft>;
  /** Goes on to the check page, or names the fields that are still empty and stays. */
  readonly next: () => readonly (keyof WhipDraft)[];
  /** Records what the check page shows; `words` are its exact sentences. Answers the record's id. */
  readonly record: (words: readonly string[]) => Promise<Result<string, SaveFault>>;
}

const isWhip = isShaped<WhipDraft>({
  version: isOneOf(1),
  place: isOneOf('fields', 'check'),
  itemId: isNullOr(isText),
  group: isText,
  nature: isText,
});

/** Opens the form; only scrutiny asks for whips (rules L11), so elsewhere there is none. */
export const openWhip = async (
  services: Services,
  meetingId: string,
  itemId: string | null,
): Promise<Result<WhipForm, 'unknown' | 'not-scrutiny'>> => {
  const manifest = await firstValue(watchManifest(services.records, meetingId));
  if (manifest === null) return err('unknown');
  if (!asksForWhip(manifest.committee)) return err('not-scrutiny');
  const draft = await openDraftForm<WhipDraft>({
    records: services.records,
    secondCopy: services.secondCopy,
    forms: services.forms,
    key: `whip/${meetingId}`,
    empty: { version: 1, place: 'fields', itemId, group: '', nature: '' },
    parse: (kept) => (isWhip(kept) ? kept : null),
  });
  return ok({
    manifest,
    draft,
    next: () => {
      const missing = missingFields(manifest, draft.current());
      if (missing.length === 0) draft.change({ ...draft.current(), place: 'check' });
      return missing;
    },
    record: (words) => recordWhip(services, manifest, draft, words),
  });
};

const itemOf = (manifest: Manifest, itemId: string | null): AgendaItem | undefined =>
  manifest.items.find(({ id }) => id === itemId);

const missingFields = (manifest: Manifest, draft: WhipDraft): readonly (keyof WhipDraft)[] => [
  ...(itemOf(manifest, draft.itemId) === undefined ? (['itemId'] as const) : []),
  ...(draft.group.trim() === '' ? (['group'] as const) : []),
  ...(draft.nature.trim() === '' ? (['nature'] as const) : []),
];

const recordWhip = async (
  services: Services,
  manifest: Manifest,
  draft: DraftForm<WhipDraft>,
  words: readonly string[],
): Promise<Result<string, SaveFault>> => {
  const { itemId, group, nature } = draft.current();
  const item = itemOf(manifest, itemId);
  if (item === undefined) throw new Error('a whip is recorded for an item');
  const body = {
    seen: seenMeeting(manifest, services.language(), words),
    item: seenItem(item),
    group: group.trim(),
    nature: nature.trim(),
  };
  const saved = await draft.complete((completed) =>
    recordEvents(services, [{ type: 'whip.declare', body }], completed),
  );
  if (!saved.ok) return saved;
  const [id = ''] = saved.value;
  return ok(id);
};
