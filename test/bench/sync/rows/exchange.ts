import { startBadWire, type BadWire } from '../../../support/bad-wire.ts';
import { openDevice, type Contender } from '../device.ts';
import type { Transfer } from '../pages/bench-side.ts';
import type { BenchServer } from '../server-process.ts';

/** One exchange between two new devices of one person. */
export interface Exchange {
  readonly push: Transfer;
  readonly pull: Transfer;
  readonly ms: number;
  /** At the wire, both ways, push and pull together. */
  readonly bytes: number;
  readonly requests: number;
  readonly resets: number;
}

export interface ExchangeOptions {
  readonly server: BenchServer;
  readonly script: string;
  readonly contender: Contender;
  readonly records: number;
  /** How the wire behaves while something is measured. */
  readonly network: Partial<Parameters<BadWire['set']>[0]>;
  readonly seed: number;
}

/** The first device sends what it queued, then the second brings it. A wrong result throws: fast and wrong is no peer. */
export const measureExchange = async (options: ExchangeOptions): Promise<Exchange> => {
  const { server, script, contender, records, network, seed } = options;
  const round = await server.begin({ members: 1, rows: 0 });
  const wire = await startBadWire({ upstreamPort: server.port, seed });
  const where = { server, round, port: wire.port };
  const first = await openDevice(script, contender, where);
  const second = await openDevice(script, contender, where);
  try {
    const queued = await first.page.evaluate((count) => benchSide.queue(count), records);
    const before = wire.counts();
    wire.set(network);
    const push = await first.page.evaluate(() => benchSide.push());
    const pull = await second.page.evaluate(() => benchSide.pull());
    const after = wire.counts();
    wire.set(goodAgain);
    demandSame(`${contender.name}, server`, queued, await server.ids(contender.side));
    demandSame(`${contender.name}, second device`, queued, await second.page.evaluate(() => benchSide.ids()));
    return {
      push,
      pull,
      ms: push.ms + pull.ms,
      bytes: after.up + after.down - before.up - before.down,
      requests: after.requests - before.requests,
      resets: after.resets - before.resets,
    };
  } finally {
    await first.close();
    await second.close();
    await wire.close();
  }
};

const goodAgain = { delayMs: 0, upBitsPerSecond: null, downBitsPerSecond: null, resetPerAnswer: 0 } as const;

/** Every id exactly once. */
export const demandSame = (where: string, expected: readonly string[], found: readonly string[]): void => {
  const known = new Set(found);
  const missing = expected.filter((id) => !known.has(id)).length;
  if (missing > 0 || found.length !== expected.length || known.size !== found.length) {
    throw new Error(
      `${where}: ${found.length} records, ${known.size} different, ${missing} of ${expected.length} missing`,
    );
  }
};
