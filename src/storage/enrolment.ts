import type { Watch } from '../domain/watch.ts';
import type { DeviceDatabase, Enrolment } from './device-database.ts';
import { isQuotaError, withReopen, writeTogether } from './reopen.ts';
import { watchQuery } from './watch-query.ts';

export const readEnrolment = async (db: DeviceDatabase): Promise<Enrolment | null> =>
  (await withReopen(db, () => db.enrolments.get('current')))?.enrolment ?? null;

/** Replaces the enrolment before it, if any, and ends every offer of a key. The records of that person stay in their own database. */
export const saveEnrolment = async (db: DeviceDatabase, enrolment: Enrolment): Promise<void> => {
  await withReopen(db, () =>
    writeTogether(db, [db.enrolments, db.trials, db.signedOut, db.forgotten], async () => {
      await db.enrolments.put({ key: 'current', enrolment });
      await db.trials.clear();
      await db.signedOut.clear();
      await db.forgotten.clear();
    }),
  );
};

/**
 * Forgets who this browser belongs to, key included, and notes that it was meant, unless it has become another
 * device meanwhile. Records and papers are not touched.
 */
export const forgetDevice = async (db: DeviceDatabase, deviceId: string): Promise<void> => {
  await withReopen(db, () =>
    writeTogether(db, [db.enrolments, db.forgotten], async () => {
      const enrolment = (await db.enrolments.get('current'))?.enrolment;
      if (enrolment?.deviceId !== deviceId) return;
      const { councilId, personId } = enrolment;
      await db.forgotten.put({ key: 'current', councilId, personId });
      await db.enrolments.delete('current');
    }),
  );
};

export const watchEnrolment = (db: DeviceDatabase): Watch<Enrolment | null> =>
  watchQuery(db, () => readEnrolment(db));

/**
 * The key pair to offer with a code: the one that was offered with it before, else `fresh`, written and
 * read back. Some browsers refuse a CryptoKey, some give back nothing
 * (https://github.com/dialog-db/dialog-db/pull/473), so this is asked before a code is spent. It stays
 * until an enrolment is saved. Null means: not kept here. Throws where there is only no room.
 */
export const keepKeys = async (
  db: DeviceDatabase,
  codeHash: string,
  fresh: () => Promise<CryptoKeyPair>,
): Promise<CryptoKeyPair | null> => {
  try {
    const before = await withReopen(db, () => db.trials.get(codeHash));
    if (before !== undefined) return before.keys;
    const keys = await fresh();
    await db.trials.put({ key: codeHash, keys });
    return (await db.trials.get(codeHash))?.keys ?? null;
  } catch (cause) {
    if (isQuotaError(cause)) throw cause;
    return null;
  }
};
