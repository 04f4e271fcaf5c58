import { join } from 'node:path';
import type { Result } from '../../domain/result.ts';
import { faultWords, type Log } from '../observe/log.ts';
import { listBackups, thinOut } from './backup-folder.ts';
import { backupName } from './backup-name.ts';
import type { BackupSettings } from './backup-settings.ts';
import type { MadeBackup } from './make-backup.ts';

/** What the schedule may ask of the outside. */
export interface BackupPorts {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Whether nobody is being served just now. */
  readonly isQuiet: () => boolean;
  /** Makes one backup and verifies it; throws what the disk says. */
  readonly make: (target: string, signal: AbortSignal) => Promise<Result<MadeBackup, 'not-sound'>>;
  readonly log: Log;
  /** One plain sentence for the person who runs the server. */
  readonly complain: (sentence: string) => void;
}

/** How the backups stand. */
export interface BackupState {
  /** When the last good one was begun, or null. */
  readonly lastGoodAt: number | null;
  /** Null before the first one of this process. */
  readonly lastResult: 'made' | 'failed' | null;
  readonly isOld: boolean;
}

export interface BackupSchedule {
  /** To be called every few seconds; makes a backup when one is due. Never rejects. */
  readonly tick: () => Promise<void>;
  readonly state: () => BackupState;
  /** Breaks a running backup off, leaving nothing that looks like one, and makes no other. */
  readonly stop: () => Promise<void>;
}

/** A backup waits for a quiet moment, but not longer than this. */
const patienceMs = 30 * 60_000;
/** After a failure the next try comes earlier than the next backup would. */
const retryMs = 60 * 60_000;

/**
 * Makes a backup whenever the last good one, of whatever process, is as old as the settings say, and
 * keeps the newest few. Whatever goes wrong is told and tried again: the server goes on.
 */
export const createBackupSchedule = (
  ports: BackupPorts,
  councilId: string,
  settings: BackupSettings,
): BackupSchedule => {
  const { now, log } = ports;
  const begunAt = now();
  const abort = new AbortController();
  let lastGoodAt: number | null = null;
  let lastResult: 'made' | 'failed' | null = null;
  let notBefore = 0;
  let running: Promise<void> | null = null;
  let saidOld = false;

  const isOld = (): boolean => now() - (lastGoodAt ?? begunAt) > 2 * settings.everyMs;
  const fail = (cause: unknown, words: string): void => {
    lastResult = 'failed';
    notBefore = now() + Math.min(settings.everyMs, retryMs);
    log('error', { event: 'backup-failed', ...faultWords(cause) });
    ports.complain(`The backup to ${settings.to} failed, ${words}: the server goes on and tries again.`);
  };
  const run = async (): Promise<void> => {
    const at = now();
    const name = backupName(councilId, at);
    try {
      const made = await ports.make(join(settings.to, name), abort.signal);
      if (!made.ok) {
        fail(made.error, 'the copy is not sound, so run "order-paper verify"');
        return;
      }
      lastGoodAt = at;
      lastResult = 'made';
      log('info', { event: 'backup-made', backup: name, ms: now() - at, blobs: made.value.blobs });
      const removed = await thinOut(settings.to, councilId, settings.keep);
      for (const backup of removed) log('info', { event: 'backup-removed', backup });
    } catch (cause) {
      if (!abort.signal.aborted) fail(cause, diskWords(cause));
    }
  };
  const isDue = async (): Promise<boolean> => {
    if (now() < notBefore) return false;
    const known = await listBackups(settings.to, councilId);
    // Not those of a clock that was ahead once: they would put the next one off for years.
    const newest = known.find(({ at }) => at <= now());
    lastGoodAt = newest?.at ?? null;
    const due = newest === undefined ? begunAt : newest.at + settings.everyMs;
    return (
      !abort.signal.aborted &&
      now() >= due &&
      (ports.isQuiet() || now() - Math.max(due, begunAt) >= patienceMs)
    );
  };
  const work = async (): Promise<void> => {
    try {
      if (await isDue()) await run();
    } catch (cause) {
      fail(cause, diskWords(cause));
    }
    if (isOld() && !saidOld) {
      log('warn', { event: 'backup-old', hours: Math.floor((now() - (lastGoodAt ?? begunAt)) / 3_600_000) });
    }
    saidOld = isOld();
  };
  return {
    tick: async () => {
      if (running !== null || abort.signal.aborted) return;
      running = work();
      await running;
      running = null;
    },
    state: () => ({ lastGoodAt, lastResult, isOld: isOld() }),
    stop: async () => {
      abort.abort();
      await running;
    },
  };
};

const sentenceByCode: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  EACCES: 'it cannot be written',
  EPERM: 'it cannot be written',
  EROFS: 'it cannot be written',
  ENOTDIR: 'it is not a folder',
  EEXIST: 'it is not a folder',
};

const diskWords = (cause: unknown): string => {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  // 13 is SQLITE_FULL, which comes from the copy of the records.
  if (cause instanceof Error && 'errcode' in cause && cause.errcode === 13) return 'the disk is full';
  return (Object.hasOwn(sentenceByCode, code) ? sentenceByCode[code] : undefined) ?? 'the disk refused it';
};
