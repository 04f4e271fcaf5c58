import type { Command, CommandIo } from '../command-io.ts';
import type { Person } from '../council-store.ts';
import { queryBuilder } from '../db/query-builder.ts';
import { all, type Work } from '../db/work.ts';
import { fail, withCouncil } from '../folder/with-folder.ts';
import { listPeople } from '../people.ts';
import { addNewPerson, readGrant } from './new-person.ts';
import { readFlags, usageSentence } from './read-flags.ts';

const usage = 'people [add --name NAME [--role member|clerk] [--committee ID]] [--json]';
const options = {
  name: { type: 'string' },
  role: { type: 'string' },
  committee: { type: 'string' },
  json: { type: 'boolean' },
} as const;

/**
 * Lists everybody with their grants and devices: where the ids for `invite` and `revoke` come from.
 * `people add` adds somebody.
 */
export const runPeople: Command = async (args, io) => {
  const flags = readFlags(args, options, usage);
  if (!flags.ok) return fail(io, flags.error);
  const { name, role, committee, json } = flags.value.values;
  const grant = readGrant(role, committee);
  if (!grant.ok) return fail(io, grant.error);
  const adds = flags.value.words.join(' ') === 'add';
  if ((flags.value.words.length > 0 && !adds) || adds !== (name !== undefined)) {
    return fail(io, usageSentence(usage));
  }
  return withCouncil(io, async (folder, store, council) => {
    if (name !== undefined) {
      const added = await addNewPerson(store, name, grant.value);
      io.print(json === true ? JSON.stringify(added) : `${added.id}  ${added.name}`);
      return 0;
    }
    const people = await folder.db.read(() => listWithDevices(council.id));
    if (json === true) io.print(JSON.stringify(people));
    else for (const person of people) printPerson(io, person);
    return 0;
  });
};

interface DeviceLine {
  readonly id: string;
  readonly name: string;
  readonly revokedAt: string | null;
}

interface PersonWithDevices extends Person {
  readonly devices: readonly DeviceLine[];
}

function* listWithDevices(councilId: string): Work<readonly PersonWithDevices[]> {
  const people: PersonWithDevices[] = [];
  for (const person of yield* listPeople(councilId)) {
    people.push({ ...person, devices: yield* devicesOf(councilId, person.id) });
  }
  return people;
}

const devicesOf = (councilId: string, personId: string): Work<readonly DeviceLine[]> =>
  all(
    queryBuilder
      .selectFrom('devices')
      .select(['id', 'name', 'revoked_at as revokedAt'])
      .where('council_id', '=', councilId)
      .where('person_id', '=', personId)
      .orderBy('created_at'),
  );

const printPerson = (io: CommandIo, person: PersonWithDevices): void => {
  const roles = person.grants.map((grant) => grant.role).join(', ');
  io.print(`${person.id}  ${person.name}  ${roles === '' ? 'no role now' : roles}`);
  for (const device of person.devices) {
    io.print(`    device ${device.id}  ${device.name}${device.revokedAt === null ? '' : '  revoked'}`);
  }
};
