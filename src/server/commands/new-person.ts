import * as v from 'valibot';
import { err, ok, type Result } from '../../domain/result.ts';
import type { Grant } from '../../protocol/enrol.ts';
import { UuidSchema } from '../../protocol/event-schema.ts';
import type { CouncilStore, Person } from '../council-store.ts';
import { uuidv7 } from '../uuid.ts';

/** The grant that `--role` and `--committee` name, null without a role, or a sentence. */
export const readGrant = (
  role: string | undefined,
  committee: string | undefined,
): Result<Grant | null, string> => {
  if (role === undefined) {
    return committee === undefined
      ? ok(null)
      : err('A committee needs a role: add --role member or --role clerk.');
  }
  if (role !== 'member' && role !== 'clerk') return err(`A role is "member" or "clerk", not "${role}".`);
  if (committee !== undefined && !v.safeParse(UuidSchema, committee).success) {
    return err(`A committee is named by its id, as the manifest has it, not by "${committee}".`);
  }
  return ok({ role, committeeId: committee ?? null });
};

/** Adds somebody who is not known yet: a member, unless the grant says otherwise. */
export const addNewPerson = async (
  store: CouncilStore,
  name: string,
  grant: Grant | null,
): Promise<Person> => {
  const grants = [grant ?? { role: 'member' as const, committeeId: null }];
  const person = { id: uuidv7(store.now(), store.random), name, role: null, grants };
  await store.addPerson(person);
  return person;
};
