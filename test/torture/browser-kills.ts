import type { Page } from '@playwright/test';
import { seeded } from '../support/seeded.ts';
import { makeProfile, removeProfile, startTablet, type Tablet } from '../support/tablet.ts';
import { inspectSecond, inspectTablet } from './browser/inspect-tablet.ts';
import type { Shown } from './browser/on-tablet.ts';
import { serveRecordPage } from './browser/serve-page.ts';
import { tearCopies } from '../support/tear-copies.ts';
import type { Part } from './part.ts';

// A profile is used for so many kills in a row: each start reads all of it.
const killsOfAProfile = 40;
const tabs = 2;
// Every so many kills the logs of both copies are torn as well, or a short run would never see a recovery.
const killsToATear = 4;

/** Chromium killed with -9 while two tabs save; then the same profile again, and all that was shown. */
export const browserKills: Part = {
  name: 'browser-kills',
  rounds: { full: 200, ci: 5 },
  run: async ({ rounds, seed, tell }) => {
    const page = await serveRecordPage();
    const random = seeded(seed);
    const violations: string[] = [];
    const counts = { shownSaved: 0, typedNotShown: 0, torn: 0, recovered: 0, secondLost: 0 };
    try {
      for (let done = 0; done < rounds; done += killsOfAProfile) {
        const life = openLife(page.address);
        try {
          const kills = Math.min(killsOfAProfile, rounds - done);
          for (let kill = 0; kill <= kills; kill += 1) {
            const isLast = kill === kills;
            const found = await lookAndKill(life, isLast ? null : Math.floor(random() * 40));
            violations.push(...found.map((fault) => `seed ${seed}, after kill ${done + kill}: ${fault}`));
            if (isLast) break;
            tell();
            if (kill % killsToATear === 0 && tearCopies(life.profile) > 0) counts.torn += 1;
          }
          const saved = life.shown.filter(({ kind }) => kind === 'saved').length;
          counts.shownSaved += saved;
          counts.typedNotShown += life.shown.length - 2 * saved;
          counts.recovered += life.recovered;
          counts.secondLost += life.secondLost;
        } finally {
          removeProfile(life.profile);
        }
      }
    } finally {
      page.close();
    }
    // Nothing of it would mean anything if Chromium had stopped throwing torn databases away.
    if (rounds > killsToATear && counts.recovered === 0) violations.push('no recovery was seen');
    return { rounds, violations, figures: counts };
  },
};

/** A profile from its first start to its last. */
interface Life {
  readonly address: string;
  readonly profile: string;
  /** What was shown so far, in whatever life. */
  readonly shown: Shown[];
  /** Of the device; empty before it is enrolled. */
  key: string;
  /** How often the first copy was gone at a start, and how often the second. */
  recovered: number;
  secondLost: number;
}

const openLife = (address: string): Life => ({
  address,
  profile: makeProfile(),
  shown: [],
  key: '',
  recovered: 0,
  secondLost: 0,
});

/**
 * One start of the browser on the profile: what is wrong with what the last one left, then saving until the plug is
 * pulled, after so many things were shown; null for a last look.
 */
const lookAndKill = async (life: Life, after: number | null): Promise<readonly string[]> => {
  const tablet = await startTablet(life.profile);
  try {
    const { promise: due, resolve: kill } = Promise.withResolvers<void>();
    let before = Infinity;
    await tablet.context.exposeFunction('show', (one: Shown) => {
      life.shown.push(one);
      // "Typed" counts as much as "saved": the plug is pulled before, during and after a save.
      if (after !== null && life.shown.length - before > after) kill();
    });
    await tablet.page.goto(life.address);
    const found = await look(life, tablet.page);
    before = life.shown.length;
    if (after !== null) await saveUntil(due, tablet, life.address);
    return found;
  } finally {
    await tablet.kill();
  }
};

/** Held against what earlier lives showed, before this one adds to it. */
const look = async (life: Life, page: Page): Promise<readonly string[]> => {
  const found = await page.evaluate(() => globalThis.recorder.start());
  if (life.key === '') return enrol(life, page);
  if (!found.hasFirst) life.recovered += 1;
  if (found.second === null) life.secondLost += 1;
  const left = await page.evaluate(() => globalThis.recorder.look());
  if (left.key === '') {
    // One violation rather than one for each record, and the next life begins with nothing.
    const saved = life.shown.filter(({ kind }) => kind === 'saved').length;
    life.shown.length = 0;
    return [`both copies are gone, ${saved} saves with them`, ...(await enrol(life, page))];
  }
  return [...inspectSecond(found, life.shown), ...inspectTablet(left, life.shown, life.key)];
};

const enrol = async (life: Life, page: Page): Promise<readonly string[]> => {
  await page.evaluate(() => globalThis.recorder.enrol());
  life.key = (await page.evaluate(() => globalThis.recorder.look())).key;
  return life.key === '' ? ['the tablet did not become anybody’s'] : [];
};

const saveUntil = async (due: Promise<void>, tablet: Tablet, address: string): Promise<void> => {
  const pages: Page[] = [tablet.page];
  while (pages.length < tabs) {
    const page = await tablet.context.newPage();
    await page.goto(address);
    pages.push(page);
  }
  // Each tab starts as the app does, while the others save.
  const saving = pages.map((page) =>
    page.evaluate(async () => {
      await globalThis.recorder.start();
      await globalThis.recorder.saveForEver();
    }),
  );
  // A save that ends by itself failed, unless the browser is gone already.
  await Promise.race([due, ...saving]);
  void Promise.allSettled(saving);
};
