import type { EnrolResponse } from '../protocol/enrol.ts';
import { findCouncil } from './council.ts';
import type { CouncilDatabase } from './db/database.ts';
import { grantsNow } from './people.ts';

/** What a device may know about itself and its person. Throws for a device that is not known. */
export const readSelf = (db: CouncilDatabase, councilId: string, deviceId: string): EnrolResponse => {
  const row = db.sql<{ personId: string; name: string }>(
    `select people.id as personId, people.name from devices
     join people on people.council_id = devices.council_id and people.id = devices.person_id
     where devices.council_id = ? and devices.id = ?`,
    councilId,
    deviceId,
  )[0];
  const epoch = findCouncil(db)?.epoch;
  if (row === undefined || epoch === undefined) throw new Error('a device that is not known has no self');
  const grants = grantsNow(db, councilId, row.personId).map((grant) => ({ ...grant }));
  return { deviceId, personId: row.personId, name: row.name, councilId, epoch, grants };
};
