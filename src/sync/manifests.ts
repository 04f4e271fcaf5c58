import * as v from 'valibot';
import { blobPath } from '../protocol/blobs.ts';
import { ManifestSchema } from '../protocol/manifest-schema.ts';
import { serverNow } from './contact.ts';
import { done, outcomeOf, type Outcome } from './outcome.ts';
import type { Enrolled, SyncPorts } from './ports.ts';
import { readSyncBytes } from './request.ts';
import { askSignedIn } from './session.ts';

/**
 * Manifests that do not read, by their SHA-256: not asked for again before the app restarts. Those that the
 * server does not give, by cursor and SHA-256: not asked for again before something has changed there.
 */
export type SetAside = Set<string>;

/**
 * Fetches the manifests that the log names, and keeps each one only if its bytes have the published
 * SHA-256 and read as a manifest of that meeting. Then asks for the packs of coming meetings and removes
 * old ones by the rule.
 */
export const fetchManifests = async (
  ports: SyncPorts,
  enrolment: Enrolled,
  setAside: SetAside,
): Promise<Outcome> => {
  const { store, outside } = ports;
  const { cursor } = await store.readMeta();
  for (const missing of await store.missingManifests()) {
    const { sha256, meetingId, version } = missing;
    const withheld = `${cursor} ${sha256}`;
    if (setAside.has(sha256) || setAside.has(withheld)) continue;
    const answer = await askSignedIn(
      ports,
      enrolment,
      { method: 'GET', path: blobPath(sha256), timeoutMs: 30_000 },
      readSyncBytes,
    );
    if (answer.kind === 'not-modified') continue;
    // Not for this person: asking again each minute would not help, until an office is given back.
    const isWithheld =
      answer.kind === 'problem' && ['not_found', 'not_allowed'].includes(answer.problem.error);
    if (answer.kind !== 'ok' && !isWithheld) return outcomeOf(answer);
    const isGenuine = answer.kind === 'ok' && (await outside.cryptography.sha256(answer.value)) === sha256;
    const manifest = isGenuine ? readManifest(answer.value) : null;
    if (manifest?.meetingId === meetingId && manifest.version === version) {
      await store.putManifest(sha256, manifest);
    } else {
      setAside.add(isWithheld ? withheld : sha256);
    }
  }
  const now = await serverNow(ports);
  await store.requestComing(now);
  await store.removeExpired(now, outside.now());
  return done;
};

const readManifest = (bytes: Uint8Array): v.InferOutput<typeof ManifestSchema> | null => {
  try {
    const parsed = v.safeParse(ManifestSchema, JSON.parse(new TextDecoder().decode(bytes)));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
};
