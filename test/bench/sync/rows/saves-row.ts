import { join } from 'node:path';
import { statistics } from '../../statistics.ts';
import { durablePeers, ours, quickPeers } from '../contenders.ts';
import { openDevice } from '../device.ts';
import { startBenchServer } from '../server-process.ts';
import { figure, inRotation, partOf, type Row, type RowResult } from './row.ts';

const contenders = [ours, ...durablePeers, ...quickPeers];
const what = 'one save, ms';
const worst = 'p99 of a round, ms';
// The first saves of a page also compile what they run.
const unmeasured = 20;
// LevelDB empties its write buffer about every 2,500 rows, and saves at that moment take three times as long. With the
// same number of rows present each time, that moment falls into the measured saves of one side in all rounds and of
// another in none.
const morePresentEachRound = 360;

/** 200 saves one after the other on a device that holds 10,000 records already. */
export const savesRow: Row = {
  name: 'saves',
  measure: async ({ rounds, quick, scripts, folder }): Promise<RowResult> => {
    const server = await startBenchServer(join(folder, 'saves'));
    const [present, saves] = quick ? [1000, 50] : [10_000, 200];
    const results = await inRotation(contenders, rounds, async (contender, turn) => {
      const round = await server.begin({ members: 1, rows: 0 });
      const device = await openDevice(scripts[contender.side], contender, {
        server,
        round,
        port: server.port,
      });
      try {
        const queued = present + Math.max(turn, 0) * morePresentEachRound;
        await device.page.evaluate((count) => benchSide.queue(count), queued);
        const times = await device.page.evaluate((count) => benchSide.saveSingly(count), saves + unmeasured);
        const ids = await device.page.evaluate(() => benchSide.ids());
        if (new Set(ids).size !== queued + saves + unmeasured)
          throw new Error(`${contender.name} lost a save`);
        return times.slice(unmeasured);
      } finally {
        await device.close();
      }
    });
    await server.stop();
    const figures = Object.fromEntries(
      [...results].flatMap(([name, times]) => [
        [`${name}: ${what}`, statistics(times.flat())],
        [`${name}: ${worst}`, statistics(times.map((round) => statistics(round).p99))],
      ]),
    );
    const names = durablePeers.map(({ name }) => name);
    // In a round the p99 is the third slowest of 200, and is chance; of all rounds' saves together it is not.
    const slowest = (name: string): number => figure(figures, name, what).p99;
    const best = names.reduce((one, other) => (slowest(other) < slowest(one) ? other : one));
    const judged = (name: string) => {
      const bounds = name === best ? { must: 1.2, aim: 1 } : { must: null, aim: null };
      return partOf('p99 of all saves', [slowest('ours'), slowest(name)], name, bounds);
    };
    const shown = (name: string) => {
      const pair = [figure(figures, 'ours', worst).median, figure(figures, name, worst).median] as const;
      return partOf('p99 of a save, median of the rounds', pair, name, { must: null, aim: null });
    };
    const others = contenders.slice(1).map(({ name }) => name);
    return {
      name: 'saves',
      title: `${saves} single saves, durable, with ${present} rows present and more`,
      figures,
      verdicts: [...others.map(judged), ...others.map(shown)],
      notes: [
        'RxDB strict: its storage option chromeTransactionDurability. PouchDB has no such option, so the page asks for strict in its place. Without that both are relaxed: no save of theirs is promised to survive a power cut.',
        'Ours has the digest in it, writes the record, its place in the outbox and its number at once, and all of it a second time in a storage bucket of its own, strict as well: without that about one kill of Chromium in a hundred takes the whole database away, ours or a peer’s (docs/torture.md).',
      ],
    };
  },
};
