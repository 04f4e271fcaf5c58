import type { Chance } from './chance.ts';
import { everybody } from './council.ts';
import type { Look } from './disk.ts';
import type { Ledger } from './ledger.ts';
import { excuseBeforeServerRestore, excuseBeforeTabletRestore } from './excuses.ts';
import { chooseStatements } from './statements.ts';
import type { Tablet } from './tablet.ts';
import type { World } from './world.ts';

/** Everything that people and machines do in one history. */
export interface Play extends World {
  readonly tablets: readonly [Tablet, ...Tablet[]];
  readonly ledger: Ledger;
}

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

type Action = (play: Play, tablet: Tablet) => Promise<void> | void;

const say: Action = async (play, tablet) => {
  const { chance, council, ledger } = play;
  const own = ledger.attempts
    .filter((attempt) => attempt.tablet === tablet && attempt.shown !== null)
    .flatMap(({ ids }) => ids);
  const { events } = await tablet.disk.look();
  const seen = events
    .filter(({ mine, type }) => mine === 0 && type !== 'meeting.publish')
    .map(({ id }) => id);
  tablet.anyTab().say(chooseStatements(chance, council, tablet.who, own, seen));
};

const sayMuch: Action = async (play, tablet) => {
  tablet.anyTab();
  if (play.chance.happens(0.5)) tablet.openSecond();
  for (let left = play.chance.int(3, 6); left > 0; left--) {
    await say(play, tablet);
    await play.timeline.pass(play.chance.int(0, 50));
  }
};

/** Types a code, a new one where the last was used up. */
export const enrolTablet = async (play: Play, tablet: Tablet): Promise<void> => {
  tablet.code ??= (await play.server.store.invite(tablet.personId)).code;
  const { code } = tablet;
  void tablet
    .anyTab()
    .enrol(code)
    .then((answer) => {
      if (answer !== 'again' && tablet.code === code) tablet.code = null;
    });
};

const enrolIfNeeded: Action = async (play, tablet) => {
  const { enrolment } = await tablet.disk.look();
  const asks = tablet.anyTab().state().need === 'sign-in';
  if (enrolment === null || asks) await enrolTablet(play, tablet);
};

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

/** Both tabs of a tablet start to sync at nearly the same time. */
const nudge = async ({ chance, timeline }: Play, tablet: Tablet): Promise<void> => {
  tablet.anyTab();
  tablet.openSecond();
  for (const tab of [...tablet.tabs]) {
    tab.signal('pageshow');
    await timeline.pass(chance.int(0, 700));
  }
};

/** Waits until something can be seen on a tablet's disk, but not for ever. */
const until = async (play: Play, tablet: Tablet, holds: (look: Look) => boolean): Promise<void> => {
  for (let left = 60; left > 0; left--) {
    if (holds(await tablet.disk.look())) return;
    await play.timeline.pass(250);
  }
};

const longest = 18 * second;

/** Something new to read, which one tab is answered late and the other is not. */
const newsForBoth = async (play: Play, tablet: Tablet): Promise<void> => {
  const { chance, council } = play;
  const { line, locks } = tablet;
  if (chance.happens(0.7)) locks.forget();
  line.isPortal = false;
  tablet.setOnline(true);
  await council.publish(chance.pick(council.meetings));
  line.hold = chance.int(5 * second, longest);
  await nudge(play, tablet);
  await until(play, tablet, () => line.hold === null);
};

/** An office that is lost and given back: the worst moments are sought, since chance alone seldom finds them. */
const flapGrants: Action = async (play, tablet) => {
  const { chance, council, timeline } = play;
  const worst = chance.pick(['none', 'manifest missing', 'answer under way']);
  if (worst === 'none') await nudge(play, tablet);
  if (worst === 'answer under way') await newsForBoth(play, tablet);
  if (worst === 'manifest missing') {
    // A second tab would fetch what the first one has set aside.
    if (tablet.tabs.length > 1) tablet.closeOne();
    await council.publish(chance.pick(council.meetings));
    tablet.anyTab().signal('pageshow');
    await until(
      play,
      tablet,
      ({ events, manifestVersions }) => countPublished(events) > manifestVersions.length,
    );
  }
  await council.setGrants(tablet.who, []);
  if (worst === 'answer under way') {
    await nudge(play, tablet);
    await until(play, tablet, ({ events }) => countPublished(events) === 0);
    await timeline.pass(chance.int(0, longest));
  }
  await timeline.pass(chance.int(0, 2 * second));
  await council.setGrants(tablet.who, council.grantsOf(tablet.who));
};

const countPublished = (events: Look['events']): number =>
  events.filter(({ type }) => type === 'meeting.publish').length;

/** A device that is ended, mostly while its tabs are busy; then the person mostly has a new code at once. */
const revoke: Action = async (play, tablet) => {
  const { chance, council, server, timeline } = play;
  const { enrolment } = await tablet.disk.look();
  if (enrolment === null) return;
  const isBusy = chance.happens(0.7);
  if (isBusy) await newsForBoth(play, tablet);
  await server.revoke(council.councilId, enrolment.deviceId);
  if (!isBusy) return;
  await nudge(play, tablet);
  await until(play, tablet, (look) => look.enrolment === null);
  await timeline.pass(chance.int(0, longest));
  await enrolIfNeeded(play, tablet);
};

const restoreServer: Action = async (play) => {
  await excuseBeforeServerRestore(play);
  if (await play.server.restore()) play.ledger.wasRestored = true;
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

/** How often each comes, against the others. */
const actions: readonly (readonly [Action, number])[] = [
  [say, 14],
  [sayMuch, 2],
  [enrolIfNeeded, 3],
  [(_, tablet) => tablet.openSecond(), 2],
  [(_, tablet) => void tablet.closeOne(), 1],
  [(_, tablet) => tablet.crash(), 0.7],
  [({ chance }, tablet) => tablet.anyTab().show(chance.happens(0.6)), 1],
  [(_, tablet) => tablet.setOnline(!tablet.line.isOnline), 1.5],
  [(_, { line }) => void (line.isPortal = !line.isPortal), 0.6],
  [(_, { line }) => void (line.isTooOld = true), 0.2],
  [jumpClock, 1.2],
  [changeGrants, 0.6],
  [flapGrants, 0.8],
  [revoke, 1],
  [({ council, chance }) => council.publish(chance.pick(council.meetings)), 0.4],
  [({ server }) => server.backUp(), 0.6],
  [restoreServer, 0.3],
  [(_, tablet) => tablet.backUp(), 0.5],
  [restoreTablet, 0.3],
  [sleep, 0.5],
];

export type Script = (play: Play) => Promise<void>;

/** One step of a history, chosen anew each time; as with the faults, each history prefers some of them. */
export const createScript = (chance: Chance): Script => {
  const weighed = actions.map(([act, weight]) => ({ act, weight: weight * chance.pick([0.3, 1, 1, 1, 5]) }));
  const sum = weighed.reduce((total, { weight }) => total + weight, 0);
  return async (play) => {
    let left = chance.float() * sum;
    const chosen = weighed.find(({ weight }) => (left -= weight) < 0);
    await chosen?.act(play, chance.pick(play.tablets));
    // Mostly seconds; now and then long enough for every timer to have come.
    await play.timeline.pass(
      chance.happens(0.1) ? chance.int(1, 5) * minute : chance.int(0, chance.pick([200, 2000, 15_000])),
    );
  };
};
