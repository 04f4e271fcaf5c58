import type { Watch } from '../domain/watch.ts';
import type { DeviceDatabase, Enrolment } from './device-database.ts';
import { withReopen } from './reopen.ts';
import { watchQuery } from './watch-query.ts';

export const readEnrolment = async (db: DeviceDatabase): Promise<Enrolment | null> =>
  (await withReopen(db, () => db.enrolments.get('current')))?.enrolment ?? null;

/** Replaces the enrolment before it, if any. The records of that person stay in their own database. */
export const saveEnrolment = async (db: DeviceDatabase, enrolment: Enrolment): Promise<void> => {
  await withReopen(db, () => db.enrolments.put({ key: 'current', enrolment }));
};

/** Forgets who this browser belongs to, key included. Records and papers are not touched. */
export const forgetEnrolment = async (db: DeviceDatabase): Promise<void> => {
  await withReopen(db, () => db.enrolments.delete('current'));
};

export const watchEnrolment = (db: DeviceDatabase): Watch<Enrolment | null> =>
  watchQuery(db, () => readEnrolment(db));

/**
 * Writes a key pair, reads it back and removes it: some browsers refuse a CryptoKey, some give back nothing
 * (https://github.com/dialog-db/dialog-db/pull/473). Asked before a code is spent. Null means: not kept here.
 */
export const tryKeys = async (db: DeviceDatabase, keys: CryptoKeyPair): Promise<CryptoKeyPair | null> => {
  try {
    await db.trials.put({ key: 'trial', keys });
    const row = await db.trials.get('trial');
    await db.trials.delete('trial');
    return row?.keys ?? null;
  } catch {
    return null;
  }
};
