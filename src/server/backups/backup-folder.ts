import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { backupTime } from './backup-name.ts';
import { partialEnd } from './make-backup.ts';

export interface KnownBackup {
  readonly name: string;
  readonly at: number;
}

/** This council's backups, newest first; none where the folder is not there yet. */
export const listBackups = async (to: string, councilId: string): Promise<readonly KnownBackup[]> =>
  (await namesIn(to))
    .flatMap((name): readonly KnownBackup[] => {
      const at = backupTime(councilId, name);
      return at === null ? [] : [{ name, at }];
    })
    .toSorted((left, right) => right.at - left.at);

/**
 * Removes all but the newest `keep` backups of this council, and what a crash left half made or half
 * removed; answers the names removed. A folder of any other name is never touched.
 */
export const thinOut = async (to: string, councilId: string, keep: number): Promise<readonly string[]> => {
  for (const name of await namesIn(to)) {
    const whole = name.endsWith(partialEnd) ? name.slice(0, -partialEnd.length) : null;
    if (whole === null || backupTime(councilId, whole) === null) continue;
    await rm(join(to, name), { recursive: true, force: true });
  }
  const old = (await listBackups(to, councilId)).slice(keep);
  for (const { name } of old) {
    // Renamed first: a crash half way must not leave half a backup under a good name.
    const going = join(to, `${name}${partialEnd}`);
    await rename(join(to, name), going);
    await rm(going, { recursive: true, force: true });
  }
  return old.map(({ name }) => name);
};

const namesIn = async (folder: string): Promise<readonly string[]> => {
  try {
    return await readdir(folder);
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return [];
    throw cause;
  }
};
