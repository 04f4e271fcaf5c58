import type { DeviceDatabase, Enrolment } from './device-database.ts';
import { changeMeta, readMeta } from './meta.ts';
import { changeEpoch } from './outbox.ts';
import type { RecordsDatabase } from './records-database.ts';
import { writeUnknown } from './save-events.ts';
import { withReopen, writeTogether } from './reopen.ts';
import type { KeptRecord, SecondCopyDatabase } from './second-copy-database.ts';
import { emptyOf, ownerOf, readKept } from './second-copy-rows.ts';
import type { SecondCopy } from './second-copy.ts';

/**
 * For a tablet that belongs to nobody: gives back who it belongs to and what was not sent, where the browser threw
 * its first copy away, and answers whether it belongs to somebody now. Each step may be done again: the
 * enrolment is the last of them. What was left or signed out on purpose stays gone, and what the second copy
 * still has of it goes too.
 */
export const recoverTablet = async (
  device: DeviceDatabase,
  second: SecondCopy,
  openRecords: (councilId: string, personId: string) => RecordsDatabase,
): Promise<boolean> => {
  const recovered = await second.attemptLong(async (copy) => {
    if (await finishForgetting(device, copy)) return false;
    const enrolment = (await copy.enrolments.get('current'))?.enrolment;
    if (enrolment === undefined) return false;
    const records = openRecords(enrolment.councilId, enrolment.personId);
    try {
      await recoverRecords(records, copy, enrolment.deviceId);
    } finally {
      records.close();
    }
    return putBack(device, enrolment);
  });
  return recovered.ok && recovered.value;
};

/** Whether this browser was left or signed out; then the second copy forgets it as well. */
const finishForgetting = async (device: DeviceDatabase, copy: SecondCopyDatabase): Promise<boolean> => {
  const forgotten = await withReopen(device, () => device.forgotten.get('current'));
  if (forgotten === undefined) return false;
  const wasSignedOut = (await device.signedOut.get('current')) !== undefined;
  // Who leaves by themselves keeps what was not sent, here as in the first copy.
  if (wasSignedOut) await emptyOf(copy, ownerOf(forgotten));
  await copy.enrolments.clear();
  return true;
};

const putBack = (device: DeviceDatabase, enrolment: Enrolment): Promise<boolean> =>
  withReopen(device, () =>
    writeTogether(device, [device.enrolments, device.forgotten], async () => {
      const [current, forgotten] = await Promise.all([
        device.enrolments.get('current'),
        device.forgotten.get('current'),
      ]);
      // Left, enrolled or recovered in another tab since.
      if (forgotten !== undefined) return false;
      if (current !== undefined) return true;
      await device.enrolments.put({ key: 'current', enrolment });
      return true;
    }),
  );

// No server's. So the first contact says which number comes next, as after a restore, before anything is sent.
const unknownEpoch = 'recovered';

/**
 * Puts what the second copy has of this person, and the first does not, back into the first, in the order of saving;
 * one transaction. Does nothing where the first is the one that the second was made of. A record that the council
 * has received meanwhile is offered again, and known by its id.
 */
export const recoverRecords = async (
  db: RecordsDatabase,
  copy: SecondCopyDatabase,
  deviceId: string,
): Promise<void> => {
  const kept = await readKept(copy, ownerOf(db));
  await withReopen(db, () =>
    writeTogether(db, db.tables, async () => {
      const meta = await readMeta(db);
      if (meta.hasSecondCopy === true) return;
      const counting = meta.deviceId ?? deviceId;
      if (kept !== null) {
        await changeMeta(db, { deviceId: counting });
        for (const press of pressesOf(kept.records)) await putRecords(db, counting, press);
        const begun = new Set(await db.drafts.toCollection().primaryKeys());
        await db.drafts.bulkPut(kept.drafts.filter(({ key }) => !begun.has(key)));
        await changeEpoch(db, { deviceId: counting, epoch: unknownEpoch, next: 1 });
      }
      await changeMeta(db, { hasSecondCopy: true });
    }),
  );
};

/** Records that were saved at one moment, together; a form may come to several. */
const pressesOf = (records: readonly KeptRecord[]): readonly (readonly KeptRecord[])[] => {
  const presses: KeptRecord[][] = [];
  for (const record of records) {
    const last = presses.at(-1);
    if (last !== undefined && last[0]?.queuedAt === record.queuedAt) last.push(record);
    else presses.push([record]);
  }
  return presses;
};

const putRecords = async (
  db: RecordsDatabase,
  deviceId: string,
  press: readonly KeptRecord[],
): Promise<void> => {
  const queuedAt = press[0]?.queuedAt ?? 0;
  const made = press.map(({ event, digest }) => ({ event, digest }));
  await writeUnknown(db, { deviceId, made, draft: null, queuedAt });
};
