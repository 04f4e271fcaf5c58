import { instant, type AppDeps } from './app-deps.ts';
import { queryBuilder } from './db/query-builder.ts';
import type { DevicesTable } from './db/schema.ts';
import { first, run, type Work } from './db/work.ts';
import { uuidv7 } from './uuid.ts';

export type Device = DevicesTable;

export const findDevice = (councilId: string, deviceId: string): Work<Device | null> =>
  first(
    queryBuilder
      .selectFrom('devices')
      .selectAll()
      .where('council_id', '=', councilId)
      .where('id', '=', deviceId),
  );

/** Makes a device of a person and answers its id. A tablet brings a key; the server's own device has none. */
export function* addDevice(
  { now, random }: Pick<AppDeps, 'now' | 'random'>,
  device: Pick<Device, 'council_id' | 'person_id' | 'kind' | 'name' | 'public_key'>,
): Work<string> {
  const id = uuidv7(now(), random);
  yield* run(
    queryBuilder
      .insertInto('devices')
      .values({ ...device, id, created_at: instant(now()), revoked_at: null, last_n: 0 }),
  );
  return id;
}

/** Ends devices by id or by person, for good; answers how many were still good. The server's own is never ended. */
export const revokeDevices = (
  councilId: string,
  which: { readonly column: 'id' | 'person_id'; readonly value: string },
  at: string,
): Work<number> =>
  run(
    queryBuilder
      .updateTable('devices')
      .set({ revoked_at: at })
      .where('council_id', '=', councilId)
      .where(which.column, '=', which.value)
      .where('kind', '=', 'tablet')
      .where('revoked_at', 'is', null),
  );
