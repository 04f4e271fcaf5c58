import type { Page } from '@playwright/test';
import { seeded } from '../support/seeded.ts';
import { makeProfile, removeProfile, startTablet, type Tablet } from '../support/tablet.ts';
import { inspectTablet, isThrownAway, thrownAway } from './browser/inspect-tablet.ts';
import type { Shown } from './browser/on-tablet.ts';
import { serveRecordPage } from './browser/serve-page.ts';
import type { Part } from './part.ts';

// A profile is used for so many kills in a row: each start reads all of it.
const killsOfAProfile = 40;
const tabs = 2;
// Chromium's own loss, about one in a hundred kills (docs/torture.md): a run as short as CI's goes on after the
// first, or one landing in twenty would fail for it. The full run fails on each.
const shortRun = 20;

/** Chromium killed with -9 while two tabs save; then the same profile again, and all that was shown. */
export const browserKills: Part = {
  name: 'browser-kills',
  rounds: { full: 200, ci: 5 },
  run: async ({ rounds, seed, tell }) => {
    const page = await serveRecordPage();
    const random = seeded(seed);
    const violations: string[] = [];
    let shownSaved = 0;
    let typed = 0;
    try {
      for (let done = 0; done < rounds; done += killsOfAProfile) {
        const profile = makeProfile();
        try {
          const kills = Math.min(killsOfAProfile, rounds - done);
          const shown: Shown[] = [];
          for (let kill = 0; kill <= kills; kill += 1) {
            const isLast = kill === kills;
            const after = isLast ? null : Math.floor(random() * 40);
            const found = await lookAndKill(page.address, profile, { shown, after });
            if (!isLast) tell();
            violations.push(...found.map((fault) => `seed ${seed}, after kill ${done + kill}: ${fault}`));
          }
          shownSaved += shown.filter(({ kind }) => kind === 'saved').length;
          typed += shown.filter(({ kind }) => kind === 'typed').length;
        } finally {
          removeProfile(profile);
        }
      }
    } finally {
      page.close();
    }
    const lost = violations.filter((violation) => violation.includes(thrownAway));
    const isExcused = rounds <= shortRun && lost.length === 1;
    return {
      rounds,
      violations: isExcused ? violations.filter((violation) => !lost.includes(violation)) : violations,
      figures: { shownSaved, typedNotShown: typed - shownSaved, thrownAway: lost.length },
    };
  },
};

interface Kill {
  /** What was shown so far; this life adds to it. */
  readonly shown: Shown[];
  /** How many things are shown before the plug is pulled; null for a last look. */
  readonly after: number | null;
}

/** One life of the browser on the profile: what is wrong with what the last one left, then saving until the plug is pulled. */
const lookAndKill = async (
  address: string,
  profile: string,
  { shown, after }: Kill,
): Promise<readonly string[]> => {
  const tablet = await startTablet(profile);
  try {
    const { promise: due, resolve: kill } = Promise.withResolvers<void>();
    const counts = { before: Infinity };
    await tablet.context.exposeFunction('show', (one: Shown) => {
      shown.push(one);
      // "Typed" counts as much as "saved": the plug is pulled before, during and after a save.
      if (after !== null && shown.length - counts.before > after) kill();
    });
    await tablet.page.goto(address);
    // Held against what earlier lives showed, before this one adds to it.
    const left = await tablet.page.evaluate(() => globalThis.recorder.look());
    const found = inspectTablet(left, shown);
    if (isThrownAway(left, shown)) shown.length = 0;
    counts.before = shown.length;
    if (after !== null) await saveUntil(due, tablet, address);
    return found;
  } finally {
    await tablet.kill();
  }
};

const saveUntil = async (due: Promise<void>, tablet: Tablet, address: string): Promise<void> => {
  const pages: Page[] = [tablet.page];
  while (pages.length < tabs) {
    const page = await tablet.context.newPage();
    await page.goto(address);
    pages.push(page);
  }
  const saving = pages.map((page) => page.evaluate(() => globalThis.recorder.saveForEver()));
  // A save that ends by itself failed, unless the browser is gone already.
  await Promise.race([due, ...saving]);
  void Promise.allSettled(saving);
};
