import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import type { VerifyCopy } from './make-backup.ts';

const entry = join(import.meta.dirname, '../main.ts');

/**
 * Verifies a copy in a process of its own, at low priority: hashing a whole log takes seconds, in which
 * this process would answer nobody.
 */
export const verifyInOwnProcess: VerifyCopy = async (folder, signal) => {
  // Nothing else of the environment: with DATABASE_URL the command would look at the council itself.
  const env = { PATH: process.env['PATH'], DATA_DIR: folder };
  const child = spawn(process.execPath, [entry, 'verify'], { env, stdio: 'ignore', signal });
  const ended = once(child, 'exit');
  beKind(child.pid);
  const [code]: unknown[] = await ended;
  return code === 0;
};

const beKind = (pid: number | undefined): void => {
  if (pid === undefined) return;
  try {
    setPriority(pid, constants.priority.PRIORITY_LOW);
  } catch {
    // Over already, or not allowed here: then it runs like any other.
  }
};
