import { actions } from './actions.ts';
import type { Play } from './play.ts';
import type { Chance } from './chance.ts';

type Weights = Readonly<Record<keyof typeof actions, number>>;

/** How often each comes, against the others. */
const usual: Weights = {
  say: 6,
  sayMuch: 2,
  enrolIfNeeded: 3,
  openSecond: 2,
  closeOne: 1,
  crash: 0.7,
  showOrHide: 1,
  onOrOffline: 1.5,
  portal: 0.6,
  growOld: 0.2,
  jumpClock: 1.2,
  changeGrants: 0.6,
  flapGrants: 0.5,
  revoke: 0.6,
  publish: 0.4,
  backUpServer: 0.6,
  restoreServer: 0.1,
  restoreInVain: 0.05,
  restoreReceipt: 0.05,
  restoreRescue: 0.05,
  restoreTalk: 0.05,
  backUpTablet: 0.5,
  restoreTablet: 0.3,
  sleep: 0.5,
};

/**
 * Most histories are about nothing, and each of them prefers some steps. Some are about one thing, so that
 * the faults that need several steps of it are met in hundreds of histories and not in tens of thousands.
 */
const themes = {
  plain: {},
  restores: {
    say: 4,
    jumpClock: 3,
    backUpServer: 1,
    restoreServer: 2,
    restoreInVain: 1,
    restoreReceipt: 1,
    restoreRescue: 1,
    restoreTalk: 1,
  },
  lateReceipts: { say: 4, backUpServer: 1, restoreReceipt: 5 },
  vainRevocations: { say: 4, backUpServer: 1, restoreInVain: 5 },
  talk: { say: 4, backUpServer: 1, restoreTalk: 5 },
  offices: { say: 3, flapGrants: 5, revoke: 5 },
  portals: { say: 3, portal: 6, publish: 6 },
} satisfies Record<string, Partial<Weights>>;

export type Theme = keyof typeof themes;

const isTheme = (name: string): name is Theme => Object.hasOwn(themes, name);

/** The theme of this name; throws for any other. */
export const themeOf = (name: string): Theme => {
  if (!isTheme(name)) throw new Error(`there is no theme ${name}: ${Object.keys(themes).join(', ')}`);
  return name;
};

const chances = ['plain', 'plain', 'restores', 'restores', 'offices', 'portals'] as const;

export type Script = (play: Play) => Promise<void>;

const minute = 60_000;

/** One step of a history after the other, chosen anew each time; `wanted` is a theme for all histories of a run. */
export const createScript = (chance: Chance, wanted: Theme | null): Script => {
  const drawn = chance.pick(chances);
  const theme: Partial<Weights> = themes[wanted ?? drawn];
  const rest = Object.keys(theme).length > 0 ? 0.3 : 1;
  const names = Object.keys(usual) as (keyof typeof actions)[];
  const weighed = names.map((name) => ({
    name,
    weight: theme[name] ?? usual[name] * rest * chance.pick([0.3, 1, 1, 1, 5]),
  }));
  const sum = weighed.reduce((total, { weight }) => total + weight, 0);
  return async (play) => {
    // People go on working, whatever else happens.
    if (chance.happens(0.6)) await actions.say(play, chance.pick(play.tablets));
    let left = chance.float() * sum;
    const chosen = weighed.find(({ weight }) => (left -= weight) < 0);
    if (chosen === undefined) return;
    const tablet = chance.pick(play.tablets);
    play.trace.note(play.timeline.now(), `${tablet.name} ${chosen.name}`);
    await actions[chosen.name](play, tablet);
    // Mostly seconds; now and then long enough for every timer to have come.
    await play.timeline.pass(
      chance.happens(0.1) ? chance.int(1, 5) * minute : chance.int(0, chance.pick([200, 2000, 15_000])),
    );
  };
};
