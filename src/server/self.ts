import type { EnrolResponse } from '../protocol/enrol.ts';
import { findCouncil } from './council.ts';
import { sql, type Work } from './db/work.ts';
import { grantsNow } from './people.ts';

/** What a device may know about itself and its person. Throws for a device that is not known. */
export function* readSelf(councilId: string, deviceId: string): Work<EnrolResponse> {
  const [row] = yield* sql<{ personId: string; name: string }>(
    `select people.id as "personId", people.name from devices
     join people on people.council_id = devices.council_id and people.id = devices.person_id
     where devices.council_id = ? and devices.id = ?`,
    councilId,
    deviceId,
  );
  const epoch = (yield* findCouncil())?.epoch;
  if (row === undefined || epoch === undefined) throw new Error('a device that is not known has no self');
  const grants = (yield* grantsNow(councilId, row.personId)).map((grant) => ({ ...grant }));
  return { deviceId, personId: row.personId, name: row.name, councilId, epoch, grants };
}
