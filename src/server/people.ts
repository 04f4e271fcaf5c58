import { queryBuilder } from './db/query-builder.ts';
import { all, first, run, sql, type Work } from './db/work.ts';
import { scopesOf, type ScopeGrant } from './readers.ts';
import type { Person } from './council-store.ts';

/** The grants that hold now. */
export const grantsNow = (councilId: string, personId: string): Work<readonly ScopeGrant[]> =>
  sql<ScopeGrant>(
    `select role, committee_id as "committeeId" from grants
     where council_id = ? and person_id = ? and ended is null order by ordinal`,
    councilId,
    personId,
  );

/** What a person could read at one version of their permissions; at version 0, before any, nothing. */
export const scopesAt = (councilId: string, personId: string, perm: number): Work<readonly string[]> =>
  scopesSince(councilId, personId, perm, perm + 1);

/** What a person could read at any version from `from` on, up to the one before `end`. */
export function* scopesSince(
  councilId: string,
  personId: string,
  from: number,
  end: number,
): Work<readonly string[]> {
  if (end <= 1) return [];
  const grants = yield* sql<ScopeGrant>(
    `select role, committee_id as "committeeId" from grants
     where council_id = ? and person_id = ? and began < ? and (ended is null or ended > ?) order by ordinal`,
    councilId,
    personId,
    end,
    from,
  );
  return scopesOf(personId, grants);
}

/** Everybody but the server itself, by name. */
export function* listPeople(councilId: string): Work<readonly Person[]> {
  const rows = yield* all(
    queryBuilder
      .selectFrom('people')
      .select(['id', 'name', 'role'])
      .where('council_id', '=', councilId)
      .where(
        'id',
        'not in',
        queryBuilder.selectFrom('devices').select('person_id').where('kind', '=', 'server'),
      )
      .orderBy('name')
      .orderBy('id'),
  );
  const people: Person[] = [];
  for (const row of rows) people.push({ ...row, grants: yield* grantsNow(councilId, row.id) });
  return people;
}

/**
 * Adds a person or changes one. Grants that are not in the list end, new ones begin, and the permission
 * version moves only when they differ: it makes every device of the person fetch again.
 */
export function* savePerson(councilId: string, person: Person, at: string): Work<void> {
  const { id, name, role } = person;
  const known = yield* first(
    queryBuilder
      .selectFrom('people')
      .select(['perm'])
      .where('council_id', '=', councilId)
      .where('id', '=', id),
  );
  if (known === null) {
    yield* run(queryBuilder.insertInto('people').values({ council_id: councilId, id, name, role, perm: 1 }));
    yield* addGrants(councilId, person, { perm: 1, at });
    return;
  }
  yield* run(
    queryBuilder
      .updateTable('people')
      .set({ name, role })
      .where('council_id', '=', councilId)
      .where('id', '=', id),
  );
  if (sameGrants(yield* grantsNow(councilId, id), person.grants)) return;
  const perm = known.perm + 1;
  yield* endGrants(councilId, id, { perm, at });
  yield* addGrants(councilId, person, { perm, at });
}

interface Moment {
  readonly perm: number;
  readonly at: string;
}

function* endGrants(councilId: string, personId: string, moment: Moment): Work<void> {
  yield* run(
    queryBuilder
      .updateTable('grants')
      .set({ ended: moment.perm, ended_at: moment.at })
      .where('council_id', '=', councilId)
      .where('person_id', '=', personId)
      .where('ended', 'is', null),
  );
  yield* run(
    queryBuilder
      .updateTable('people')
      .set({ perm: moment.perm })
      .where('council_id', '=', councilId)
      .where('id', '=', personId),
  );
}

function* addGrants(councilId: string, person: Person, moment: Moment): Work<void> {
  const count = yield* first(
    queryBuilder
      .selectFrom('grants')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('council_id', '=', councilId)
      .where('person_id', '=', person.id),
  );
  for (const [index, grant] of person.grants.entries()) {
    yield* run(
      queryBuilder.insertInto('grants').values({
        council_id: councilId,
        person_id: person.id,
        ordinal: (count?.count ?? 0) + index,
        role: grant.role,
        committee_id: grant.committeeId,
        began: moment.perm,
        began_at: moment.at,
        ended: null,
        ended_at: null,
      }),
    );
  }
}

const sameGrants = (left: readonly ScopeGrant[], right: readonly ScopeGrant[]): boolean =>
  JSON.stringify(left.map(grantKey).toSorted()) === JSON.stringify(right.map(grantKey).toSorted());

const grantKey = (grant: ScopeGrant): string => `${grant.role} ${grant.committeeId ?? ''}`;
