import type { BlobRef, Manifest } from '../../domain/meeting.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { Council } from '../../protocol/council.ts';
import type { CouncilStore } from '../council-store.ts';
import { buildManifest } from './build-manifest.ts';
import type { ImportFault } from './import-fault.ts';
import { meetingIds } from './meeting-ids.ts';
import type { PreparedMeeting } from './prepare-meeting.ts';
import { londonDate } from './real-date.ts';

/**
 * Puts every paper and its reading text, then publishes the meeting as its next version. Blobs of a
 * meeting that is then refused are not in the log and nobody's tablet hears of them.
 */
export const publishPrepared = async (
  store: CouncilStore,
  council: Council,
  prepared: PreparedMeeting,
): Promise<Result<Manifest, ImportFault>> => {
  const blobs = new Map<string, { readonly file: BlobRef; readonly text: BlobRef }>();
  for (const paper of prepared.papers.values()) {
    const text = new TextEncoder().encode(JSON.stringify(paper.text));
    blobs.set(paper.file, { file: await store.putBlob(paper.bytes), text: await store.putBlob(text) });
  }
  const { councilId, contacts } = council;
  const ids = meetingIds(councilId, prepared.meeting.key, prepared.meeting.committee.name);
  const version = ((await store.latestVersion(ids.meeting)) ?? 0) + 1;
  const manifest = buildManifest(prepared, {
    councilId,
    ids,
    version,
    today: londonDate(store.now()),
    contacts,
    blobs,
  });
  const published = await store.publishMeeting(manifest);
  return published.ok ? ok(manifest) : err({ kind: 'not-published', fault: published.error });
};
