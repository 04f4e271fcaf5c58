import * as v from 'valibot';
import { canonicalJson, type Json } from '../domain/canonical-json.ts';
import { digestInput } from '../domain/digest.ts';
import type { EventOf } from '../domain/event.ts';
import type { Manifest } from '../domain/meeting.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { ManifestSchema } from '../protocol/manifest-schema.ts';
import { instant, type AppDeps } from './app-deps.ts';
import type { Published, PublishFault } from './council-store.ts';
import { openAppender } from './push/append.ts';
import { blobSize, putBlob } from './put-blob.ts';
import { readersOf } from './readers.ts';
import { findServerActor, type ServerActor } from './server-actor.ts';
import { sha256Hex } from './sha256.ts';
import { uuidv7 } from './uuid.ts';

type Deps = Pick<AppDeps, 'db' | 'blobs' | 'now' | 'random'>;

/** The highest version published of a meeting, or null. */
export const latestVersion = (db: AppDeps['db'], councilId: string, meetingId: string): number | null =>
  db.sql<{ version: number | null }>(
    'select max(version) as version from meetings where council_id = ? and meeting_id = ?',
    councilId,
    meetingId,
  )[0]?.version ?? null;

/**
 * Publishes the next version of a meeting: the manifest becomes a blob, and the server's own event in the
 * log points to it. All papers must be kept already. A fault leaves no trace that anybody can read.
 */
export const publishMeeting = async (
  deps: Deps,
  councilId: string,
  manifest: Manifest,
): Promise<Result<Published, PublishFault>> => {
  const fault = findFault(deps, councilId, manifest);
  if (fault !== null) return err(fault);
  // A manifest is plain JSON by construction; the type only lacks an index signature.
  const bytes = new TextEncoder().encode(canonicalJson(manifest as unknown as Json));
  const blob = await putBlob(deps, councilId, bytes);
  return deps.db.write(() => {
    // Asked again inside the transaction: somebody else may have published in between.
    const expected = nextVersion(deps, councilId, manifest.meetingId);
    if (manifest.version !== expected) return err({ kind: 'wrong-version', expected });
    deps.db.run(
      deps.db.query.insertInto('meetings').values({
        council_id: councilId,
        meeting_id: manifest.meetingId,
        version: manifest.version,
        committee_id: manifest.committee.id,
        chairs: JSON.stringify(chairsOf(manifest)),
        manifest: blob.sha256,
      }),
    );
    const seq = appendPublication(deps, councilId, manifest, { manifest: blob.sha256, size: blob.size });
    return ok({ meetingId: manifest.meetingId, version: manifest.version, manifest: blob.sha256, seq });
  });
};

const nextVersion = ({ db }: Deps, councilId: string, meetingId: string): number =>
  (latestVersion(db, councilId, meetingId) ?? 0) + 1;

const findFault = (deps: Deps, councilId: string, manifest: Manifest): PublishFault | null => {
  const parsed = v.safeParse(ManifestSchema, manifest);
  if (!parsed.success) return { kind: 'not-a-manifest', where: v.getDotPath(parsed.issues[0]) ?? '' };
  if (manifest.reason.trim() === '') return { kind: 'not-a-manifest', where: 'reason' };
  if (manifest.councilId !== councilId) return { kind: 'wrong-council' };
  const expected = nextVersion(deps, councilId, manifest.meetingId);
  if (manifest.version !== expected) return { kind: 'wrong-version', expected };
  const missing = manifest.papers
    .flatMap((paper) => [paper.file, paper.text])
    .find((blob) => blobSize(deps, councilId, blob.sha256) !== blob.size);
  return missing === undefined ? null : { kind: 'missing-blob', sha256: missing.sha256 };
};

const chairsOf = (manifest: Manifest): readonly string[] =>
  manifest.seats.flatMap((seat) =>
    seat.role === 'chair' && seat.holder.kind === 'person' ? [seat.holder.personId] : [],
  );

const appendPublication = (
  deps: Deps,
  councilId: string,
  manifest: Manifest,
  blob: { readonly manifest: string; readonly size: number },
): number => {
  const actor = findServerActor(deps.db, councilId);
  if (actor === null) throw new Error('a council without its server actor cannot publish');
  const event = publication(deps, councilId, actor, manifest, blob);
  const n = actor.lastN + 1;
  const appender = openAppender(deps.db, councilId, event.madeAt);
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
  appender.finish();
  deps.db.sql('update devices set last_n = ? where council_id = ? and id = ?', n, councilId, actor.deviceId);
  return seq;
};

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
