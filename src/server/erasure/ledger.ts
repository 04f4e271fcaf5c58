import { existsSync } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { err, ok, type Result } from '../../domain/result.ts';
import { InstantSchema, UuidSchema } from '../../protocol/event-schema.ts';
import { syncPath } from '../write-whole.ts';

/** That the words of one record were destroyed, when, and why. */
const ErasureSchema = v.strictObject({ id: UuidSchema, at: InstantSchema, because: v.string() });
export type Erasure = v.InferOutput<typeof ErasureSchema>;

/**
 * The ledger of erasures: a file of its own beside the records, one JSON line each, which no backup holds.
 * Whoever restores an older backup replays it, so that what was erased does not come back.
 */
export const ledgerFile = (dataDir: string): string => join(dataDir, 'erasures.jsonl');

/** Resolves when the lines survive a power cut. */
export const appendToLedger = async (file: string, erasures: readonly Erasure[]): Promise<void> => {
  const isNew = !existsSync(file);
  const handle = await open(file, 'a+', 0o600);
  try {
    const whole = wholeLines(await handle.readFile());
    // A line cut short by a crash was never answered.
    await handle.truncate(whole.length);
    await handle.appendFile(erasures.map((erasure) => `${JSON.stringify(erasure)}\n`).join(''));
    await handle.sync();
  } finally {
    await handle.close();
  }
  if (isNew) await syncPath(dirname(file));
};

/** All erasures of a ledger, none where there is no file; the number of the first line that is not one. */
export const readLedger = async (file: string): Promise<Result<readonly Erasure[], number>> => {
  if (!existsSync(file)) return ok([]);
  const erasures: Erasure[] = [];
  const lines = wholeLines(await readFile(file))
    .toString('utf8')
    .split('\n')
    .slice(0, -1);
  for (const [index, line] of lines.entries()) {
    const erasure = readLine(line);
    if (erasure === null) return err(index + 1);
    erasures.push(erasure);
  }
  return ok(erasures);
};

const readLine = (line: string): Erasure | null => {
  try {
    const parsed = v.safeParse(ErasureSchema, JSON.parse(line));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
};

const wholeLines = (bytes: Buffer): Buffer => bytes.subarray(0, bytes.lastIndexOf('\n') + 1);
