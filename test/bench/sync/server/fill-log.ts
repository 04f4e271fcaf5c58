import { createHash } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { chainInput, digestInput } from '../../../../src/domain/digest.ts';
import type { AnyEvent } from '../../../../src/domain/event.ts';
import { readersOf } from '../../../../src/server/readers.ts';
import { makeEvent } from '../pages/make-event.ts';
import type { BenchCouncil } from './bench-council.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * Fills the council's log with bare SQL to so many records more, by its members in turn, with true digests,
 * chain, readers and head: what the server would have written, in a hundredth of the time. Answers the records.
 */
export const fillLog = (council: BenchCouncil, rows: number, keep = true): readonly AnyEvent[] => {
  const { councilId, meetingId, committeeId, members } = council;
  const db = new DatabaseSync(council.file, { enableForeignKeyConstraints: true });
  db.exec('pragma synchronous = off; pragma cache_size = -200000; begin immediate');
  const context = { committeeId, chairs: [], refAuthors: [] };
  const devices = members.map((personId) =>
    addDevice(db, councilId, personId, Math.ceil(rows / members.length)),
  );
  const addRow = db.prepare(`insert into log (council_id, seq, id, device_id, n, person_id, type, meeting_id,
    digest, event, clock_offset_ms, received_at, chain) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?)`);
  const addReader = db.prepare('insert into readers (council_id, seq, scope) values (?, ?, ?)');
  const head = db.prepare('select seq, chain from council').get();
  let seq = Number(head?.['seq']);
  let chain = String(head?.['chain']);
  const events: AnyEvent[] = [];
  for (let index = 0; index < rows; index += 1) {
    const who = index % members.length;
    const personId = members[who] ?? '';
    const event = makeEvent({ councilId, personId, meetingId }, index);
    const digest = sha256(digestInput(event));
    const { type, madeAt } = event;
    seq += 1;
    chain = sha256(chainInput(chain, digest, seq, madeAt));
    const n = Math.floor(index / members.length) + 1;
    const text = JSON.stringify(event);
    addRow.run(
      councilId,
      seq,
      event.id,
      devices[who] ?? '',
      n,
      personId,
      type,
      meetingId,
      digest,
      text,
      madeAt,
      chain,
    );
    for (const scope of readersOf(event, context)) addReader.run(councilId, seq, scope);
    if (keep) events.push(event);
  }
  db.prepare('update council set seq = ?, chain = ?').run(seq, chain);
  db.exec('commit');
  db.close();
  return events;
};

const addDevice = (db: DatabaseSync, councilId: string, personId: string, lastN: number): string => {
  const id = crypto.randomUUID();
  db.prepare(
    `insert into devices (council_id, id, person_id, kind, name, public_key, created_at, revoked_at, last_n)
     values (?, ?, ?, 'tablet', 'Filled', null, ?, null, ?)`,
  ).run(councilId, id, personId, new Date().toISOString(), lastN);
  return id;
};
