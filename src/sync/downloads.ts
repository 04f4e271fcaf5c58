import { blobPath, chunkSize } from '../protocol/blobs.ts';
import { serverNow } from './contact.ts';
import { done, outcomeOf, type Outcome } from './outcome.ts';
import type { Enrolled, SyncPorts, SyncStore } from './ports.ts';
import { readSyncBytes, type Answer } from './request.ts';
import { askSignedIn } from './session.ts';

type MissingBlob = NonNullable<Awaited<ReturnType<SyncStore['nextMissingBlob']>>>;

/**
 * Brings what the wanted packs lack, the soonest meeting first, chunk by chunk, until nothing lacks or
 * the network ends. What has arrived stays; the next run goes on where this one stopped.
 */
export const download = async (ports: SyncPorts, enrolment: Enrolled): Promise<Outcome> => {
  for (let isNew = false; ; isNew = true) {
    const blob = await ports.store.nextMissingBlob(await serverNow(ports));
    if (blob === null) {
      if (isNew) await ports.store.dropSuperseded();
      return done;
    }
    const outcome = await downloadBlob(ports, enrolment, blob);
    if (outcome.kind !== 'done') return outcome;
  }
};

const downloadBlob = async (ports: SyncPorts, enrolment: Enrolled, blob: MissingBlob): Promise<Outcome> => {
  const { store, outside } = ports;
  const { sha256, missing } = blob;
  if (blob.chunks.length !== Math.ceil(blob.size / chunkSize)) {
    await store.failBlob(sha256, 'damaged');
    return done;
  }
  // Says "loading" before the first chunk; a blob without bytes is complete with that.
  await store.storeChunk(sha256, null, outside.now());
  for (const index of missing) {
    if (!(await store.isBlobWanted(sha256))) return done;
    const fetched = await fetchVerified(ports, enrolment, blob, index);
    if (fetched.kind === 'fault') {
      await store.failBlob(sha256, fetched.fault);
      return done;
    }
    if (fetched.kind === 'stop') return fetched.outcome;
    if ((await store.storeChunk(sha256, { index, bytes: fetched.bytes }, outside.now())) === 'full') {
      await store.failBlob(sha256, 'full');
      return done;
    }
  }
  return done;
};

type Fetched =
  | { readonly kind: 'chunk'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'fault'; readonly fault: 'damaged' | 'refused' }
  | { readonly kind: 'stop'; readonly outcome: Outcome };

/** One chunk whose SHA-256 is the published one. A damaged one is fetched once more: caches do err. */
const fetchVerified = async (
  ports: SyncPorts,
  enrolment: Enrolled,
  blob: MissingBlob,
  index: number,
): Promise<Fetched> => {
  for (let attempt = 0; attempt < 2; attempt++) {
    const answer = await fetchChunk(ports, enrolment, blob, index);
    if (answer.kind === 'ok') {
      const sum = await ports.outside.cryptography.sha256(answer.value);
      if (sum === blob.chunks[index]) return { kind: 'chunk', bytes: answer.value };
    } else if (
      answer.kind === 'problem' &&
      (answer.status === 404 || answer.problem.error === 'not_allowed')
    ) {
      return { kind: 'fault', fault: 'refused' };
    } else {
      const outcome: Outcome =
        answer.kind === 'not-modified' ? { kind: 'retry', retryAfter: null } : outcomeOf(answer);
      return { kind: 'stop', outcome };
    }
  }
  return { kind: 'fault', fault: 'damaged' };
};

const fetchChunk = async (
  ports: SyncPorts,
  enrolment: Enrolled,
  { sha256, size }: MissingBlob,
  index: number,
): Promise<Answer<Uint8Array<ArrayBuffer>>> => {
  const begin = index * chunkSize;
  const end = Math.min(begin + chunkSize, size);
  return askSignedIn(
    ports,
    enrolment,
    {
      method: 'GET',
      path: blobPath(sha256),
      headers: { Range: `bytes=${begin}-${end - 1}` },
      timeoutMs: 60_000,
    },
    async (response) => {
      const bytes = await readSyncBytes(response);
      // A server or proxy may leave Range out (RFC 9110 14.2) and send everything.
      return response.status === 206 || bytes === null ? bytes : bytes.slice(begin, end);
    },
  );
};
