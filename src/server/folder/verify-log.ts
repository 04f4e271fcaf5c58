import * as v from 'valibot';
import { chainInput, digestInput } from '../../domain/digest.ts';
import { LooseEventSchema, parseEvent } from '../../protocol/event-schema.ts';
import { firstLink } from '../council.ts';
import { sql, type Work } from '../db/work.ts';
import type { CouncilTable } from '../db/schema.ts';
import { sha256Hex } from '../sha256.ts';
import type { VerifyFault } from './verify-fault.ts';

const pageSize = 1000;

interface Row {
  readonly seq: number;
  readonly id: string;
  readonly digest: string;
  readonly event: string;
  readonly received_at: string;
  readonly chain: string;
  readonly readers: number;
  readonly erased: number;
}

export interface LogVerification {
  readonly records: number;
  readonly setAside: number;
  /** Records of which only the digest is left. */
  readonly erased: number;
  readonly faults: readonly VerifyFault[];
}

/** Recomputes every digest and every link from the first record on, and compares the head with what the council row says. */
export function* verifyLog(council: CouncilTable): Work<LogVerification> {
  const faults: VerifyFault[] = [];
  let link = firstLink(council.id);
  let last = 0;
  let erased = 0;
  for (let rows = yield* page(council.id, 0); rows.length > 0; rows = yield* page(council.id, last)) {
    for (const row of rows) {
      const where = String(row.seq);
      if (row.seq !== last + 1) faults.push({ kind: 'gap-in-log', where });
      // What was erased cannot be compared any more; its digest still stands in the chain.
      if (row.erased > 0) erased += 1;
      if (row.erased > 0 && row.event !== '') faults.push({ kind: 'not-erased', where });
      if (row.erased === 0 && !isWhatWasSaid(row)) faults.push({ kind: 'digest-mismatch', where });
      if (row.chain !== sha256Hex(chainInput(link, row.digest, row.seq, row.received_at))) {
        faults.push({ kind: 'chain-broken', where });
      }
      if (row.readers === 0) faults.push({ kind: 'no-readers', where });
      // The link as it is kept: one altered record is one fault, not a fault in all that follow.
      link = row.chain;
      last = row.seq;
    }
  }
  if (council.seq !== last || council.chain !== link)
    faults.push({ kind: 'head-mismatch', where: String(last) });
  const [aside] = yield* sql<{ count: number }>('select count(*) as count from set_aside');
  return {
    records: last,
    erased,
    setAside: aside?.count ?? 0,
    faults: [...faults, ...(yield* receiptFaults(council.id))],
  };
}

const page = (councilId: string, after: number): Work<readonly Row[]> =>
  sql<Row>(
    `select seq, id, digest, event, received_at, chain,
       (select count(*) from readers where readers.council_id = log.council_id and readers.seq = log.seq) as readers,
       (select count(*) from erasures where erasures.council_id = log.council_id and erasures.id = log.id) as erased
     from log where council_id = ? and seq > ? order by seq limit ?`,
    councilId,
    after,
    pageSize,
  );

const isWhatWasSaid = (row: Row): boolean => {
  try {
    const event = parseEvent(v.parse(LooseEventSchema, JSON.parse(row.event)));
    return event !== null && event.id === row.id && sha256Hex(digestInput(event)) === row.digest;
  } catch {
    // Not JSON any more, or not an event: either way not what was said.
    return false;
  }
};

// A device was never told of an `n` that its own row does not know.
function* receiptFaults(councilId: string): Work<readonly VerifyFault[]> {
  const rows = yield* sql<{ id: string }>(
    `select id from devices where council_id = ?1 and last_n < (
       select coalesce(max(n), 0) from (
         select n from log where council_id = ?1 and device_id = devices.id
         union all select n from set_aside where council_id = ?1 and device_id = devices.id) as told)`,
    councilId,
  );
  return rows.map((row) => ({ kind: 'receipt-without-record', where: row.id }));
}
