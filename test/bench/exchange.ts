import type { Page } from '@playwright/test';
import { demoPeople, type DemoServer } from '../support/demo-server.ts';
import { openBenchPage } from './bench-page.ts';
import type { Kept } from './pages/exchange-side.ts';

/** How many records one tablet sends and the other one fetches. */
export const exchangedEvents = 1000;

/** Milliseconds. */
export interface Exchange {
  readonly push: number;
  readonly pull: number;
  readonly both: number;
}

/** Two new tablets of one person: the first sends, then the second fetches. A fast wrong round throws. */
export const measureExchange = async (demo: DemoServer, script: string): Promise<Exchange> => {
  const first = await openTablet(demo, script);
  try {
    const second = await openTablet(demo, script);
    try {
      // A person's tablets hold all that was sent before; what counts is what is new in this round.
      const before = await second.page.evaluate(() => tabletSide.exchange().read());
      const saved = await first.page.evaluate((count) => tabletSide.exchange().save(count), exchangedEvents);
      const push = await first.page.evaluate(() => tabletSide.exchange().push());
      const pull = await second.page.evaluate(() => tabletSide.exchange().pull());
      const received = await first.page.evaluate(() => tabletSide.exchange().read());
      const fetched = await second.page.evaluate(() => tabletSide.exchange().read());
      demandSame('receipts', saved, received.slice(before.length));
      demandSame('second tablet', saved, fetched.slice(before.length));
      return { push, pull, both: push + pull };
    } finally {
      await second.close();
    }
  } finally {
    await first.close();
  }
};

const openTablet = async (
  demo: DemoServer,
  script: string,
): Promise<{ readonly page: Page; readonly close: () => Promise<void> }> => {
  const opened = await openBenchPage(demo.address, script);
  const code = await demo.inviteFor(demoPeople.member);
  await opened.page.evaluate((given) => tabletSide.openExchange(given), code);
  return opened;
};

/** The same records, each once, in the order of saving, numbered without a gap. */
const demandSame = (where: string, saved: readonly Kept[], kept: readonly Kept[]): void => {
  if (saved.length !== exchangedEvents || kept.length !== saved.length) {
    throw new Error(`${where}: ${kept.length} records of ${saved.length}`);
  }
  const [first] = kept;
  for (const [index, { id, digest, seq }] of kept.entries()) {
    const expected = saved[index];
    const isNext = seq !== null && seq === (first?.seq ?? NaN) + index;
    if (id !== expected?.id || digest !== expected.digest || !isNext) {
      throw new Error(`${where}: record ${index + 1} is not the one that was saved there`);
    }
  }
};
