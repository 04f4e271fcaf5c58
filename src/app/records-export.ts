import { watchMyRecords } from '../storage/records.ts';
import { firstValue } from './records-watch.ts';
import type { Services } from './services.ts';

/** A file to be saved by the person: its name and its JSON text. */
export interface RecordsFile {
  readonly name: string;
  readonly text: string;
  readonly count: number;
}

/**
 * Every record that the council has not acknowledged, whole and with its digest, so that a clerk can take
 * it from a file when a tablet cannot send. The file holds what was said: the person keeps it safe.
 */
export const exportUnsent = async ({ records, enrolment, now }: Services): Promise<RecordsFile> => {
  const mine = await firstValue(watchMyRecords(records));
  const unsent = mine.filter(({ state }) => state === 'pending').toReversed();
  const at = new Date(now()).toISOString();
  const content = {
    format: 'order-paper-records',
    version: 1,
    exportedAt: at,
    councilId: enrolment.councilId,
    personId: enrolment.personId,
    deviceId: enrolment.deviceId,
    records: unsent.map(({ event, digest, queuedAt }) => ({
      queuedAt: new Date(queuedAt).toISOString(),
      digest,
      event,
    })),
  };
  return {
    name: `order-paper-records-${at.slice(0, 10)}.json`,
    text: `${JSON.stringify(content, null, 2)}\n`,
    count: unsent.length,
  };
};
