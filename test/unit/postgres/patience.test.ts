import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { beforeEach, describe, expect, inject, it, onTestFinished } from 'vitest';
import type { CouncilDatabase } from '../../../src/server/db/database.ts';
import { openPostgres } from '../../../src/server/db/open-postgres.ts';
import { usualPatience } from '../../../src/server/db/postgres-patience.ts';
import { sql } from '../../../src/server/db/work.ts';
import { closeAfterTest } from '../../support/close-after-test.ts';
import { rowsOf } from '../../support/rows-of.ts';
import { newDatabaseUrl } from '../../support/test-database.ts';
import { createCouncilOfFour, type CouncilOfFour } from '../server/council-of-four.ts';
import { apology } from '../server/said.ts';
import { openProcess, serveToo } from './council-on-postgres.ts';

const short = {
  ...usualPatience,
  lock_timeout: 300,
  statement_timeout: 600,
  query_timeout: 900,
  connectionTimeoutMillis: 1200,
};

const openShort = async (url: string): Promise<CouncilDatabase> => {
  const opened = await openPostgres(url, 'make', short);
  if (!opened.ok) throw new Error(`not opened: ${opened.error.kind}`);
  closeAfterTest(opened.value.close);
  return opened.value;
};

/** A way to PostgreSQL that can be cut without a word to either end. */
const openWire = async (url: string) => {
  const to = new URL(url);
  const target = { port: Number(to.port), host: to.hostname };
  const ends = new Set<Socket>();
  let isCut = false;
  const wire = createServer((client) => {
    const server = connect(target);
    for (const [end, other] of [
      [client, server],
      [server, client],
    ] as const) {
      ends.add(end);
      end.on('data', (bytes: Buffer) => isCut || other.write(bytes));
      end.on('close', () => other.destroy());
      end.on('error', () => other.destroy());
    }
  });
  await new Promise<void>((resolve) => wire.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const end of ends) end.destroy();
    wire.close();
  });
  to.port = String((wire.address() as AddressInfo).port);
  return {
    url: to.href,
    cut: (): void => void (isCut = true),
    mend: (): void => {
      isCut = false;
      // What was said meanwhile is lost, as behind a router that forgot the connection.
      for (const end of ends) end.destroy();
    },
  };
};

let url: string;
let council: CouncilOfFour;
beforeEach(async () => {
  url = (await newDatabaseUrl()) ?? inject('postgresUrl') ?? '';
  council = await createCouncilOfFour({ db: await openProcess(url) });
});

const busy = { error: 'database_busy', retryAfter: 10 };

it('every connection of a server has its bounds, all below the 30 seconds of a tablet', async () => {
  expect(
    await rowsOf(
      council.db,
      `select current_setting('lock_timeout') as lock, current_setting('statement_timeout') as statement`,
    ),
  ).toEqual([{ lock: '10s', statement: '15s' }]);
  const { lock_timeout, statement_timeout, query_timeout, connectionTimeoutMillis } = usualPatience;
  expect(Math.max(lock_timeout, statement_timeout, query_timeout) + connectionTimeoutMillis).toBeLessThan(
    30_000,
  );
});

const pushThrough = async (db: CouncilDatabase) => {
  const tablet = await council.enrol('member');
  const app = serveToo(council, db);
  const said = [tablet.say(apology(council))];
  const push = async () => {
    const { deviceId, epoch, cookie } = tablet;
    const body = { proto: 1, app: '', deviceId, epoch, sentAt: '2026-01-05T09:00:00.000Z', events: said };
    const answer = await app.fetch(
      new Request('http://localhost/sync/v1/push', {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { Cookie: cookie },
      }),
    );
    return { status: answer.status, body: await answer.json() };
  };
  return push;
};
const logged = async () =>
  (await rowsOf(council.db, "select seq from log where type = 'apology.send'")).length;

describe('a push that hangs', () => {
  it('because another process keeps the turn is 503, and is taken once when the turn is free', async () => {
    const push = await pushThrough(await openShort(url));
    const turn = Promise.withResolvers<void>();
    const begun = Promise.withResolvers<void>();
    const holding = council.db.write(function* () {
      yield* sql('select 1');
      begun.resolve();
      yield* sql('select pg_sleep(1.5)');
      turn.resolve();
    });
    await begun.promise;
    expect(await push()).toEqual({ status: 503, body: busy });
    await holding;
    await turn.promise;
    expect(await push()).toMatchObject({ status: 200, body: { results: [{ status: 'applied' }] } });
    expect(await logged()).toBe(1);
  });

  it('because PostgreSQL has frozen is 503, for all who ask, and works again when it is back', async () => {
    const wire = await openWire(url);
    const push = await pushThrough(await openShort(wire.url));
    expect(await push()).toMatchObject({ status: 200 });
    wire.cut();
    // More than there are connections.
    const answers = await Promise.all(Array.from({ length: 14 }, push));
    expect(answers).toEqual(answers.map(() => ({ status: 503, body: busy })));
    wire.mend();
    await expect.poll(push).toMatchObject({ status: 200, body: { results: [{ status: 'duplicate' }] } });
    expect(await logged()).toBe(1);
  });
});

it('a statement that takes too long is ended, and leaves its connection usable and nothing behind', async () => {
  const db = await openShort(url);
  const failing = db.write(function* () {
    yield* sql('insert into tries values (?, ?, ?)', 'c', 't', 'half');
    yield* sql('select pg_sleep(30)');
  });
  await expect(failing).rejects.toMatchObject({ name: 'DatabaseBusy', code: '57014' });
  expect(await rowsOf(db, 'select address from tries')).toEqual([]);
});
