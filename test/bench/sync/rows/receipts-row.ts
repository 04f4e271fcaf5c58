import { join } from 'node:path';
import { findCouncil } from '../../../../src/server/council.ts';
import { startPostgres } from '../../../support/private-postgres.ts';
import { statistics, type Statistics } from '../../statistics.ts';
import { barePostgres, bareSqlite } from '../server/bare-inserts.ts';
import { openBenchCouncil, type BenchCouncil } from '../server/bench-council.ts';
import { createLogRows } from '../server/log-rows.ts';
import { makePush, openTablet, timePush } from '../server/make-push.ts';
import { partOf, type Row, type RowOptions, type RowResult } from './row.ts';

const batch = 100;

/** Where a council's records are: in its folder, or in a database of PostgreSQL. */
interface Place {
  readonly dataDir: string;
  readonly url: string | null;
}

interface Measured {
  readonly ours: Statistics;
  readonly bare: Statistics;
}

/** How many receipts a second the server gives, beside the same rows put into the same tables and nothing else. */
export const receiptsRow: Row = {
  name: 'receipts',
  measure: async (options): Promise<RowResult> => {
    const { folder } = options;
    const sqlite = await measureEngine(options, [
      { dataDir: join(folder, 'sqlite'), url: null },
      { dataDir: join(folder, 'sqlite-bare'), url: null },
    ]);
    const postgres = await startPostgres();
    try {
      const other = await measureEngine(options, [
        { dataDir: join(folder, 'postgres'), url: await postgres.newDatabase() },
        { dataDir: join(folder, 'postgres-bare'), url: await postgres.newDatabase() },
      ]);
      return toResult([
        ['SQLite', sqlite],
        ['PostgreSQL', other],
      ]);
    } finally {
      await postgres.stop();
    }
  },
};

const toResult = (engines: readonly (readonly [string, Measured])[]): RowResult => ({
  name: 'receipts',
  title: 'receipts a second against the same inserts done bare',
  figures: Object.fromEntries(
    engines.flatMap(([name, { ours, bare }]) => [
      [`${name}: receipts a second`, ours],
      [`${name}: bare inserts a second`, bare],
    ]),
  ),
  verdicts: engines.map(([name, { ours, bare }]) => {
    const bounds = { must: 0.4, aim: 0.6 };
    return partOf(`receipts a second, ${name}`, [ours.median, bare.median], 'bare', bounds, 'at least');
  }),
  notes: [
    `Pushes of ${batch}, packed, one after the other and each durable before the next; app.fetch without a socket. Bare: the same rows with their readers, head and count, made beforehand, a transaction for each ${batch}, prepared statements, the product's own tables.`,
  ],
});

const measureEngine = async (
  { rounds, quick }: RowOptions,
  [ours, bare]: readonly [Place, Place],
): Promise<Measured> => {
  const pushes = quick ? 5 : 20;
  const ourRound = await prepareOurs(ours, pushes);
  const bareRound = await prepareBare(bare, pushes);
  const receipts: number[] = [];
  const inserts: number[] = [];
  const perSecond = (ms: number): number => (pushes * batch * 1000) / ms;
  for (let round = -1; round < rounds; round += 1) {
    const turns = [
      async () => receipts.push(perSecond(await ourRound.run())),
      async () => inserts.push(perSecond(await bareRound.run())),
    ];
    if (round % 2 === 0) turns.reverse();
    for (const turn of turns) await turn();
  }
  await ourRound.close();
  await bareRound.close();
  // The first round of each is warming up.
  return { ours: statistics(receipts.slice(1)), bare: statistics(inserts.slice(1)) };
};

interface Rounds {
  /** Milliseconds of one round. */
  readonly run: () => Promise<number>;
  readonly close: () => Promise<void>;
}

const prepareOurs = async ({ dataDir, url }: Place, pushes: number): Promise<Rounds> => {
  const council = await openBenchCouncil(dataDir, 1, url);
  const tablet = await openTablet(council, council.members[0] ?? '');
  return {
    run: async () => {
      let ms = 0;
      for (let index = 0; index < pushes; index += 1) {
        ms += await timePush(tablet, makePush(council, tablet, batch), batch);
      }
      return ms;
    },
    close: council.close,
  };
};

const prepareBare = async ({ dataDir, url }: Place, pushes: number): Promise<Rounds> => {
  const council = await openBenchCouncil(dataDir, 1, url);
  const { deviceId } = await openTablet(council, council.members[0] ?? '');
  const next = createLogRows(council, [deviceId], await readHead(council));
  await council.close();
  const bare = url === null ? bareSqlite(council.file, deviceId) : await barePostgres(url, deviceId);
  return {
    run: async () => {
      let ms = 0;
      for (let index = 0; index < pushes; index += 1) {
        const rows = Array.from({ length: batch }, next);
        const start = performance.now();
        await bare.insert(rows);
        ms += performance.now() - start;
      }
      await bare.settle();
      return ms;
    },
    close: bare.close,
  };
};

const readHead = async ({ db }: BenchCouncil): Promise<{ readonly seq: number; readonly chain: string }> => {
  const head = await db.read(findCouncil);
  if (head === null) throw new Error('there is no council');
  return head;
};
