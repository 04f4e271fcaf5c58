import { open, unlink } from 'node:fs/promises';
import { join } from 'node:path';

/** Questions to the outside; /healthz also asks the database. */
export interface HealthChecks {
  /** Rejects when the disk cannot be written. */
  readonly disk: () => Promise<void>;
  /** Whether the last good backup is young enough; `off` where none are made. */
  readonly backup: () => 'ok' | 'old' | 'off';
}

/** How long an answer of the disk is good: whoever asks all the time must not wear it out. */
const freshMs = 5000;
const tooLongMs = 5000;

/** Writes a few bytes into a folder, down to the disk, and takes them away again. */
export const createDiskCheck = (folder: string, now: () => number): (() => Promise<void>) => {
  let last: { readonly at: number; readonly answer: Promise<void> } | null = null;
  return () => {
    if (last === null || Math.abs(now() - last.at) > freshMs) {
      last = { at: now(), answer: writeAndRemove(join(folder, 'health.tmp')) };
    }
    return last.answer;
  };
};

const writeAndRemove = async (file: string): Promise<void> => {
  const handle = await open(file, 'w');
  try {
    await handle.writeFile('ok');
    await handle.sync();
  } finally {
    await handle.close();
  }
  await unlink(file);
};

/** Whether a question is answered at all, and in time: what hangs is as bad as what fails. */
export const passes = async (question: () => Promise<unknown>): Promise<boolean> => {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => resolve(false), tooLongMs);
  const answered = question().then(
    () => true,
    () => false,
  );
  const isGood = await Promise.race([answered, promise]);
  clearTimeout(timer);
  return isGood;
};
