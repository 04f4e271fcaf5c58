import type { Who } from './council.ts';
import type { Disk } from './disk.ts';
import type { Ledger } from './ledger.ts';
import { createLocks } from './locks.ts';
import { openTab, type Browser, type Tab } from './tab.ts';
import type { World } from './world.ts';

/** One browser of one person. At most two tabs are open at a time. */
export interface Tablet extends Browser {
  readonly who: Who;
  readonly tabs: readonly Tab[];
  /** The tab that is open, or a new one. */
  readonly anyTab: () => Tab;
  readonly openSecond: () => void;
  readonly closeOne: () => void;
  /** Ends every tab in the middle of whatever it does. */
  readonly crash: () => void;
  readonly setOnline: (isOnline: boolean) => void;
  readonly backUp: () => Promise<void>;
  /** Puts the tablet back to its own backup: a different disk, and nobody is signed in by a cookie of today. */
  readonly restore: () => Promise<boolean>;
  /** Whether it was ever put back. */
  wasRestored: boolean;
  /** A code that was handed out and not used up, as far as the person knows. */
  code: string | null;
}

const second = 1000;
/** Which of the ways to answer a tablet has; some are as slow as a telephone in a car park. */
const slownesses = [1, 1, 1, 1, 10] as const;
/** How many browsers have forgotten their locks. */
const brokenLocksRate = 0.4;

export const createTablet = (world: World, who: Who, name: string, disk: Disk, ledger: Ledger): Tablet => {
  const { chance, council } = world;
  const tabs: Tab[] = [];
  let backup: { readonly cookie: string } | null = null;
  const open = (): Tab => {
    const tab = openTab(world, tablet, ledger);
    tabs.push(tab);
    return tab;
  };
  const tablet: Tablet = {
    who,
    name,
    personId: council.people[who],
    disk,
    line: {
      cookie: '',
      isOnline: true,
      isPortal: false,
      isTooOld: false,
      hold: null,
      holdOffer: null,
      rescuesUnderWay: 0,
      busyUntil: 0,
      slowness: chance.pick(slownesses),
      pageLimit: chance.pick([2, 5, 500, 500]),
    },
    locks: createLocks(),
    clockAhead: chance.happens(0.2) ? chance.int(-500, 500) * second : 0,
    code: null,
    wasRestored: false,
    tabs,
    anyTab: () => (tabs.length === 0 ? open() : chance.pick([tabs[0] ?? open(), ...tabs])),
    openSecond: () => {
      if (tabs.length < 2) open();
    },
    closeOne: () => tabs.pop()?.end(),
    crash: () => {
      for (const tab of tabs.splice(0)) tab.end();
    },
    setOnline: (isOnline) => {
      if (isOnline === tablet.line.isOnline) return;
      tablet.line.isOnline = isOnline;
      for (const tab of tabs) tab.signal(isOnline ? 'online' : 'offline');
    },
    backUp: async () => {
      backup = { cookie: tablet.line.cookie };
      await disk.backUp();
    },
    restore: async () => {
      if (backup === null) return false;
      tablet.crash();
      tablet.line.cookie = backup.cookie;
      tablet.wasRestored = true;
      return disk.restore();
    },
  };
  if (chance.happens(brokenLocksRate)) tablet.locks.forget();
  return tablet;
};
