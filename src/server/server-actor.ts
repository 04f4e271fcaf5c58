import type { AppDeps } from './app-deps.ts';
import { addDevice } from './devices.ts';
import { savePerson } from './people.ts';
import { instant } from './app-deps.ts';
import { uuidv7 } from './uuid.ts';

/** The server as a named actor: it has a person and a device of its own, with its own count `n`. */
export interface ServerActor {
  readonly deviceId: string;
  readonly personId: string;
  readonly lastN: number;
}

const serverName = 'Order Paper';

export const findServerActor = (db: AppDeps['db'], councilId: string): ServerActor | null => {
  const row = db.first(
    db.query
      .selectFrom('devices')
      .select(['id', 'person_id', 'last_n'])
      .where('council_id', '=', councilId)
      .where('kind', '=', 'server'),
  );
  return row === null ? null : { deviceId: row.id, personId: row.person_id, lastN: row.last_n };
};

/** Made together with the council. It holds no grant: it reads nothing and can be enrolled by nobody. */
export const addServerActor = (deps: Pick<AppDeps, 'db' | 'now' | 'random'>, councilId: string): void => {
  const personId = uuidv7(deps.now(), deps.random);
  savePerson(
    deps.db,
    councilId,
    { id: personId, name: serverName, role: null, grants: [] },
    instant(deps.now()),
  );
  addDevice(deps, {
    council_id: councilId,
    person_id: personId,
    kind: 'server',
    name: serverName,
    public_key: null,
  });
};
