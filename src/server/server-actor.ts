import { instant, type AppDeps } from './app-deps.ts';
import { queryBuilder } from './db/query-builder.ts';
import { first, type Work } from './db/work.ts';
import { addDevice } from './devices.ts';
import { savePerson } from './people.ts';
import { uuidv7 } from './uuid.ts';

/** The server as a named actor: it has a person and a device of its own, with its own count `n`. */
export interface ServerActor {
  readonly deviceId: string;
  readonly personId: string;
  readonly lastN: number;
}

const serverName = 'Order Paper';

export function* findServerActor(councilId: string): Work<ServerActor | null> {
  const row = yield* first(
    queryBuilder
      .selectFrom('devices')
      .select(['id', 'person_id', 'last_n'])
      .where('council_id', '=', councilId)
      .where('kind', '=', 'server'),
  );
  return row === null ? null : { deviceId: row.id, personId: row.person_id, lastN: row.last_n };
}

/** Made together with the council. It holds no grant: it reads nothing and can be enrolled by nobody. */
export function* addServerActor(deps: Pick<AppDeps, 'now' | 'random'>, councilId: string): Work<void> {
  const personId = uuidv7(deps.now(), deps.random);
  const person = { id: personId, name: serverName, role: null, grants: [] };
  yield* savePerson(councilId, person, instant(deps.now()));
  yield* addDevice(deps, {
    council_id: councilId,
    person_id: personId,
    kind: 'server',
    name: serverName,
    public_key: null,
  });
}
