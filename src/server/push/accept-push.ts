import type { Receipt } from '../../protocol/push.ts';
import type { CouncilDatabase } from '../db/database.ts';
import { readersOf } from '../readers.ts';
import { openAppender, type Appender } from './append.ts';
import { judge, type QuarantineCode } from './judge.ts';
import type { Offered } from './offered.ts';
import { findKnown } from './receipts.ts';
import { setAside } from './set-aside.ts';

/** `rescue` is a revoked device's last word: everything new is held, and a gap in `n` is no reason to lose it. */
export type PushMode = 'push' | 'rescue';

export interface PushingDevice {
  readonly councilId: string;
  readonly deviceId: string;
  readonly personId: string;
}

export type PushOutcome =
  | { readonly kind: 'answered'; readonly next: number; readonly results: readonly Receipt[] }
  /** An id or an `n` came again with other content. What stood before it in the batch is kept. */
  | { readonly kind: 'id-reused' };

/**
 * Takes a push in one write transaction, event by event (design 6): known, reused, gap, quarantine or
 * applied. When it returns, everything listed is on the disk.
 */
export const acceptPush = (
  db: CouncilDatabase,
  device: PushingDevice,
  events: readonly Offered[],
  receivedAt: string,
  mode: PushMode = 'push',
): PushOutcome =>
  db.write(() => {
    const batch: Batch = {
      db,
      device,
      receivedAt,
      mode,
      appender: openAppender(db, device.councilId, receivedAt),
    };
    const first = lastN(db, device);
    let last = first;
    let reused = false;
    const results: Receipt[] = [];
    for (const offered of events) {
      const step = take(batch, offered, last);
      reused = step.kind === 'reused';
      if (step.kind !== 'taken') break;
      results.push(step.receipt);
      last = step.last;
    }
    batch.appender.finish();
    if (last !== first) saveLastN(db, device, last);
    return reused ? { kind: 'id-reused' } : { kind: 'answered', next: last + 1, results };
  });

/** The `n` that is expected next. */
export const nextN = (db: CouncilDatabase, device: PushingDevice): number => lastN(db, device) + 1;

interface Batch {
  readonly db: CouncilDatabase;
  readonly device: PushingDevice;
  readonly receivedAt: string;
  readonly mode: PushMode;
  readonly appender: Appender;
}

type Step =
  | { readonly kind: 'taken'; readonly receipt: Receipt; readonly last: number }
  | { readonly kind: 'gap' }
  | { readonly kind: 'reused' };

const take = (batch: Batch, offered: Offered, last: number): Step => {
  const { db, device, mode } = batch;
  const known = findKnown(db, device.councilId, offered.id);
  if (known !== null) {
    if (known.digest !== offered.digest) return { kind: 'reused' };
    // A tablet that enrolled again offers old ids under a new count, so the count moves on here too.
    const moves = offered.n === last + 1 || (mode === 'rescue' && offered.n > last);
    return { kind: 'taken', receipt: known.receipt(offered.n), last: moves ? offered.n : last };
  }
  if (offered.n <= last) return { kind: 'reused' };
  if (offered.n > last + 1 && mode === 'push') return { kind: 'gap' };
  return { kind: 'taken', receipt: keep(batch, offered), last: offered.n };
};

const keep = (batch: Batch, offered: Offered): Receipt => {
  const { db, device, receivedAt, mode } = batch;
  const aside = { councilId: device.councilId, deviceId: device.deviceId, receivedAt };
  if (mode === 'rescue') {
    return setAside(db, offered, { ...aside, status: 'held', code: 'device_revoked' });
  }
  const quarantine = (code: QuarantineCode): Receipt =>
    setAside(db, offered, { ...aside, status: 'quarantined', code });
  if (offered.envelope === null) return quarantine('unreadable');
  const judged = judge(db, device, offered.envelope.event, offered.digest);
  if (!judged.ok) return quarantine(judged.error);
  const { event, meetingId, readers } = judged.value;
  const appended = batch.appender.append({
    id: event.id,
    deviceId: device.deviceId,
    n: offered.n,
    personId: event.personId,
    type: event.type,
    meetingId,
    digest: offered.digest,
    event: JSON.stringify(event),
    clockOffsetMs: offered.envelope.clock.offsetMs,
    readers: readersOf(event, readers),
  });
  return { id: event.id, n: offered.n, status: 'applied', receivedAt, ...appended };
};

const lastN = (db: CouncilDatabase, device: PushingDevice): number => {
  const row = db.sql<{ last_n: number }>(
    'select last_n from devices where council_id = ? and id = ?',
    device.councilId,
    device.deviceId,
  )[0];
  if (row === undefined) throw new Error('a device that is not known cannot push');
  return row.last_n;
};

const saveLastN = (db: CouncilDatabase, device: PushingDevice, last: number): void => {
  db.sql(
    'update devices set last_n = ? where council_id = ? and id = ?',
    last,
    device.councilId,
    device.deviceId,
  );
};
