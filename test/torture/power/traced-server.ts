import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findStrace } from './find-strace.ts';
import { readTrace, tracedCalls, type Step } from './trace.ts';

export type Synchronous = 'full' | 'normal';

/** A real server under strace. */
export interface TracedServer {
  readonly port: number;
  /** SIGTERM to the server; answers all it did from its start to its end. */
  readonly stop: () => Promise<Step[]>;
}

// Larger than any answer or page of the database.
const longestString = String(1 << 20);

/** Starts `order-paper start` on the folder, under strace; `normal` takes durability away for the test's own test. */
export const startTracedServer = async (dataDir: string, synchronous: Synchronous): Promise<TracedServer> => {
  const scratch = mkdtempSync(join(tmpdir(), 'order-paper-trace-'));
  const output = join(scratch, 'trace');
  const weaken = ['--import', join(import.meta.dirname, 'synchronous-normal.ts')];
  const child = spawn(
    findStrace(),
    [
      '-f',
      '-y',
      '-q',
      '-xx',
      '-s',
      longestString,
      '--seccomp-bpf',
      '-e',
      `trace=${tracedCalls}`,
      '-e',
      'signal=none',
      '-o',
      output,
      process.execPath,
      ...(synchronous === 'normal' ? weaken : []),
      'src/server/main.ts',
      'start',
    ],
    { env: { ...process.env, DATA_DIR: dataDir, PORT: '0' }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const port = await new Promise<number>((resolve, reject) => {
    let said = '';
    const collect = (chunk: Buffer): void => {
      said += chunk.toString();
      const found = /ready at http:\/\/127\.0\.0\.1:(\d+)/i.exec(said);
      if (found) resolve(Number(found[1]));
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.once('exit', () => reject(new Error(`The traced server ended: ${said}`)));
  });
  return {
    port,
    stop: async () => {
      for (const pid of childrenOf(child.pid ?? 0)) process.kill(pid, 'SIGTERM');
      await ended;
      const steps = readTrace(readFileSync(output, 'utf8'), dataDir);
      rmSync(scratch, { recursive: true, force: true });
      return steps;
    },
  };
};

const childrenOf = (pid: number): readonly number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number);
