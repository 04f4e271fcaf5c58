import { join } from 'node:path';
import type { Statistics } from '../../statistics.ts';
import { ours, peersAsTheyCome, quickPeers } from '../contenders.ts';
import type { Contender } from '../device.ts';
import { startBenchServer } from '../server-process.ts';
import { measureExchange, type Exchange } from './exchange.ts';
import {
  fasterBy,
  figure,
  figuresOf,
  inRotation,
  partOf,
  quickest,
  type Row,
  type RowOptions,
  type RowResult,
} from './row.ts';

/** 100 ms there and back, 1 Mbit/s each way, and every fiftieth answer broken off. */
const badNetwork = {
  delayMs: 50,
  upBitsPerSecond: 1e6,
  downBitsPerSecond: 1e6,
  resetPerAnswer: 0.02,
} as const;

const both = 'push and pull, ms';

type Figures = Readonly<Record<string, Statistics>>;

const measure = async (
  options: RowOptions,
  contenders: readonly Contender[],
  network: Partial<typeof badNetwork>,
): Promise<Figures> => {
  const server = await startBenchServer(join(options.folder, `exchange${String(network.delayMs)}`));
  try {
    const results = await inRotation(contenders, options.rounds, (contender, round) =>
      measureExchange({
        server,
        script: options.scripts[contender.side],
        contender,
        records: options.quick ? 200 : 1000,
        network,
        // Every contender meets the same chances in a round.
        seed: round + 2,
      }),
    );
    const pick = (what: string, of: (exchange: Exchange) => number): Figures => figuresOf(results, what, of);
    return {
      ...pick('push, ms', ({ push }) => push.ms),
      ...pick('pull, ms', ({ pull }) => pull.ms),
      ...pick(both, ({ ms }) => ms),
      ...pick('bytes', ({ bytes }) => bytes),
      ...pick('requests', ({ requests }) => requests),
    };
  } finally {
    await server.stop();
  }
};

const groups = ['PouchDB', 'RxDB'] as const;
// Either batch size may be the quicker one, so the quicker one is what counts.
const quicker = (figures: Figures, group: (typeof groups)[number]): string =>
  quickest(figures, [group, `${group}, batches of 100`], both);

/** 1,000 records from one device to another on a perfect network. */
export const exchangeRow: Row = {
  name: 'exchange',
  measure: async (options): Promise<RowResult> => {
    const figures = await measure(options, [ours, ...quickPeers, ...peersAsTheyCome], {});
    const bounds = { PouchDB: { must: 2, aim: 3 }, RxDB: { must: 1.5, aim: 2 } };
    const verdicts = groups.map((group) => {
      const peer = quicker(figures, group);
      const times = [figure(figures, 'ours', both).median, figure(figures, peer, both).median] as const;
      return fasterBy('push and pull', times, peer, bounds[group]);
    });
    const defaults = peersAsTheyCome.map(({ name }) => {
      const times = [figure(figures, 'ours', both).median, figure(figures, name, both).median] as const;
      return fasterBy('push and pull, beside its own batches', times, name, { must: null, aim: null });
    });
    return {
      name: 'exchange',
      title: 'push 1,000 queued records, pull them on a second device',
      figures,
      verdicts: [...verdicts, ...defaults],
      notes: [],
    };
  },
};

// Two devices cannot meet with fewer than two requests, and RxDB at its quickest sends everything in three: a third
// of that cannot be had. PouchDB, whose protocol is the one to beat here, needs four times as many.
const requestBounds = (peer: string) =>
  peer === 'PouchDB' ? { must: 0.34, aim: 0.3 } : { must: null, aim: null };

/** The same on a network as in a village hall. */
export const badNetworkRow: Row = {
  name: 'bad-network',
  measure: async (options): Promise<RowResult> => {
    const figures = await measure(options, [ours, ...quickPeers], badNetwork);
    const names = quickPeers.map(({ name }) => name);
    const best = quickest(figures, names, both);
    const others = names.filter((name) => name !== best);
    const compare = (peer: string, isJudged: boolean) => {
      const medians = (what: string) =>
        [figure(figures, 'ours', what).median, figure(figures, peer, what).median] as const;
      const bounds = (must: number, aim: number) => (isJudged ? { must, aim } : { must: null, aim: null });
      return [
        fasterBy('push and pull', medians(both), peer, bounds(2, 2.5)),
        partOf('bytes at the wire', medians('bytes'), peer, bounds(0.6, 0.5)),
        partOf('requests', medians('requests'), peer, requestBounds(peer)),
      ];
    };
    return {
      name: 'bad-network',
      title: 'the same through 100 ms RTT, 1 Mbit/s, 2 % resets',
      figures,
      verdicts: [...compare(best, true), ...others.flatMap((name) => compare(name, false))],
      notes: [
        'Requests are held to 0.34 of PouchDB’s. RxDB with batches of 1,000 has one push and two pulls; two devices that exchange anything have two requests at least, so 0.34 of three cannot be met by anybody.',
        'Every side tries again as ours does; RxDB waits half a second each time, the mean of the others at first.',
      ],
    };
  },
};
