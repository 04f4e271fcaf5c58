import { randomBytes } from 'node:crypto';
import { createApp } from '../../../src/server/app.ts';
import { findCouncil } from '../../../src/server/council.ts';
import type { CouncilDatabase } from '../../../src/server/db/database.ts';
import { openPostgres } from '../../../src/server/db/open-postgres.ts';
import { verifyLog } from '../../../src/server/folder/verify-log.ts';
import { createPokeHub } from '../../../src/server/poke-hub.ts';
import { closeAfterTest } from '../../support/close-after-test.ts';
import { rowsOf } from '../../support/rows-of.ts';
import type { CouncilOfFour } from '../server/council-of-four.ts';
import type { SentEnvelope, Tablet } from '../server/tablet.ts';

/** One process's worth of connections to a council's database. */
export const openProcess = async (url: string): Promise<CouncilDatabase> => {
  const opened = await openPostgres(url);
  if (!opened.ok) throw new Error(`not opened: ${opened.error.kind}`);
  closeAfterTest(opened.value.close);
  return opened.value;
};

/** The same council served by another process: nothing is shared but the database. */
export const serveToo = ({ blobs, clock }: CouncilOfFour, db: CouncilDatabase) =>
  createApp({
    db,
    blobs,
    hub: createPokeHub(),
    now: () => clock.now,
    random: randomBytes,
    writeLog: () => {},
    publicDir: null,
  });

/** A tablet with what it said and the receipts that it was given. */
export interface Outbox {
  readonly tablet: Tablet;
  readonly sent: SentEnvelope[];
  readonly receipts: Map<string, { readonly seq: number; readonly chain: string }>;
}

/** What an outbox does: offers the next few without a receipt, believes only what is listed. Answers the status. */
export const offer = async ({ tablet, sent, receipts }: Outbox): Promise<number> => {
  const left = sent.filter((one) => !receipts.has(one.event.id)).slice(0, 5);
  const answer = await tablet.push(left);
  const body = (await answer.json()) as { results?: { id: string; seq: number; chain: string }[] };
  for (const { id, seq, chain } of body.results ?? []) receipts.set(id, { seq, chain });
  return answer.status;
};

/** What is wrong with the log, and which receipts it does not bear out. */
export const inspect = async (db: CouncilDatabase, outboxes: readonly Outbox[]) => {
  const faults = await db.read(function* () {
    const council = yield* findCouncil();
    return council === null ? ['no council'] : (yield* verifyLog(council)).faults;
  });
  const rows = await rowsOf<{ id: string; seq: number; chain: string }>(db, 'select id, seq, chain from log');
  const logged = new Map(rows.map(({ id, seq, chain }) => [id, `${seq} ${chain}`]));
  const broken = outboxes.flatMap(({ receipts }) =>
    [...receipts].filter(([id, { seq, chain }]) => logged.get(id) !== `${seq} ${chain}`),
  );
  return { faults, broken, records: rows.length };
};
