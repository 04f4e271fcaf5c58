import * as v from 'valibot';
import { ContactSchema, type Council } from '../protocol/council.ts';
import type { CouncilTable } from './db/schema.ts';
import { sql, type Work } from './db/work.ts';

/** The council of this folder with the head of its log, or null while the folder is empty. */
export function* findCouncil(): Work<CouncilTable | null> {
  const rows = yield* sql<CouncilTable>(
    'select id, name, demonstration, contacts, epoch, seq, chain from council limit 1',
  );
  return rows[0] ?? null;
}

/** What anyone may know of it. */
export const councilInfo = (row: CouncilTable): Council => ({
  councilId: row.id,
  name: row.name,
  demonstration: row.demonstration === 1,
  contacts: v.parse(v.array(ContactSchema), JSON.parse(row.contacts)),
});

/** The chain's value before the first record: the council's id, so that two councils never share a link. */
export const firstLink = (councilId: string): string => councilId;

/** An epoch names one life of the data: it changes when a backup is restored. */
export const newEpoch = (random: (bytes: number) => Uint8Array): string =>
  Buffer.from(random(9)).toString('base64url');
