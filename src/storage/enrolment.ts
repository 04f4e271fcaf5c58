import type { Watch } from '../domain/watch.ts';
import type { DeviceDatabase, Enrolment } from './device-database.ts';
import { watchQuery } from './watch-query.ts';

export const readEnrolment = async (db: DeviceDatabase): Promise<Enrolment | null> =>
  (await db.enrolments.get('current'))?.enrolment ?? null;

/** Replaces the enrolment before it, if any. The records of that person stay in their own database. */
export const saveEnrolment = async (db: DeviceDatabase, enrolment: Enrolment): Promise<void> => {
  await db.transaction('rw', db.enrolments, () => db.enrolments.put({ key: 'current', enrolment }));
};

/** Forgets who this browser belongs to, key included. Records and papers are not touched. */
export const forgetEnrolment = async (db: DeviceDatabase): Promise<void> => {
  await db.transaction('rw', db.enrolments, () => db.enrolments.delete('current'));
};

export const watchEnrolment = (db: DeviceDatabase): Watch<Enrolment | null> =>
  watchQuery(db, () => readEnrolment(db));
