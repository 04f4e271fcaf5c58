import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { CouncilDatabase } from '../../../src/server/db/database.ts';
import { sql } from '../../../src/server/db/work.ts';
import { startPostgres } from '../../support/private-postgres.ts';
import { rowsOf } from '../../support/rows-of.ts';
import { newDatabaseUrl } from '../../support/test-database.ts';
import { createCouncilOfFour } from '../server/council-of-four.ts';
import { apology } from '../server/said.ts';
import { inspect, offer, openProcess, type Outbox } from './council-on-postgres.ts';

const addTry = (address: string) => sql('insert into tries values (?, ?, ?)', 'c', 't', address);

describe('a connection that is lost in the middle of a transaction', () => {
  let db: CouncilDatabase;
  beforeEach(async () => {
    db = await openProcess((await newDatabaseUrl()) ?? '');
  });

  const tries = () => rowsOf(db, 'select address from tries');

  it('is an error, leaves nothing half done, and the next one works', async () => {
    const failing = db.write(function* () {
      yield* addTry('half');
      yield* sql('select pg_terminate_backend(pg_backend_pid())');
      yield* addTry('other half');
    });
    await expect(failing).rejects.toThrow(/terminat/);
    expect(await tries()).toEqual([]);
    await db.write(() => addTry('whole'));
    expect(await tries()).toHaveLength(1);
  });

  it('gives the turn to write to whoever waits', async () => {
    let waiting: Promise<unknown> = Promise.resolve();
    const failing = db.write(function* () {
      yield* addTry('half');
      waiting = db.write(() => addTry('whole'));
      yield* sql('select pg_sleep(0.1), pg_terminate_backend(pg_backend_pid())');
    });
    await expect(failing).rejects.toThrow(/terminat/);
    await waiting;
    expect(await tries()).toEqual([{ address: 'whole' }]);
  });
});

const rounds = Number(process.env['POSTGRES_KILLS'] ?? 3);

it('PostgreSQL killed under load: every receipt given is in the log, and the server goes on when it is back', async () => {
  const postgres = await startPostgres();
  onTestFinished(postgres.stop);
  const db = await openProcess(await postgres.newDatabase());
  const council = await createCouncilOfFour({ db });
  const outboxes: Outbox[] = [];
  for (let count = 0; count < 4; count += 1) {
    outboxes.push({ tablet: await council.enrol('member'), sent: [], receipts: new Map() });
  }
  const given = (): number => outboxes.reduce((sum, { receipts }) => sum + receipts.size, 0);
  for (let round = 1; round <= rounds; round += 1) {
    const enough = Promise.withResolvers<void>();
    const target = given() + 20 + round * 7;
    const power = { isOn: true };
    // Each goes on saying and offering until its first push that failed.
    const load = outboxes.map(async (outbox) => {
      for (let status = 200; power.isOn || status === 200;) {
        for (let count = 0; count < 5; count += 1) outbox.sent.push(outbox.tablet.say(apology(council)));
        status = await offer(outbox);
        if (given() >= target) enough.resolve();
        if (status !== 200) return status;
      }
      return 200;
    });
    await enough.promise;
    await postgres.kill9();
    power.isOn = false;
    expect(await Promise.all(load)).toEqual([500, 500, 500, 500]);
    await postgres.restart();
    expect(await inspect(db, outboxes)).toMatchObject({ faults: [], broken: [] });
  }
  for (const outbox of outboxes) {
    while (outbox.receipts.size < outbox.sent.length) expect(await offer(outbox)).toBe(200);
  }
  const records = 1 + outboxes.reduce((sum, { sent }) => sum + sent.length, 0);
  expect(await inspect(db, outboxes)).toEqual({ faults: [], broken: [], records });
}, 120_000);
