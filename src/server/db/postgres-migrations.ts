import { migrations } from './migrations.ts';

/**
 * The same steps for PostgreSQL, made from SQLite's where they say the same: both engines always have the
 * same tables at the same version. What differs is how rows are kept from being changed.
 */
export const postgresMigrations: readonly string[] = migrations.map((step) =>
  step
    .replaceAll(/\) strict(, without rowid)?;/g, ');')
    .replaceAll(/\breal\b/g, 'double precision')
    .replaceAll(/\binteger\b/g, 'bigint')
    .replaceAll(
      /create trigger (\w+) before (update|delete) on (\w+) begin select raise\(abort, '[^']*'\); end;/g,
      'create trigger $1 before $2 on $3 for each row execute function refuse_change();',
    ),
);

/** Made before the first step: what the triggers call, where the version stands, and what counts the commits. */
export const postgresPreparation = `
create table schema_version (version integer not null);
insert into schema_version values (0);
create sequence changes;
create function refuse_change() returns trigger language plpgsql as
  $$ begin raise exception 'the log is append-only'; end $$;
`;
