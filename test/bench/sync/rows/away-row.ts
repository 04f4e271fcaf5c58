import { join } from 'node:path';
import { ours, quickPeers } from '../contenders.ts';
import { openDevice } from '../device.ts';
import { startBenchServer } from '../server-process.ts';
import { demandSame } from './exchange.ts';
import { fasterBy, figure, figuresOf, inRotation, quickest, type Row, type RowResult } from './row.ts';

const contenders = [ours, ...quickPeers];
const what = 'pull, ms';
const tooLongMs = 50;

/** A device that was away for 30 days: 20,000 records that it may read are waiting for it. */
export const awayRow: Row = {
  name: 'away',
  measure: async ({ rounds, quick, scripts, folder }): Promise<RowResult> => {
    const server = await startBenchServer(join(folder, 'away'));
    const rows = quick ? 2000 : 20_000;
    const round = await server.begin({ members: 1, rows });
    const results = await inRotation(contenders, rounds, async (contender) => {
      const where = { server, round, port: server.port, firstContact: false };
      const device = await openDevice(scripts[contender.side], contender, where);
      try {
        const pull = await device.page.evaluate(() => benchSide.pull());
        const there = await server.ids(contender.side);
        if (there.length !== rows) throw new Error(`the server of ${contender.name} holds ${there.length}`);
        demandSame(contender.name, there, await device.page.evaluate(() => benchSide.ids()));
        return pull;
      } finally {
        await device.close();
      }
    });
    await server.stop();
    const longest = figuresOf(results, 'longest task, ms (0.1 where none was over 50)', ({ longTasks }) =>
      Math.max(0.1, ...longTasks),
    );
    const figures = { ...figuresOf(results, what, ({ ms }) => ms), ...longest };
    const peers = contenders.slice(1).map(({ name }) => name);
    const best = quickest(figures, peers, what);
    const ourTasks = (results.get('ours') ?? []).flatMap(({ longTasks }) => longTasks);
    const worst = Math.max(0, ...ourTasks);
    return {
      name: 'away',
      title: `away for 30 days: pull ${rows} rows`,
      figures,
      verdicts: [
        ...peers.map((name) =>
          fasterBy(
            'pull',
            [figure(figures, 'ours', what).median, figure(figures, name, what).median],
            name,
            name === best ? { must: 2.5, aim: 4 } : { must: null, aim: null },
          ),
        ),
        {
          what: `longest task on the main thread, ms (${ourTasks.length} over ${tooLongMs} in ${rounds} rounds)`,
          ours: worst,
          other: tooLongMs,
          otherName: 'limit',
          ratio: worst / tooLongMs,
          direction: 'at most',
          must: 1,
          aim: 1,
        },
      ],
      notes: [],
    };
  },
};
