import type { CouncilDatabase } from './db/database.ts';
import { scopesOf, type ScopeGrant } from './readers.ts';
import type { Person } from './council-store.ts';

/** The grants that hold now. */
export const grantsNow = (db: CouncilDatabase, councilId: string, personId: string): readonly ScopeGrant[] =>
  db.sql<ScopeGrant>(
    `select role, committee_id as committeeId from grants
     where council_id = ? and person_id = ? and ended is null order by ordinal`,
    councilId,
    personId,
  );

/** What a person could read at one version of their permissions; at version 0, before any, nothing. */
export const scopesAt = (
  db: CouncilDatabase,
  councilId: string,
  personId: string,
  perm: number,
): readonly string[] => {
  if (perm === 0) return [];
  const grants = db.sql<ScopeGrant>(
    `select role, committee_id as committeeId from grants
     where council_id = ? and person_id = ? and began <= ? and (ended is null or ended > ?) order by ordinal`,
    councilId,
    personId,
    perm,
    perm,
  );
  return scopesOf(personId, grants);
};

/** Everybody but the server itself, by name. */
export const listPeople = (db: CouncilDatabase, councilId: string): readonly Person[] =>
  db
    .all(
      db.query
        .selectFrom('people')
        .select(['id', 'name', 'role'])
        .where('council_id', '=', councilId)
        .where(
          'id',
          'not in',
          db.query.selectFrom('devices').select('person_id').where('kind', '=', 'server'),
        )
        .orderBy('name')
        .orderBy('id'),
    )
    .map((person) => ({ ...person, grants: grantsNow(db, councilId, person.id) }));

/**
 * Adds a person or changes one. Grants that are not in the list end, new ones begin, and the permission
 * version moves only when they differ: it makes every device of the person fetch again.
 */
export const savePerson = (db: CouncilDatabase, councilId: string, person: Person, at: string): void =>
  db.write(() => {
    const known = db.first(
      db.query
        .selectFrom('people')
        .select(['perm'])
        .where('council_id', '=', councilId)
        .where('id', '=', person.id),
    );
    const { id, name, role } = person;
    if (known === null) {
      db.run(db.query.insertInto('people').values({ council_id: councilId, id, name, role, perm: 1 }));
      addGrants(db, councilId, person, { perm: 1, at });
      return;
    }
    db.run(
      db.query
        .updateTable('people')
        .set({ name, role })
        .where('council_id', '=', councilId)
        .where('id', '=', id),
    );
    if (sameGrants(grantsNow(db, councilId, id), person.grants)) return;
    const perm = known.perm + 1;
    endGrants(db, councilId, id, { perm, at });
    addGrants(db, councilId, person, { perm, at });
  });

interface Moment {
  readonly perm: number;
  readonly at: string;
}

const endGrants = (db: CouncilDatabase, councilId: string, personId: string, moment: Moment): void => {
  db.run(
    db.query
      .updateTable('grants')
      .set({ ended: moment.perm, ended_at: moment.at })
      .where('council_id', '=', councilId)
      .where('person_id', '=', personId)
      .where('ended', 'is', null),
  );
  db.run(
    db.query
      .updateTable('people')
      .set({ perm: moment.perm })
      .where('council_id', '=', councilId)
      .where('id', '=', personId),
  );
};

const addGrants = (db: CouncilDatabase, councilId: string, person: Person, moment: Moment): void => {
  const count = db.first(
    db.query
      .selectFrom('grants')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('council_id', '=', councilId)
      .where('person_id', '=', person.id),
  );
  for (const [index, grant] of person.grants.entries()) {
    db.run(
      db.query.insertInto('grants').values({
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
};

const sameGrants = (left: readonly ScopeGrant[], right: readonly ScopeGrant[]): boolean =>
  JSON.stringify(left.map(grantKey).toSorted()) === JSON.stringify(right.map(grantKey).toSorted());

const grantKey = (grant: ScopeGrant): string => `${grant.role} ${grant.committeeId ?? ''}`;
