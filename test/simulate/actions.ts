import { everybody } from './council.ts';
import { excuseBeforeTabletRestore } from './excuses.ts';
import type { Action } from './play.ts';
import { enrolIfNeeded, say, sayMuch } from './say-and-enrol.ts';
import { flapGrants, portal, restores, revoke } from './worst-moments.ts';

const second = 1000;
const hour = 3600 * second;
const day = 24 * hour;

const jumpClock: Action = ({ chance }, tablet) => {
  const far = chance.happens(0.2) ? 400 * day : 500 * second;
  tablet.clockAhead += Math.round((chance.float() * 2 - 1) * far);
};

const changeGrants: Action = async ({ chance, council }) => {
  const who = chance.pick(everybody);
  // Lost, given back, or another one: each makes every device of the person fetch again.
  const grants = chance.pick([
    [],
    council.grantsOf(who),
    council.grantsOf(who),
    [...council.grantsOf(who), { role: 'clerk', committeeId: chance.pick(council.committees) } as const],
  ]);
  await council.setGrants(who, grants);
};

const restoreTablet: Action = async (play, tablet) => {
  const before = await tablet.disk.look();
  if (!(await tablet.restore())) return;
  await excuseBeforeTabletRestore(play, tablet, before);
};

/** Everybody closes the app; one may open it again a year later than the others. */
const sleep: Action = async ({ chance, timeline, tablets }) => {
  const sleepers = tablets.filter(() => chance.happens(0.8));
  if (sleepers.length < tablets.length) for (const tablet of sleepers) tablet.crash();
  else {
    for (const tablet of tablets) tablet.crash();
    await timeline.pass(chance.pick([8 * hour, 8 * day, 365 * day]));
    chance.pick(tablets).anyTab();
  }
};

/** Everything that can happen in one step. */
export const actions = {
  say,
  sayMuch,
  enrolIfNeeded,
  openSecond: (_, tablet) => tablet.openSecond(),
  closeOne: (_, tablet) => tablet.closeOne(),
  crash: (_, tablet) => tablet.crash(),
  showOrHide: ({ chance }, tablet) => tablet.anyTab().show(chance.happens(0.6)),
  onOrOffline: (_, tablet) => tablet.setOnline(!tablet.line.isOnline),
  portal,
  growOld: (_, { line }) => void (line.isTooOld = true),
  jumpClock,
  changeGrants,
  flapGrants,
  revoke,
  publish: ({ council, chance }) => council.publish(chance.pick(council.meetings)),
  backUpServer: ({ server }) => server.backUp(),
  ...restores,
  backUpTablet: (_, tablet) => tablet.backUp(),
  restoreTablet,
  sleep,
} satisfies Record<string, Action>;
