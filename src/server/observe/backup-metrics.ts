import type { BackupSchedule } from '../backups/backup-schedule.ts';
import type { Registry } from 'prom-client';
import { addReading } from './reading.ts';

/** Adds how the scheduled backups stand. */
export const watchBackups = (registry: Registry, { state }: Pick<BackupSchedule, 'state'>): void => {
  addReading(
    registry,
    'gauge',
    'order_paper_backup_last_good_timestamp_seconds',
    'When the last good backup was begun, since 1970.',
    () => {
      const { lastGoodAt } = state();
      return lastGoodAt === null ? null : lastGoodAt / 1000;
    },
  );
  addReading(
    registry,
    'gauge',
    'order_paper_backup_last_result',
    '1 when the last try of this process made a good backup, 0 when it failed.',
    () => {
      const { lastResult } = state();
      return lastResult === null ? null : Number(lastResult === 'made');
    },
  );
  addReading(
    registry,
    'gauge',
    'order_paper_backup_is_old',
    '1 when the last good backup is older than twice the interval.',
    () => Number(state().isOld),
  );
};
