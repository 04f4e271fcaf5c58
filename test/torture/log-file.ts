import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import * as v from 'valibot';
import type { Receipt } from '../../src/domain/receipt.ts';

/** One row of what the council's file holds: taken into the log, or set aside. */
export interface Kept {
  readonly id: string;
  readonly deviceId: string;
  readonly n: number;
  readonly digest: string;
  /** Null for what was set aside. */
  readonly seq: number | null;
  readonly chain: string | null;
}

const RowSchema = v.object({
  id: v.string(),
  deviceId: v.string(),
  n: v.number(),
  digest: v.string(),
  seq: v.nullable(v.number()),
  chain: v.nullable(v.string()),
});

/** Reads the file beside its server or after its death; never writes. In the log's order, set aside last. */
export const readKept = (dataDir: string): readonly Kept[] => {
  const handle = new DatabaseSync(join(dataDir, 'council.sqlite'), { readOnly: true, timeout: 5000 });
  try {
    const rows = handle
      .prepare(
        `select * from (
           select id, device_id as deviceId, n, digest, seq, chain from log where type <> 'meeting.publish'
           union all select id, device_id, n, digest, null, null from set_aside)
         order by seq is null, seq`,
      )
      .all();
    return v.parse(v.array(RowSchema), rows);
  } finally {
    handle.close();
  }
};

/** What a tablet was told of its records. */
export interface Told {
  readonly who: string;
  /** Ids in the order of saving. */
  readonly said: readonly string[];
  readonly receipts: ReadonlyMap<string, Receipt>;
}

/** Every receipt that the file does not bear out, and every record that it holds twice. */
export const brokenReceipts = (kept: readonly Kept[], told: readonly Told[]): readonly string[] => {
  const rowsOf = Map.groupBy(kept, ({ id }) => id);
  const doubled = [...rowsOf].filter(([, rows]) => rows.length > 1).map(([id]) => `${id} is kept twice`);
  const broken = told.flatMap(({ who, receipts }) =>
    [...receipts].flatMap(([id, receipt]) => {
      const row = rowsOf.get(id)?.[0];
      if (row === undefined) return [`${who} has a receipt for ${id}, which is gone`];
      const taken = receipt.status === 'applied' || receipt.status === 'duplicate';
      const agrees = taken
        ? row.seq === receipt.seq && row.chain === receipt.chain
        : row.seq === null && row.chain === null;
      return agrees ? [] : [`${who}'s receipt for ${id} is not what the log says`];
    }),
  );
  return [...doubled, ...broken];
};

/** What is wrong when everything should have arrived: once, in the order of saving, with a receipt. */
export const notArrived = (kept: readonly Kept[], told: readonly Told[]): readonly string[] => {
  const seqOf = new Map(kept.map(({ id, seq }) => [id, seq]));
  return told.flatMap(({ who, said, receipts }) => {
    const faults: string[] = [];
    let last = 0;
    for (const id of said) {
      if (!receipts.has(id)) faults.push(`${who} has no receipt for ${id}`);
      const seq = seqOf.get(id);
      if (typeof seq !== 'number') faults.push(`${id} of ${who} never came into the log`);
      else if (seq < last) faults.push(`${id} of ${who} is out of order`);
      else last = seq;
    }
    return faults;
  });
};

/** Records of these devices in the log that nobody said, and gaps in their numbers. */
export const strangersAndGaps = (kept: readonly Kept[], told: readonly Told[]): readonly string[] => {
  const known = new Set(told.flatMap(({ said }) => said));
  const strangers = kept.filter(({ id }) => !known.has(id)).map(({ id }) => `nobody said ${id}`);
  const numbers = Map.groupBy(kept, ({ deviceId }) => deviceId);
  const gaps = [...numbers].flatMap(([deviceId, rows]) => {
    const ns = rows.map(({ n }) => n).toSorted((a, b) => a - b);
    return ns.every((n, index) => n === index + 1) ? [] : [`the numbers of device ${deviceId} have a gap`];
  });
  return [...strangers, ...gaps];
};
