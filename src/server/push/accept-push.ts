import type { Receipt } from '../../protocol/push.ts';
import { sql, type Work } from '../db/work.ts';
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
 * Takes a push, event by event (design 6): known, reused, gap, quarantine or applied. One write
 * transaction runs the whole of it: when that has committed, everything listed is on the disk.
 */
export function* acceptPush(
  device: PushingDevice,
  events: readonly Offered[],
  receivedAt: string,
  mode: PushMode = 'push',
): Work<PushOutcome> {
  const appender = yield* openAppender(device.councilId, receivedAt);
  const batch: Batch = { device, receivedAt, mode, appender };
  const first = yield* lastN(device);
  let last = first;
  let reused = false;
  const results: Receipt[] = [];
  for (const offered of events) {
    const step = yield* take(batch, offered, last);
    reused = step.kind === 'reused';
    if (step.kind !== 'taken') break;
    results.push(step.receipt);
    last = step.last;
  }
  yield* appender.finish();
  if (last !== first) yield* saveLastN(device, last);
  return reused ? { kind: 'id-reused' } : { kind: 'answered', next: last + 1, results };
}

/** The `n` that is expected next. */
export function* nextN(device: PushingDevice): Work<number> {
  return (yield* lastN(device)) + 1;
}

interface Batch {
  readonly device: PushingDevice;
  readonly receivedAt: string;
  readonly mode: PushMode;
  readonly appender: Appender;
}

type Step =
  | { readonly kind: 'taken'; readonly receipt: Receipt; readonly last: number }
  | { readonly kind: 'gap' }
  | { readonly kind: 'reused' };

function* take(batch: Batch, offered: Offered, last: number): Work<Step> {
  const { device, mode } = batch;
  const known = yield* findKnown(device.councilId, offered.id);
  if (known !== null) {
    if (known.digest !== offered.digest) return { kind: 'reused' };
    // A tablet that enrolled again offers old ids under a new count, so the count moves on here too.
    const moves = offered.n === last + 1 || (mode === 'rescue' && offered.n > last);
    return { kind: 'taken', receipt: known.receipt(offered.n), last: moves ? offered.n : last };
  }
  if (offered.n <= last) return { kind: 'reused' };
  if (offered.n > last + 1 && mode === 'push') return { kind: 'gap' };
  return { kind: 'taken', receipt: yield* keep(batch, offered), last: offered.n };
}

function* keep(batch: Batch, offered: Offered): Work<Receipt> {
  const { device, receivedAt, mode } = batch;
  const aside = { councilId: device.councilId, deviceId: device.deviceId, receivedAt };
  if (mode === 'rescue') {
    return yield* setAside(offered, { ...aside, status: 'held', code: 'device_revoked' });
  }
  const quarantine = (code: QuarantineCode): Work<Receipt> =>
    setAside(offered, { ...aside, status: 'quarantined', code });
  if (offered.envelope === null) return yield* quarantine('unreadable');
  const judged = yield* judge(device, offered.envelope.event, offered.digest);
  if (!judged.ok) return yield* quarantine(judged.error);
  const { event, meetingId, readers } = judged.value;
  const appended = yield* batch.appender.append({
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
}

function* lastN(device: PushingDevice): Work<number> {
  const [row] = yield* sql<{ last_n: number }>(
    'select last_n from devices where council_id = ? and id = ?',
    device.councilId,
    device.deviceId,
  );
  if (row === undefined) throw new Error('a device that is not known cannot push');
  return row.last_n;
}

function* saveLastN(device: PushingDevice, last: number): Work<void> {
  yield* sql(
    'update devices set last_n = ? where council_id = ? and id = ?',
    last,
    device.councilId,
    device.deviceId,
  );
}
