import type { DeviceDatabase } from './device-database.ts';
import { readEnrolment } from './enrolment.ts';
import { recoverRecords } from './recover.ts';
import type { RecordsDatabase } from './records-database.ts';
import { withReopen } from './reopen.ts';
import type { SecondCopyDatabase } from './second-copy-database.ts';
import { copyOver, emptyOf, keepEnrolment, letGo, ownerOf } from './second-copy-rows.ts';
import type { SecondCopy } from './second-copy.ts';
import { readUnacknowledged, type Unacknowledged } from './unacknowledged.ts';

/**
 * At the start, and after the first copy was rewritten: makes the second hold what the first does. Where the first
 * began anew it gets back first what only the second has. Never throws; what fails is done at the next start.
 */
export const bringInLine = async (
  device: DeviceDatabase,
  db: RecordsDatabase,
  second: SecondCopy,
): Promise<void> => {
  await second.attemptLong(async (copy) => {
    const enrolment = await readEnrolment(device);
    const owner = ownerOf(db);
    if (enrolment === null || ownerOf(enrolment) !== owner) return;
    if (!(await readUnacknowledged(db)).hasSecondCopy) {
      // Emptied by a sign-out that was not finished: the council has what was here.
      if ((await device.signedOut.get('current')) !== undefined) return emptyOf(copy, owner);
      await recoverRecords(db, copy, enrolment.deviceId);
    }
    await copyRecords(db, copy);
    await keepEnrolment(copy, enrolment);
    // Another tab may have enrolled meanwhile. Where it was left, its note of that keeps this from coming back.
    const now = await readEnrolment(device);
    if (now !== null && now.deviceId !== enrolment.deviceId) await keepEnrolment(copy, now);
  });
};

/**
 * The records and forms alone, as `bringInLine` for a database that is well. What another tab saves meanwhile is not
 * taken away: it asks for the first copy before the second, so the first is read again afterwards.
 */
export const copyRecords = async (db: RecordsDatabase, copy: SecondCopyDatabase): Promise<void> => {
  let here = await read(db);
  // Bounded, for somebody may type without end; the next start comes to the same.
  for (let turns = 0; turns < 5; turns += 1) {
    if (!here.hasSecondCopy) return;
    const extra = await copyOver(copy, ownerOf(db), here);
    const later = await read(db);
    if (!later.hasSecondCopy) return;
    await letGo(copy, without(extra.ids, idsOf(later)));
    const gone = without(extra.keys, keysOf(later));
    await copy.drafts.bulkDelete(gone.map((key): [string, string] => [ownerOf(db), key]));
    if (extra.ids.length + extra.keys.length === 0 && isSame(here, later)) return;
    here = later;
  }
};

const idsOf = ({ records }: Unacknowledged) => records.map(({ event }) => event.id);

const keysOf = ({ drafts }: Unacknowledged) => drafts.map(({ key }) => key);

const without = (all: readonly string[], some: readonly string[]): readonly string[] => {
  const taken = new Set(some);
  return all.filter((one) => !taken.has(one));
};

const isSame = (one: Unacknowledged, other: Unacknowledged): boolean =>
  JSON.stringify([idsOf(one), one.drafts]) === JSON.stringify([idsOf(other), other.drafts]);

const read = (db: RecordsDatabase) => withReopen(db, () => readUnacknowledged(db));
