import type { Receipt } from '../../protocol/push.ts';
import { sql, type Work } from '../db/work.ts';
import type { Offered } from './offered.ts';

export interface Aside {
  readonly councilId: string;
  readonly deviceId: string;
  readonly receivedAt: string;
  readonly status: 'quarantined' | 'held';
  readonly code: string;
}

/** Keeps an event outside the log, exactly as it came. Nothing is dropped; the clerk decides. */
export function* setAside(offered: Offered, aside: Aside): Work<Receipt> {
  const { councilId, deviceId, receivedAt, status, code } = aside;
  const { id, n, digest, raw } = offered;
  yield* sql(
    `insert into set_aside (council_id, id, device_id, n, digest, status, code, envelope, received_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    councilId,
    id,
    deviceId,
    n,
    digest,
    status,
    code,
    raw,
    receivedAt,
  );
  return { id, n, status, receivedAt, code };
}
