import * as v from 'valibot';
import { canonicalJson, type Json } from '../domain/canonical-json.ts';
import { digestInput } from '../domain/digest.ts';
import type { EventOf } from '../domain/event.ts';
import type { BlobRef, Manifest } from '../domain/meeting.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { ManifestSchema } from '../protocol/manifest-schema.ts';
import { instant, type AppDeps } from './app-deps.ts';
import { putAliases } from './aliases.ts';
import type { Published, PublishedBeside, PublishFault, StoredMeeting } from './council-store.ts';
import { queryBuilder } from './db/query-builder.ts';
import { run, sql, type Work } from './db/work.ts';
import { openAppender } from './push/append.ts';
import { blobSize, putBlob } from './put-blob.ts';
import { putMembers } from './put-members.ts';
import { readersOf } from './readers.ts';
import { findServerActor, type ServerActor } from './server-actor.ts';
import { sha256Hex } from './sha256.ts';
import { uuidv7 } from './uuid.ts';

type Deps = Pick<AppDeps, 'db' | 'blobs' | 'now' | 'random'>;

/** The highest version published of a meeting, or null. */
export function* latestVersion(councilId: string, meetingId: string): Work<number | null> {
  const rows = yield* sql<{ version: number | null }>(
    'select max(version) as version from meetings where council_id = ? and meeting_id = ?',
    councilId,
    meetingId,
  );
  return rows[0]?.version ?? null;
}

/** The highest version of every meeting that was published. */
export const listMeetings = (councilId: string): Work<readonly StoredMeeting[]> =>
  sql<StoredMeeting>(
    `select meeting_id as "meetingId", version, committee_id as "committeeId", manifest from meetings as latest
     where council_id = ? and version = (
       select max(version) from meetings where council_id = latest.council_id and meeting_id = latest.meeting_id)
     order by meeting_id`,
    councilId,
  );

/**
 * Publishes the next version of a meeting: the manifest becomes a blob, and the server's own event in the
 * log points to it. All papers must be kept already. A fault leaves no trace that anybody can read.
 */
export const publishMeeting = async (
  deps: Deps,
  councilId: string,
  manifest: Manifest,
  beside: PublishedBeside = { aliases: [], members: false },
): Promise<Result<Published, PublishFault>> => {
  const fault = await deps.db.read(() => findFault(councilId, manifest));
  if (fault !== null) return err(fault);
  // A manifest is plain JSON by construction; the type only lacks an index signature.
  const bytes = new TextEncoder().encode(canonicalJson(manifest as unknown as Json));
  const blob = await putBlob(deps, councilId, bytes);
  return deps.db.write(() => appendVersion(deps, councilId, manifest, { blob, beside }));
};

function* appendVersion(
  deps: Deps,
  councilId: string,
  manifest: Manifest,
  { blob, beside }: { readonly blob: BlobRef; readonly beside: PublishedBeside },
): Work<Result<Published, PublishFault>> {
  // Asked again inside the transaction: somebody else may have published in between.
  const expected = yield* nextVersion(councilId, manifest.meetingId);
  if (manifest.version !== expected) return err({ kind: 'wrong-version', expected });
  yield* run(
    queryBuilder.insertInto('meetings').values({
      council_id: councilId,
      meeting_id: manifest.meetingId,
      version: manifest.version,
      committee_id: manifest.committee.id,
      chairs: JSON.stringify(chairsOf(manifest)),
      manifest: blob.sha256,
    }),
  );
  const seq = yield* appendPublication(deps, councilId, manifest, {
    manifest: blob.sha256,
    size: blob.size,
  });
  yield* putAliases(councilId, beside.aliases);
  if (beside.members) yield* putMembers(councilId, manifest, instant(deps.now()));
  return ok({ meetingId: manifest.meetingId, version: manifest.version, manifest: blob.sha256, seq });
}

function* nextVersion(councilId: string, meetingId: string): Work<number> {
  return ((yield* latestVersion(councilId, meetingId)) ?? 0) + 1;
}

function* findFault(councilId: string, manifest: Manifest): Work<PublishFault | null> {
  const parsed = v.safeParse(ManifestSchema, manifest);
  if (!parsed.success) return { kind: 'not-a-manifest', where: v.getDotPath(parsed.issues[0]) ?? '' };
  if (manifest.reason.trim() === '') return { kind: 'not-a-manifest', where: 'reason' };
  if (manifest.councilId !== councilId) return { kind: 'wrong-council' };
  const expected = yield* nextVersion(councilId, manifest.meetingId);
  if (manifest.version !== expected) return { kind: 'wrong-version', expected };
  for (const blob of manifest.papers.flatMap((paper) => [paper.file, paper.text])) {
    const size = yield* blobSize(councilId, blob.sha256);
    if (size !== blob.size) return { kind: 'missing-blob', sha256: blob.sha256 };
  }
  return null;
}

const chairsOf = (manifest: Manifest): readonly string[] =>
  manifest.seats.flatMap((seat) =>
    seat.role === 'chair' && seat.holder.kind === 'person' ? [seat.holder.personId] : [],
  );

function* appendPublication(
  deps: Deps,
  councilId: string,
  manifest: Manifest,
  blob: { readonly manifest: string; readonly size: number },
): Work<number> {
  const actor = yield* findServerActor(councilId);
  if (actor === null) throw new Error('a council without its server actor cannot publish');
  const event = publication(deps, councilId, actor, manifest, blob);
  const n = actor.lastN + 1;
  const appender = yield* openAppender(councilId, event.madeAt);
  const { seq } = appender.append({
    id: event.id,
    deviceId: actor.deviceId,
    n,
    personId: actor.personId,
    type: event.type,
    meetingId: manifest.meetingId,
    digest: sha256Hex(digestInput(event)),
    event: JSON.stringify(event),
    clockOffsetMs: 0,
    readers: readersOf(event, { committeeId: manifest.committee.id, chairs: [], refAuthors: [] }),
  });
  yield* appender.finish();
  yield* sql('update devices set last_n = ? where council_id = ? and id = ?', n, councilId, actor.deviceId);
  return seq;
}

const publication = (
  { now, random }: Deps,
  councilId: string,
  actor: ServerActor,
  { meetingId, version, reason, zone }: Manifest,
  blob: { readonly manifest: string; readonly size: number },
): EventOf<'meeting.publish'> => ({
  id: uuidv7(now(), random),
  councilId,
  personId: actor.personId,
  type: 'meeting.publish',
  typeVersion: 1,
  body: { meetingId, version, ...blob, reason },
  refs: [],
  madeAt: instant(now()),
  zone,
  salt: Buffer.from(random(16)).toString('hex'),
});
