import { pullPath } from '../../src/protocol/pull.ts';
import { pushPath } from '../../src/protocol/push.ts';
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
  const enrolling = async (): Promise<void> => {
    const answer = await tablet.anyTab().enrol(code);
    if (answer !== 'again' && tablet.code === code) tablet.code = null;
  };
  void enrolling();
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
  const both = [...tablet.tabs];
  for (const tab of both) {
    tab.signal('pageshow');
    await timeline.pass(chance.int(0, 700));
  }
};

/** Waits until something can be seen on a tablet's disk, but not for ever. */
const until = async (play: Play, tablet: Tablet, holds: (look: Look) => boolean): Promise<void> => {
  for (let left = 150; left > 0; left--) {
    if (holds(await tablet.disk.look())) return;
    await play.timeline.pass(100);
  }
};

const longest = 18 * second;

/** Something new to read, which one tab is answered late and the other is not. */
const newsForBoth = async (play: Play, tablet: Tablet): Promise<void> => {
  const { chance, council } = play;
  const { line, locks } = tablet;
  if (chance.happens(0.9)) locks.forget();
  line.isPortal = false;
  tablet.setOnline(true);
  await council.publish(chance.pick(council.meetings));
  line.hold = { path: pullPath, status: 200, ms: chance.int(10 * second, longest) };
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

/** A revocation that the server has told, and the tablet has not yet heard; the restore will undo it. */
const revokeInVain = async (play: Play, tablet: Tablet): Promise<void> => {
  const { enrolment } = await tablet.disk.look();
  if (enrolment === null) return;
  await play.server.revoke(play.council.councilId, enrolment.deviceId);
  tablet.line.hold = { path: pullPath, status: 403, ms: play.chance.int(1000, 5000) };
  await nudge(play, tablet);
  await until(play, tablet, () => tablet.line.hold === null);
  await play.timeline.pass(400);
};

/** A receipt that one tab has not yet heard when the restore undoes it, and another tab hears of that first. */
const receiptUnderWay = async (play: Play, tablet: Tablet): Promise<void> => {
  tablet.line.isPortal = false;
  tablet.setOnline(true);
  tablet.locks.forget();
  tablet.line.hold = { path: pushPath, status: 200, ms: play.chance.int(10 * second, longest) };
  await say(play, tablet);
  await nudge(play, tablet);
  await until(play, tablet, () => tablet.line.hold === null);
  await play.timeline.pass(400);
};

/** One tablet gives back what it has before the others, whose records its own may speak of. */
const beFirst = async (play: Play, tablet: Tablet): Promise<void> => {
  const others = play.tablets.filter((one) => one !== tablet && one.line.isOnline);
  for (const one of others) one.setOnline(false);
  tablet.setOnline(true);
  await nudge(play, tablet);
  await play.timeline.pass(8 * second);
  for (const one of others) one.setOnline(true);
};

const restoreServer: Action = async (play, tablet) => {
  const worst = play.chance.pick([null, revokeInVain, receiptUnderWay]);
  await worst?.(play, tablet);
  await excuseBeforeServerRestore(play);
  if (!(await play.server.restore())) return;
  play.ledger.wasRestored = true;
  // "Devices revoked after the backup must be revoked again": mostly before they were heard of.
  if (worst === receiptUnderWay) return nudge(play, tablet);
  if (play.chance.happens(0.4)) return beFirst(play, tablet);
  if (play.chance.happens(0.4)) return;
  const { enrolment } = await tablet.disk.look();
  if (enrolment !== null) await play.server.revoke(play.council.councilId, enrolment.deviceId);
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

/** A wireless network that answers for everybody: sometimes in the middle of what the tablet was fetching. */
const portal: Action = async (play, tablet) => {
  const { chance, council } = play;
  const { line } = tablet;
  if (!line.isPortal && chance.happens(0.5)) {
    await council.publish(chance.pick(council.meetings));
    tablet.anyTab().signal('pageshow');
    await until(play, tablet, (look) => countPublished(look.events) > look.manifestVersions.length);
  }
  line.isPortal = !line.isPortal;
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
  restoreServer,
  backUpTablet: (_, tablet) => tablet.backUp(),
  restoreTablet,
  sleep,
} satisfies Record<string, Action>;
