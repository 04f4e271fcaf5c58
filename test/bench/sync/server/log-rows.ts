import { createHash } from 'node:crypto';
import { chainInput, digestInput } from '../../../../src/domain/digest.ts';
import type { AnyEvent } from '../../../../src/domain/event.ts';
import { readersOf } from '../../../../src/server/readers.ts';
import { makeEvent } from '../pages/make-event.ts';
import type { BenchCouncil } from './bench-council.ts';

type Value = string | number;

/** A record as the server would have written it, with true digest and chain. */
export interface LogRow {
  readonly event: AnyEvent;
  /** In the order of `logColumns`. */
  readonly log: readonly Value[];
  /** In the order of `readersColumns`. */
  readonly readers: readonly (readonly Value[])[];
  readonly seq: number;
  readonly chain: string;
  readonly n: number;
}

export const logColumns =
  'council_id, seq, id, device_id, n, person_id, type, meeting_id, digest, event, clock_offset_ms, received_at, chain';
export const readersColumns = 'council_id, seq, scope';

/** Where a log ends. */
export interface LogHead {
  readonly seq: number;
  readonly chain: string;
}

type Place = Pick<BenchCouncil, 'councilId' | 'meetingId' | 'committeeId' | 'members'>;

/** Makes the rows after a head, one at a call, by the members in turn, each on the device of the same place. */
export const createLogRows = (
  { councilId, meetingId, committeeId, members }: Place,
  devices: readonly string[],
  head: LogHead,
): (() => LogRow) => {
  const context = { committeeId, chairs: [], refAuthors: [] };
  let { seq, chain } = head;
  let made = 0;
  return () => {
    const who = made % members.length;
    const n = Math.floor(made / members.length) + 1;
    const personId = members[who] ?? '';
    const event = makeEvent({ councilId, personId, meetingId }, made);
    const { id, type, madeAt } = event;
    const digest = sha256(digestInput(event));
    made += 1;
    seq += 1;
    chain = sha256(chainInput(chain, digest, seq, madeAt));
    const text = JSON.stringify(event);
    const device = devices[who] ?? '';
    return {
      event,
      log: [councilId, seq, id, device, n, personId, type, meetingId, digest, text, 0, madeAt, chain],
      readers: readersOf(event, context).map((scope) => [councilId, seq, scope]),
      seq,
      chain,
      n,
    };
  };
};

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
