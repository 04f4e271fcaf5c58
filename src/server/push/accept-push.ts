import type { AnyEvent } from '../../domain/event.ts';
import { parseEvent } from '../../protocol/event-schema.ts';
import type { Receipt } from '../../protocol/push.ts';
import { sql, type Work } from '../db/work.ts';
import { readersOf } from '../readers.ts';
import { openAppender, type Appender } from './append.ts';
import { readGrounds, type Grounds } from './grounds.ts';
import { judge, type Sound } from './judge.ts';
import { readKnownRecords, type KnownRecords } from './known-records.ts';
import type { Offered } from './offered.ts';
import { openSetAside, type Reason, type SetAside } from './set-aside.ts';

/** `rescue` is a revoked device's last word: everything new is held, and no fault of `n` is a reason to lose it. */
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
 * transaction runs the whole of it: when that has committed, everything listed is on the disk. What is
 * there is asked for once at the beginning, what is new is written once at the end.
 */
export function* acceptPush(
  device: PushingDevice,
  offered: readonly Offered[],
  receivedAt: string,
  mode: PushMode = 'push',
): Work<PushOutcome> {
  const { councilId, deviceId } = device;
  const events = offered.map(({ envelope }) => (envelope === null ? null : parseEvent(envelope.event)));
  const batch: Batch = {
    device,
    receivedAt,
    mode,
    records: yield* readKnownRecords(councilId, offered),
    grounds: yield* readGrounds(device, events),
    appender: yield* openAppender(councilId, receivedAt),
    aside: openSetAside(councilId, deviceId, receivedAt),
  };
  const first = yield* lastN(device);
  let last = first;
  let reused = false;
  const results: Receipt[] = [];
  for (const [index, one] of offered.entries()) {
    const step = take(batch, one, events[index] ?? null, last);
    reused = step.kind === 'reused';
    if (step.kind !== 'taken') break;
    results.push(step.receipt);
    last = step.last;
  }
  yield* batch.appender.finish();
  yield* batch.aside.finish();
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
  readonly records: KnownRecords;
  readonly grounds: Grounds;
  readonly appender: Appender;
  readonly aside: SetAside;
}

type Step =
  | { readonly kind: 'taken'; readonly receipt: Receipt; readonly last: number }
  | { readonly kind: 'gap' }
  | { readonly kind: 'reused' };

const take = (batch: Batch, offered: Offered, event: AnyEvent | null, last: number): Step => {
  const { mode, records } = batch;
  const known = records.find(offered.id);
  if (known !== null) {
    if (known.digest !== offered.digest) return { kind: 'reused' };
    // A tablet that enrolled again offers old ids under a new count, so the count moves on here too.
    const moves = offered.n === last + 1 || (mode === 'rescue' && offered.n > last);
    return { kind: 'taken', receipt: known.receipt(offered.n), last: moves ? offered.n : last };
  }
  if (mode === 'rescue' && offered.n <= last) return takeBehind(batch, offered, event, last);
  if (offered.n <= last) return { kind: 'reused' };
  if (offered.n > last + 1 && mode === 'push') return { kind: 'gap' };
  return { kind: 'taken', receipt: keep(batch, offered, event), last: offered.n };
};

// A tablet that was put back to its own backup has given numbers twice. With its last word no number can be
// mended any more, so the record is held under the next one; the tablet hears of it under its own.
const takeBehind = (batch: Batch, offered: Offered, event: AnyEvent | null, last: number): Step => {
  const n = last + 1;
  return { kind: 'taken', receipt: { ...keep(batch, { ...offered, n }, event), n: offered.n }, last: n };
};

const keep = (batch: Batch, offered: Offered, event: AnyEvent | null): Receipt => {
  const { device, mode, grounds, records } = batch;
  if (mode === 'rescue') return putAside(batch, offered, { status: 'held', code: 'device_revoked' });
  if (offered.envelope === null) {
    return putAside(batch, offered, { status: 'quarantined', code: 'unreadable' });
  }
  const judged = judge(device, event, offered.digest, grounds, records);
  if (!judged.ok) return putAside(batch, offered, { status: 'quarantined', code: judged.error });
  return log(batch, offered, judged.value, offered.envelope.clock.offsetMs);
};

const putAside = ({ aside, records, receivedAt }: Batch, offered: Offered, reason: Reason): Receipt => {
  const { id, digest } = offered;
  records.addAside({ id, digest, ...reason, receivedAt });
  return aside.add(records.isErased(id) ? { ...offered, raw: '' } : offered, reason);
};

const log = (
  { device, appender, records, receivedAt }: Batch,
  { n, digest }: Offered,
  { event, meetingId, readers }: Sound,
  clockOffsetMs: number | null,
): Receipt => {
  const { id, personId, type } = event;
  const appended = appender.append({
    id,
    deviceId: device.deviceId,
    n,
    personId,
    type,
    meetingId,
    digest,
    event: records.isErased(id) ? '' : JSON.stringify(event),
    clockOffsetMs,
    readers: readersOf(event, readers),
  });
  records.addLogged({ id, digest, personId, receivedAt, ...appended });
  return { id, n, status: 'applied', receivedAt, ...appended };
};

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
