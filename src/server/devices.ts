import { uuidv7 } from './uuid.ts';
import { instant, type AppDeps } from './app-deps.ts';
import type { CouncilDatabase } from './db/database.ts';
import type { DevicesTable } from './db/schema.ts';

export type Device = DevicesTable;

export const findDevice = (db: CouncilDatabase, councilId: string, deviceId: string): Device | null =>
  db.first(
    db.query.selectFrom('devices').selectAll().where('council_id', '=', councilId).where('id', '=', deviceId),
  );

/** Makes a device of a person and answers its id. A tablet brings a key; the server's own device has none. */
export const addDevice = (
  { db, now, random }: Pick<AppDeps, 'db' | 'now' | 'random'>,
  device: Pick<Device, 'council_id' | 'person_id' | 'kind' | 'name' | 'public_key'>,
): string => {
  const id = uuidv7(now(), random);
  db.run(
    db.query
      .insertInto('devices')
      .values({ ...device, id, created_at: instant(now()), revoked_at: null, last_n: 0 }),
  );
  return id;
};

/** Ends devices by id or by person, for good; answers how many were still good. The server's own is never ended. */
export const revokeDevices = (
  db: CouncilDatabase,
  councilId: string,
  which: { readonly column: 'id' | 'person_id'; readonly value: string },
  at: string,
): number =>
  db.run(
    db.query
      .updateTable('devices')
      .set({ revoked_at: at })
      .where('council_id', '=', councilId)
      .where(which.column, '=', which.value)
      .where('kind', '=', 'tablet')
      .where('revoked_at', 'is', null),
  );
