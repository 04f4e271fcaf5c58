import type { BlobRef, Manifest } from '../../domain/meeting.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { Council } from '../../protocol/council.ts';
import type { CouncilStore } from '../council-store.ts';
import { buildManifest } from './build-manifest.ts';
import type { ImportFault } from './import-fault.ts';
import { meetingAliases } from './meeting-aliases.ts';
import type { PreparedMeeting } from './prepare-meeting.ts';
import { londonDate } from './real-date.ts';
import { readManifest } from '../read-manifest.ts';
import { settleMeeting } from './settle-meeting.ts';

/**
 * Puts every paper and its reading text, then publishes the meeting as its next version, in one transaction with what
 * other systems call it and, where `members` says so, with the council's list of people. Blobs of a meeting that is
 * then refused are not in the log and nobody's tablet hears of them.
 */
export const publishPrepared = async (
  store: CouncilStore,
  council: Council,
  prepared: PreparedMeeting,
  { members }: { readonly members: boolean },
): Promise<Result<Manifest, ImportFault>> => {
  const { councilId, contacts } = council;
  const settled = await settleMeeting(store, councilId, prepared.meeting);
  if (!settled.ok) return settled;
  const { ids, before } = settled.value;
  const blobs = new Map<string, { readonly file: BlobRef; readonly text: BlobRef }>();
  for (const paper of prepared.papers.values()) {
    const text = new TextEncoder().encode(JSON.stringify(paper.text));
    blobs.set(paper.file, { file: await store.putBlob(paper.bytes), text: await store.putBlob(text) });
  }
  const manifest = buildManifest(prepared, {
    councilId,
    ids,
    before,
    today: londonDate(store.now()),
    contacts,
    blobs,
  });
  const aliases = meetingAliases(prepared.meeting, ids);
  const published = await store.publishMeeting(manifest, {
    aliases,
    members: members && !(await isOver(store, manifest)),
  });
  if (published.ok) return ok(manifest);
  const fault = published.error;
  return fault.kind === 'wrong-version'
    ? err({ kind: 'published-since', version: fault.expected - 1 })
    : err({ kind: 'not-published', fault });
};

/**
 * Whether a meeting was held and its committee has met since, or will: who its members are is said there. Minutes of years
 * ago make nobody a member of today.
 */
const isOver = async (store: CouncilStore, { meetingId, committee, start }: Manifest): Promise<boolean> => {
  if (start.slice(0, 10) >= londonDate(store.now())) return false;
  for (const other of await store.listMeetings()) {
    if (other.committeeId !== committee.id || other.meetingId === meetingId) continue;
    if ((await readManifest(store, other.manifest)).start > start) return true;
  }
  return false;
};
