import { resolve, sep } from 'node:path';
import { err, ok, type Result } from '../../domain/result.ts';

export interface BackupSettings {
  /** The folder that holds the backups; each is a folder of its own in it. */
  readonly to: string;
  readonly everyMs: number;
  /** How many good ones stay. */
  readonly keep: number;
}

/** As typed or as the environment says; undefined where nothing was said. */
export interface BackupWords {
  readonly to: string | undefined;
  readonly every: string | undefined;
  readonly keep: string | undefined;
}

const unitMs = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const;
const usual = { every: '24h', keep: '14' } as const;

/** Null where no backups are asked for, or a sentence about what was not understood. */
export const readBackupSettings = (
  { to, every = usual.every, keep = usual.keep }: BackupWords,
  dataDir: string,
): Result<BackupSettings | null, string> => {
  if (to === undefined) return ok(null);
  const folder = resolve(to);
  if (`${folder}${sep}`.startsWith(`${resolve(dataDir)}${sep}`)) {
    return err(
      `Backups do not belong into the data folder itself: choose a folder on another disk, not ${to}.`,
    );
  }
  const everyMs = readDuration(every);
  if (everyMs === null) {
    return err(
      `Backups are made every so many minutes, hours or days, as in 30m, 24h or 7d, not "${every}".`,
    );
  }
  if (!/^[1-9]\d{0,3}$/.test(keep))
    return err(`The number of backups to keep is from 1 to 9999, not "${keep}".`);
  return ok({ to: folder, everyMs, keep: Number(keep) });
};

const readDuration = (text: string): number | null => {
  const [, count, unit] = /^([1-9]\d{0,3})([mhd])$/.exec(text) ?? [];
  return unit === 'm' || unit === 'h' || unit === 'd' ? Number(count) * unitMs[unit] : null;
};
