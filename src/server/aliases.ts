import type { Alias } from '../domain/understood.ts';
import { marks, sql, type Work } from './db/work.ts';

/** An alias of another system, and the id of ours that it stands for. */
export interface KnownAlias {
  readonly alias: Alias;
  readonly ours: string;
}

/** Lists of values in one statement stay far below what both engines take. */
const mostAtOnce = 500;

/** Keeps what other systems call things of ours. What one of their ids stood for before, it stands for no more. */
export function* putAliases(councilId: string, known: readonly KnownAlias[]): Work<void> {
  for (const { alias, ours } of known) {
    // Our own ids are no aliases of anything.
    if (alias.system === 'order-paper') continue;
    yield* sql(
      `insert into aliases (council_id, system, site, kind, theirs, ours) values (?, ?, ?, ?, ?, ?)
       on conflict (council_id, system, site, kind, theirs) do update set ours = excluded.ours`,
      councilId,
      alias.system,
      alias.site ?? '',
      alias.kind,
      alias.id,
      ours,
    );
  }
}

interface AliasRow {
  readonly site: string;
  readonly kind: Alias['kind'];
  readonly theirs: string;
  readonly ours: string;
}

/** What other systems call these of ours. */
export function* aliasesOf(councilId: string, ids: readonly string[]): Work<readonly KnownAlias[]> {
  const found: KnownAlias[] = [];
  for (const part of inParts([...new Set(ids)])) {
    const rows = yield* sql<AliasRow>(
      `select site, kind, theirs, ours from aliases
       where council_id = ? and system = 'moderngov' and ours in (${marks(part.length)})
       order by kind, theirs, site`,
      councilId,
      ...part,
    );
    found.push(...rows.map(toKnown));
  }
  return found;
}

/** Those of these aliases that are known here, each with what it stands for. */
export function* knownAliases(councilId: string, aliases: readonly Alias[]): Work<readonly KnownAlias[]> {
  const theirs = aliases.filter(({ system }) => system === 'moderngov');
  const keys = new Set(theirs.map(aliasKey));
  const found: KnownAlias[] = [];
  for (const part of inParts([...new Set(theirs.map(({ id }) => id))])) {
    const rows = yield* sql<AliasRow>(
      `select site, kind, theirs, ours from aliases
       where council_id = ? and system = 'moderngov' and theirs in (${marks(part.length)})
       order by kind, theirs, site`,
      councilId,
      ...part,
    );
    found.push(...rows.map(toKnown).filter(({ alias }) => keys.has(aliasKey(alias))));
  }
  return found;
}

/** Two aliases with the same key are one. */
export const aliasKey = ({ system, site, kind, id }: Alias): string =>
  JSON.stringify([system, site ?? '', kind, id]);

const toKnown = ({ site, kind, theirs, ours }: AliasRow): KnownAlias => ({
  alias: { system: 'moderngov', site: site === '' ? null : site, kind, id: theirs },
  ours,
});

const inParts = (values: readonly string[]): readonly (readonly string[])[] =>
  Array.from({ length: Math.ceil(values.length / mostAtOnce) }, (_, at) =>
    values.slice(at * mostAtOnce, (at + 1) * mostAtOnce),
  );
