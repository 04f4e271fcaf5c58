import { randomUUID } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import type { AnyEvent } from '../../../../src/domain/event.ts';
import type { BenchCouncil } from './bench-council.ts';
import { createLogRows, logColumns, readersColumns } from './log-rows.ts';

/**
 * Fills the council's log with bare SQL by so many records, by its members in turn, with true digests, chain,
 * readers and head: what the server would have written, in a small part of the time. Answers the records.
 */
export const fillLog = (council: BenchCouncil, rows: number, keep = true): readonly AnyEvent[] => {
  const { councilId, members } = council;
  const db = new DatabaseSync(council.file, { enableForeignKeyConstraints: true });
  db.exec('pragma synchronous = off; pragma cache_size = -200000; begin immediate');
  const devices = members.map((personId) =>
    addDevice(db, { councilId, personId, lastN: Math.ceil(rows / members.length) }),
  );
  const addRow = db.prepare(`insert into log (${logColumns}) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const addReader = db.prepare(`insert into readers (${readersColumns}) values (?, ?, ?)`);
  const head = db.prepare('select seq, chain from council').get();
  const next = createLogRows(council, devices, {
    seq: Number(head?.['seq']),
    chain: String(head?.['chain']),
  });
  const moveHead = db.prepare('update council set seq = ?, chain = ?');
  const events: AnyEvent[] = [];
  for (let index = 0; index < rows; index += 1) {
    const { event, log, readers, seq, chain } = next();
    addRow.run(...log);
    for (const reader of readers) addReader.run(...reader);
    if (index === rows - 1) moveHead.run(seq, chain);
    if (keep) events.push(event);
  }
  db.exec('commit');
  // The server's own connection would otherwise read through a log as long as the table.
  db.exec('pragma wal_checkpoint(truncate)');
  db.close();
  return events;
};

const addDevice = (
  db: DatabaseSync,
  {
    councilId,
    personId,
    lastN,
  }: { readonly councilId: string; readonly personId: string; readonly lastN: number },
): string => {
  const id = randomUUID();
  db.prepare(
    `insert into devices (council_id, id, person_id, kind, name, public_key, created_at, revoked_at, last_n)
     values (?, ?, ?, 'tablet', 'Filled', null, ?, null, ?)`,
  ).run(councilId, id, personId, new Date().toISOString(), lastN);
  return id;
};
