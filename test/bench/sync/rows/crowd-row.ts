import { join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { chromiumArgs, findChromium } from '../../../support/find-chromium.ts';
import { statistics } from '../../statistics.ts';
import { startBenchServer, type BenchServer } from '../server-process.ts';
import type { BenchRound } from '../server/verbs.ts';
import { demandSame } from './exchange.ts';
import { partOf, type Row, type RowResult } from './row.ts';

const devices = 20;
const recordsEach = 50;

/** What one round showed; times in milliseconds, one of each device. */
interface Crowd {
  /** From the first byte of a push to its receipts. */
  readonly receipts: readonly number[];
  /** The same number of bytes to an address that does nothing. */
  readonly bare: readonly number[];
  /** Until the receipts were kept on the devices too. */
  readonly kept: readonly number[];
  readonly lost: number;
  readonly duplicated: number;
}

/** 20 devices of 20 members send 50 records each, all at once. */
export const crowdRow: Row = {
  name: 'crowd',
  measure: async ({ rounds, scripts, folder }): Promise<RowResult> => {
    const server = await startBenchServer(join(folder, 'crowd'));
    const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArgs });
    const measured: Crowd[] = [];
    for (let round = -1; round < rounds; round += 1) {
      const crowd = await measureCrowd(server, browser, scripts.ours);
      if (round >= 0) measured.push(crowd);
    }
    await browser.close();
    await server.stop();
    const figures = {
      'receipt, ms': statistics(measured.flatMap(({ receipts }) => receipts)),
      'bare round trip, ms': statistics(measured.flatMap(({ bare }) => bare)),
      'receipt kept on the device, ms': statistics(measured.flatMap(({ kept }) => kept)),
    };
    const sum = (pick: (crowd: Crowd) => number) => measured.reduce((total, one) => total + pick(one), 0);
    const none = (what: string, count: number) => ({
      what: `${what} of ${devices * recordsEach * rounds}`,
      ours: count,
      other: 0,
      otherName: 'none',
      ratio: count,
      direction: 'at most' as const,
      must: 0,
      aim: 0,
    });
    const p99s = [figures['receipt, ms'].p99, figures['bare round trip, ms'].p99] as const;
    return {
      name: 'crowd',
      title: `${devices} devices x ${recordsEach} records at once`,
      figures,
      verdicts: [
        none(
          'lost',
          sum(({ lost }) => lost),
        ),
        none(
          'duplicated',
          sum(({ duplicated }) => duplicated),
        ),
        partOf('p99 of a receipt', p99s, 'bare round trip', { must: null, aim: 3 }),
      ],
      notes: [
        'The devices are the real sync in 20 private windows of one Chromium, whose storage is in memory.',
      ],
    };
  },
};

const measureCrowd = async (server: BenchServer, browser: Browser, script: string): Promise<Crowd> => {
  const round = await server.begin({ members: devices, rows: 0 });
  const pages: Page[] = [];
  for (const personId of round.members)
    pages.push(await openWindow(server, browser, script, round, personId));
  const queued: string[] = [];
  for (const page of pages) queued.push(...(await page.evaluate((n) => benchSide.queue(n), recordsEach)));
  // Their sizes are alike, so one number of bytes serves all.
  const bare = await Promise.all(pages.map((page) => page.evaluate(bareTrip, recordsEach * 250)));
  const kept = await Promise.all(pages.map((page) => page.evaluate(() => benchSide.push())));
  const receipts = await Promise.all(pages.map((page) => page.evaluate(() => globalThis.pushTimes)));
  const found = await server.ids('ours');
  for (const [index, page] of pages.entries()) {
    const own = queued.slice(index * recordsEach, (index + 1) * recordsEach);
    demandSame('device', own, await page.evaluate(() => benchSide.ids()));
    await page.context().close();
  }
  const different = new Set(found);
  return {
    receipts: receipts.flat(),
    bare,
    kept: kept.map(({ ms }) => ms),
    lost: queued.filter((id) => !different.has(id)).length,
    duplicated: found.length - different.size,
  };
};

declare global {
  var pushTimes: number[];
}

const openWindow = async (
  server: BenchServer,
  browser: Browser,
  script: string,
  { councilId, meetingId, remote }: BenchRound,
  personId: string,
): Promise<Page> => {
  const page = await (await browser.newContext()).newPage();
  await page.addInitScript({ path: script });
  await page.goto(`http://127.0.0.1:${server.port}/bench`);
  const code = await server.invite(personId);
  const options = {
    code,
    councilId,
    personId,
    meetingId,
    remote,
    strict: true,
    batch: 0,
    firstContact: true,
  };
  await page.evaluate((given) => benchSide.open(given), options);
  await page.evaluate(listenToPushes);
  return page;
};

/** Runs in the page: notes how long each push waits for its answer. */
const listenToPushes = (): void => {
  const { fetch } = globalThis;
  globalThis.pushTimes = [];
  globalThis.fetch = async (input, init) => {
    const start = performance.now();
    const response = await fetch(input, init);
    if (init?.method === 'POST') {
      await response.clone().arrayBuffer();
      globalThis.pushTimes.push(performance.now() - start);
    }
    return response;
  };
};

/** Runs in the page: one POST of so many bytes to an address that reads and answers. */
const bareTrip = async (bytes: number): Promise<number> => {
  const start = performance.now();
  const response = await fetch('/bench/echo', { method: 'POST', body: 'x'.repeat(bytes) });
  await response.arrayBuffer();
  // What was measured here is no push.
  globalThis.pushTimes = [];
  return performance.now() - start;
};
