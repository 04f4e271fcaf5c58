import type { Command, CommandIo } from '../command-io.ts';
import type { CouncilStore, Person } from '../council-store.ts';
import type { Grant } from '../../protocol/enrol.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { fail, withCouncil } from '../folder/with-folder.ts';
import { addNewPerson, readGrant } from './new-person.ts';
import { readFlags, usageSentence } from './read-flags.ts';

const usage = 'invite --person ID | --name NAME [--role member|clerk] [--committee ID] [--json]';

const options = {
  person: { type: 'string' },
  name: { type: 'string' },
  role: { type: 'string' },
  committee: { type: 'string' },
  json: { type: 'boolean' },
} as const;

interface Wanted {
  readonly person: string | null;
  readonly name: string | null;
  readonly grant: Grant | null;
}

/** Makes an enrolment code for a person; `--name` adds one who is not known yet. */
export const runInvite: Command = async (args, io) => {
  const flags = readFlags(args, options, usage);
  if (!flags.ok) return fail(io, flags.error);
  const { person, name, role, committee, json } = flags.value.values;
  if ((person === undefined) === (name === undefined) || flags.value.words.length > 0) {
    return fail(io, usageSentence(usage));
  }
  const grant = readGrant(role, committee);
  if (!grant.ok) return fail(io, grant.error);
  return withCouncil(io, async (_folder, store) => {
    const found = await personFor(store, { person: person ?? null, name: name ?? null, grant: grant.value });
    if (!found.ok) return fail(io, found.error);
    await printInvitation(io, store, found.value, json === true);
    return 0;
  });
};

const printInvitation = async (
  io: CommandIo,
  store: CouncilStore,
  person: Person,
  json: boolean,
): Promise<void> => {
  const invitation = await store.invite(person.id);
  if (json) io.print(JSON.stringify({ personId: person.id, name: person.name, ...invitation }));
  else io.print(`${person.name}: ${invitation.code}  (one tablet, until ${invitation.expiresAt})`);
};

const personFor = async (store: CouncilStore, wanted: Wanted): Promise<Result<Person, string>> => {
  const people = await store.listPeople();
  const matches = people.filter(
    (person) => person.id === wanted.person || (wanted.name !== null && person.name === wanted.name),
  );
  const [known] = matches;
  if (matches.length > 1) {
    return err(
      `Several people are called "${wanted.name}": choose one with --person, from "order-paper people".`,
    );
  }
  if (known === undefined) {
    return wanted.name === null
      ? err(`Nobody has the id "${wanted.person}": see "order-paper people".`)
      : ok(await addNewPerson(store, wanted.name, wanted.grant));
  }
  const { grant } = wanted;
  if (grant === null || known.grants.some((held) => isSame(held, grant))) return ok(known);
  const changed = { ...known, grants: [...known.grants, grant] };
  await store.addPerson(changed);
  return ok(changed);
};

const isSame = (left: Grant, right: Grant): boolean =>
  left.role === right.role && left.committeeId === right.committeeId;
