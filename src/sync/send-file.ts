import { err, ok, type Result } from '../domain/result.ts';
import { FileBegunSchema, importPartMaxBytes, importsPath, PartKeptSchema } from '../protocol/imports.ts';
import { backOff } from './back-off.ts';
import { importFaultOf, type ImportFault } from './import-fault.ts';
import type { Outside } from './ports.ts';
import { readSyncJson, type Answer, type Ask } from './request.ts';

/** A file as it was chosen. */
export interface SentFile {
  /** With its folders, `/` between them. */
  readonly name: string;
  readonly bytes: Blob;
}

/** How far a file has come on the server. */
export interface FileThere {
  readonly place: number;
  readonly name: string;
  readonly size: number;
  readonly here: number;
}

/** Asks in the person's name; null while nobody is signed in here. */
export type AskServer = <T>(
  request: Ask,
  read: (response: Response) => Promise<T | null>,
) => Promise<Answer<T> | null>;

const tries = 4;
// A part on a line of 200 kbit/s takes close to three minutes.
const partTimeoutMs = 240_000;
const timeoutMs = 60_000;

/** Asks for room for a file that the import does not have yet. */
export const beginFile = async (
  askServer: AskServer,
  id: string,
  { name, bytes }: SentFile,
): Promise<Result<FileThere, ImportFault>> => {
  const { size } = bytes;
  const answer = await askServer(
    { method: 'POST', path: `${importsPath}/${id}/files`, body: { name, size }, timeoutMs },
    readSyncJson(FileBegunSchema),
  );
  if (answer === null) return err('not-allowed');
  return answer.kind === 'ok'
    ? ok({ place: answer.value.place, name, size, here: 0 })
    : err(importFaultOf(answer));
};

/** Sends what is missing of a file, part by part; `onHere` hears how much of it the server has. */
export const sendParts = async (
  askServer: AskServer,
  outside: Pick<Outside, 'random' | 'startTimer'>,
  id: string,
  { place, here: first }: FileThere,
  bytes: Blob,
  onHere: (here: number) => void,
  stop?: AbortSignal,
): Promise<Result<void, ImportFault>> => {
  for (let here = first; here < bytes.size;) {
    if (stop?.aborted === true) return err('offline');
    const part = await readPart(bytes.slice(here, here + importPartMaxBytes));
    if (part === null) return err('unreadable');
    const kept = await sendPart(askServer, outside, `${importsPath}/${id}/files/${place}?at=${here}`, part);
    if (!kept.ok) return kept;
    // An answer that does not lead on would send the same part for ever.
    if (kept.value <= here || kept.value > bytes.size) return err('server');
    here = kept.value;
    onHere(here);
  }
  return ok(undefined);
};

// Read before it is sent: a file that was taken away since must not look like a network that fails.
const readPart = (part: Blob): Promise<Uint8Array<ArrayBuffer> | null> =>
  part.arrayBuffer().then(
    (bytes) => (bytes.byteLength === part.size ? new Uint8Array(bytes) : null),
    () => null,
  );

const sendPart = async (
  askServer: AskServer,
  outside: Pick<Outside, 'random' | 'startTimer'>,
  path: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Result<number, ImportFault>> => {
  for (let failures = 1; ; failures += 1) {
    const answer = await askServer(
      { method: 'POST', path, bytes, timeoutMs: partTimeoutMs },
      readSyncJson(PartKeptSchema),
    );
    if (answer === null) return err('not-allowed');
    if (answer.kind === 'ok') return ok(answer.value.here);
    if (answer.kind !== 'unreachable' || answer.status === 507 || failures === tries) {
      return err(importFaultOf(answer));
    }
    await pause(outside, backOff(failures, outside.random(), answer.retryAfter));
  }
};

const pause = (outside: Pick<Outside, 'startTimer'>, ms: number): Promise<void> =>
  new Promise((resolve) => {
    outside.startTimer(resolve, ms);
  });
