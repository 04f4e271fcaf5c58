import { migrations } from './migrations.ts';

// A trigger's condition cannot look into another table here, so it stands in the function: nothing but the
// named column may change, to nothing, in a row whose id is listed as erased.
const refuseUnlessErased = `
create function refuse_unless_erased() returns trigger language plpgsql as $$ begin
  if to_jsonb(new) ->> tg_argv[0] = '' and to_jsonb(new) - tg_argv[0] = to_jsonb(old) - tg_argv[0]
    and exists (select 1 from erasures where council_id = old.council_id and id = old.id)
  then return new; end if;
  raise exception 'the log is append-only';
end $$;
`;

/** What a step needs ahead of it that SQLite has no word for. */
const ahead: readonly string[] = ['', refuseUnlessErased];

/**
 * The same steps for PostgreSQL, made from SQLite's where they say the same: both engines always have the
 * same tables at the same version. What differs is how rows are kept from being changed.
 */
export const postgresMigrations: readonly string[] = migrations.map((step, index) =>
  `${ahead[index] ?? ''}${step}`
    .replaceAll(/\) strict(, without rowid)?;/g, ');')
    .replaceAll(/\breal\b/g, 'double precision')
    .replaceAll(/\binteger\b/g, 'bigint')
    .replaceAll(
      /create trigger (\w+) before (update|delete) on (\w+) begin select raise\(abort, '[^']*'\); end;/g,
      'create trigger $1 before $2 on $3 for each row execute function refuse_change();',
    )
    .replaceAll(/drop trigger (\w+)_no_update;/g, 'drop trigger $1_no_update on $1;')
    .replaceAll(
      /create trigger (\w+) before update on (\w+) when not \(new\.(\w+) = ''[^;]*; end;/g,
      "create trigger $1 before update on $2 for each row execute function refuse_unless_erased('$3');",
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
