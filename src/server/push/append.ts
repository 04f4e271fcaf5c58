import { chainInput } from '../../domain/digest.ts';
import { findCouncil } from '../council.ts';
import type { LogTable, ReadersTable } from '../db/schema.ts';
import { insertRows, sql, type Work } from '../db/work.ts';
import { sha256Hex } from '../sha256.ts';

/** A record on its way into the log, judged and found good. */
export interface LogEntry {
  readonly id: string;
  readonly deviceId: string;
  readonly n: number;
  readonly personId: string;
  readonly type: string;
  readonly meetingId: string;
  readonly digest: string;
  /** The event as JSON text. */
  readonly event: string;
  readonly clockOffsetMs: number | null;
  readonly readers: readonly string[];
}

export interface Appended {
  readonly seq: number;
  readonly chain: string;
}

export interface Appender {
  readonly append: (entry: LogEntry) => Appended;
  /** Writes the rows and the new head; to be called before the transaction commits. */
  readonly finish: () => Work<void>;
}

/**
 * Adds rows to the council's log inside the caller's write transaction. `seq` comes from the council's
 * row, never from an identity column: those commit out of order, and a cursor would skip rows.
 */
export function* openAppender(councilId: string, receivedAt: string): Work<Appender> {
  const head = yield* findCouncil();
  if (head === null || head.id !== councilId) throw new Error('the log of another council is not here');
  let { seq, chain } = head;
  const log: LogTable[] = [];
  const readers: ReadersTable[] = [];
  return {
    append: (entry) => {
      seq += 1;
      chain = sha256Hex(chainInput(chain, entry.digest, seq, receivedAt));
      log.push({
        council_id: councilId,
        seq,
        id: entry.id,
        device_id: entry.deviceId,
        n: entry.n,
        person_id: entry.personId,
        type: entry.type,
        meeting_id: entry.meetingId,
        digest: entry.digest,
        event: entry.event,
        clock_offset_ms: entry.clockOffsetMs,
        received_at: receivedAt,
        chain,
      });
      for (const scope of entry.readers) readers.push({ council_id: councilId, seq, scope });
      return { seq, chain };
    },
    *finish() {
      if (seq === head.seq) return;
      yield* insertRows('log', log);
      yield* insertRows('readers', readers);
      yield* sql('update council set seq = ?, chain = ? where id = ?', seq, chain, councilId);
    },
  };
}
