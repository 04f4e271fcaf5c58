import type { Receipt } from '../../protocol/push.ts';
import type { SetAsideTable } from '../db/schema.ts';
import { insertRows, type Work } from '../db/work.ts';
import type { Offered } from './offered.ts';

export interface Reason {
  readonly status: 'quarantined' | 'held';
  readonly code: string;
}

export interface SetAside {
  /** Keeps an event outside the log, exactly as it came. Nothing is dropped; the clerk decides. */
  readonly add: (offered: Offered, reason: Reason) => Receipt;
  /** Writes the rows; to be called before the transaction commits. */
  readonly finish: () => Work<void>;
}

export const openSetAside = (councilId: string, deviceId: string, receivedAt: string): SetAside => {
  const rows: SetAsideTable[] = [];
  return {
    add: ({ id, n, digest, raw }, { status, code }) => {
      rows.push({
        council_id: councilId,
        id,
        device_id: deviceId,
        n,
        digest,
        status,
        code,
        envelope: raw,
        received_at: receivedAt,
      });
      return { id, n, status, receivedAt, code };
    },
    finish: () => insertRows('set_aside', rows),
  };
};
