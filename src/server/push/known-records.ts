import type { Receipt } from '../../protocol/push.ts';
import { marks, sql, type Work } from '../db/work.ts';
import type { Offered } from './offered.ts';

/** What is known of an event id: the digest it came with and its first receipt. */
export interface Known {
  readonly digest: string;
  /** The receipt as it is repeated, for the `n` under which it is offered now. */
  readonly receipt: (n: number) => Receipt;
}

/** What the council has of the ids that a push names, and what the push itself has added by now. */
export interface KnownRecords {
  readonly find: (id: string) => Known | null;
  /** Who made a record that is in the log, or null. */
  readonly authorOf: (id: string) => string | null;
  /** Whether an id was erased before it came (back): it is kept without its words. */
  readonly isErased: (id: string) => boolean;
  readonly addLogged: (row: LoggedRow) => void;
  readonly addAside: (row: AsideRow) => void;
}

export interface LoggedRow {
  readonly id: string;
  readonly digest: string;
  readonly seq: number;
  readonly receivedAt: string;
  readonly chain: string;
  readonly personId: string;
}

export interface AsideRow {
  readonly id: string;
  readonly digest: string;
  readonly status: 'quarantined' | 'held';
  readonly code: string;
  readonly receivedAt: string;
}

interface ErasedRow {
  readonly id: string;
  readonly status: 'erased';
}

/** Asks once for everything: a push of a hundred events is two questions, not hundreds. */
export function* readKnownRecords(councilId: string, events: readonly Offered[]): Work<KnownRecords> {
  const ids = events.map(({ id }) => id);
  const refs = events.flatMap(({ envelope }) => envelope?.event.refs ?? []);
  const named = padded([...new Set([...ids, ...refs])]);
  const logged = new Map<string, LoggedRow>();
  const aside = new Map<string, AsideRow>();
  for (const row of yield* sql<LoggedRow>(
    `select id, digest, seq, received_at as "receivedAt", chain, person_id as "personId"
     from log where council_id = ? and id in (${marks(named.length)})`,
    councilId,
    ...named,
  )) {
    logged.set(row.id, row);
  }
  const erased = new Set<string>();
  for (const row of yield* sql<AsideRow | ErasedRow>(
    `select id, digest, status, code, received_at as "receivedAt"
     from set_aside where council_id = ? and id in (${marks(named.length)})
     union all
     select id, '', 'erased', '', erased_at from erasures where council_id = ? and id in (${marks(named.length)})`,
    councilId,
    ...named,
    councilId,
    ...named,
  )) {
    if (row.status === 'erased') erased.add(row.id);
    else aside.set(row.id, row);
  }
  return {
    find: (id) => {
      const row = logged.get(id);
      if (row !== undefined) return fromLog(row);
      const kept = aside.get(id);
      return kept === undefined ? null : fromAside(kept);
    },
    authorOf: (id) => logged.get(id)?.personId ?? null,
    isErased: (id) => erased.has(id),
    addLogged: (row) => void logged.set(row.id, row),
    addAside: (row) => void aside.set(row.id, row),
  };
}

const fromLog = ({ id, digest, seq, receivedAt, chain }: LoggedRow): Known => ({
  digest,
  receipt: (n) => ({ id, n, status: 'duplicate', seq, receivedAt, chain }),
});

const fromAside = ({ id, digest, status, code, receivedAt }: AsideRow): Known => ({
  digest,
  receipt: (n) => ({ id, n, status, receivedAt, code }),
});

const lengths = [1, 10, 100, 1000];

/** The list with its last id repeated, so that statements come in few lengths and stay prepared. */
const padded = (ids: readonly string[]): readonly string[] => {
  const last = ids.at(-1);
  if (last === undefined) return [];
  const length = lengths.find((one) => one >= ids.length) ?? ids.length;
  return [...ids, ...Array<string>(length - ids.length).fill(last)];
};
