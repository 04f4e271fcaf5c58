import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** A real server process on a data folder of its own. */
export interface OrderPaperProcess {
  readonly port: number;
  readonly dataDir: string;
  /** What it printed so far. */
  readonly said: () => string;
  /** SIGKILL: the power cord. */
  readonly kill: () => Promise<void>;
  /** SIGTERM, and waits for the end; answers the exit code. */
  readonly stop: () => Promise<number | null>;
}

const entry = 'src/server/main.ts';
export const makeDataDir = (): string => mkdtempSync(join(tmpdir(), 'order-paper-data-'));
export const removeDataDir = (dataDir: string): void => rmSync(dataDir, { recursive: true, force: true });

/**
 * Starts `order-paper start` and resolves when it says that it is ready. `port` 0 takes a free one.
 * `env` is what its environment says besides, a `DATABASE_URL` for instance.
 */
export const startOrderPaper = async (
  dataDir: string,
  args: readonly string[] = ['--demo'],
  port = 0,
  env: Readonly<Record<string, string>> = {},
): Promise<OrderPaperProcess> => {
  const child = spawn(process.execPath, [entry, 'start', ...args], {
    env: { ...process.env, ...env, DATA_DIR: dataDir, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const collect = (chunk: Buffer): void => void (said += chunk.toString());
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const listening = await ready(child, () => said);
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const end = (signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> => {
    child.kill(signal);
    return ended;
  };
  return {
    port: listening,
    dataDir,
    said: () => said,
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
  };
};

const ready = (child: ChildProcess, said: () => string): Promise<number> =>
  new Promise((resolve, reject) => {
    const look = (): void => {
      const found = /ready at http:\/\/127\.0\.0\.1:(\d+)/i.exec(said());
      if (found) resolve(Number(found[1]));
    };
    child.stdout?.on('data', look);
    child.once('exit', (code) => reject(new Error(`The server ended (${code}): ${said()}`)));
  });

/** Runs one command of the command line and answers what it printed and how it ended. */
export const orderPaper = async (
  dataDir: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> => {
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [entry, ...args], {
      env: { ...process.env, ...env, DATA_DIR: dataDir },
    });
    return { code: 0, out: stdout, err: stderr };
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && 'stdout' in cause && 'stderr' in cause) {
      return { code: Number(cause.code), out: String(cause.stdout), err: String(cause.stderr) };
    }
    throw cause;
  }
};
