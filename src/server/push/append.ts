import { chainInput } from '../../domain/digest.ts';
import { findCouncil } from '../council.ts';
import { sql, type Work } from '../db/work.ts';
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
  readonly append: (entry: LogEntry) => Work<Appended>;
  /** Writes the new head; to be called before the transaction commits. */
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
  return {
    *append(entry) {
      seq += 1;
      chain = sha256Hex(chainInput(chain, entry.digest, seq, receivedAt));
      yield* insert({ councilId, receivedAt, seq, chain }, entry);
      return { seq, chain };
    },
    *finish() {
      if (seq === head.seq) return;
      yield* sql('update council set seq = ?, chain = ? where id = ?', seq, chain, councilId);
    },
  };
}

interface Link extends Appended {
  readonly councilId: string;
  readonly receivedAt: string;
}

function* insert(link: Link, entry: LogEntry): Work<void> {
  yield* sql(
    `insert into log (council_id, seq, id, device_id, n, person_id, type, meeting_id, digest, event,
       clock_offset_ms, received_at, chain)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    link.councilId,
    link.seq,
    entry.id,
    entry.deviceId,
    entry.n,
    entry.personId,
    entry.type,
    entry.meetingId,
    entry.digest,
    entry.event,
    entry.clockOffsetMs,
    link.receivedAt,
    link.chain,
  );
  yield* sql(
    `insert into readers (council_id, seq, scope) values ${entry.readers.map(() => '(?, ?, ?)').join(', ')}`,
    ...entry.readers.flatMap((scope) => [link.councilId, link.seq, scope]),
  );
}
