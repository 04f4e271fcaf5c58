import type { Receipt } from '../../protocol/push.ts';
import { sql, type Work } from '../db/work.ts';

/** What is known of an event id: the digest it came with and the first receipt, or null. */
export interface Known {
  readonly digest: string;
  /** The receipt as it is repeated, for the `n` under which it is offered now. */
  readonly receipt: (n: number) => Receipt;
}

export function* findKnown(councilId: string, id: string): Work<Known | null> {
  const [row] = yield* sql<{ digest: string; seq: number; received_at: string; chain: string }>(
    'select digest, seq, received_at, chain from log where council_id = ? and id = ?',
    councilId,
    id,
  );
  if (row !== undefined) {
    const { seq, received_at: receivedAt, chain } = row;
    return {
      digest: row.digest,
      receipt: (n) => ({ id, n, status: 'duplicate', seq, receivedAt, chain }),
    };
  }
  const [aside] = yield* sql<{
    digest: string;
    status: 'quarantined' | 'held';
    code: string;
    received_at: string;
  }>(
    'select digest, status, code, received_at from set_aside where council_id = ? and id = ?',
    councilId,
    id,
  );
  if (aside === undefined) return null;
  const { status, code, received_at: receivedAt } = aside;
  return { digest: aside.digest, receipt: (n) => ({ id, n, status, receivedAt, code }) };
}
