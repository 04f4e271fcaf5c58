import { pullPath } from '../../src/protocol/pull.ts';
import { pushPath } from '../../src/protocol/push.ts';
import { rescuePath } from '../../src/protocol/rescue.ts';
import type { Look } from './disk.ts';
import { excuseBeforeServerRestore } from './excuses.ts';
import type { Action, Play } from './play.ts';
import { enrolIfNeeded, say } from './say-and-enrol.ts';
import type { Tablet } from './tablet.ts';

const second = 1000;

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

/** Waits until something holds, but not for ever. */
const until = async (play: Play, holds: () => boolean | Promise<boolean>): Promise<void> => {
  for (let left = 150; left > 0; left--) {
    if (await holds()) return;
    await play.timeline.pass(100);
  }
};

/** As `until`, for what can be seen on a tablet's disk. */
const untilSeen = (play: Play, { disk }: Tablet, holds: (look: Look) => boolean): Promise<void> =>
  until(play, async () => holds(await disk.look()));

/** Until the answer that is to be held up has been given. */
const untilHeld = (play: Play, { line }: Tablet): Promise<void> => until(play, () => line.hold === null);

/** Until the offer that is to be held up is on its way. */
const untilTaken = (play: Play, { line }: Tablet): Promise<void> =>
  until(play, () => line.holdOffer === null);

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
  await untilHeld(play, tablet);
};

/** An office that is lost and given back: the worst moments are sought, since chance alone seldom finds them. */
export const flapGrants: Action = async (play, tablet) => {
  const { chance, council, timeline } = play;
  const worst = chance.pick(['none', 'manifest missing', 'answer under way']);
  if (worst === 'none') await nudge(play, tablet);
  if (worst === 'answer under way') await newsForBoth(play, tablet);
  if (worst === 'manifest missing') {
    // A second tab would fetch what the first one has set aside.
    if (tablet.tabs.length > 1) tablet.closeOne();
    await council.publish(chance.pick(council.meetings));
    tablet.anyTab().signal('pageshow');
    await untilSeen(
      play,
      tablet,
      ({ events, manifestVersions }) => countPublished(events) > manifestVersions.length,
    );
  }
  await council.setGrants(tablet.who, []);
  if (worst === 'answer under way') {
    await nudge(play, tablet);
    await untilSeen(play, tablet, ({ events }) => countPublished(events) === 0);
    await timeline.pass(chance.int(0, longest));
  }
  await timeline.pass(chance.int(0, 2 * second));
  await council.setGrants(tablet.who, council.grantsOf(tablet.who));
};

const countPublished = (events: Look['events']): number =>
  events.filter(({ type }) => type === 'meeting.publish').length;

/** A device that is ended, mostly while its tabs are busy; then the person mostly has a new code at once. */
export const revoke: Action = async (play, tablet) => {
  const { chance, council, server, timeline } = play;
  const { enrolment } = await tablet.disk.look();
  if (enrolment === null) return;
  const isBusy = chance.happens(0.7);
  if (isBusy) await newsForBoth(play, tablet);
  await server.revoke(council.councilId, enrolment.deviceId);
  if (!isBusy) return;
  await nudge(play, tablet);
  await untilSeen(play, tablet, (look) => look.enrolment === null);
  await timeline.pass(chance.int(0, longest));
  await enrolIfNeeded(play, tablet);
};

/** Says something that the server has when this ends, so that a restore can lose it. */
const saySafely = async (play: Play, tablet: Tablet): Promise<void> => {
  tablet.line.isPortal = false;
  tablet.setOnline(true);
  await say(play, tablet);
  await untilSeen(play, tablet, ({ outbox }) => outbox.length > 0 && !outbox.some(isPending));
};

/** A revocation that the server has told, and the tablet has not yet heard; the restore will undo it. */
const revokeInVain = async (play: Play, tablet: Tablet): Promise<void> => {
  const { enrolment } = await tablet.disk.look();
  if (enrolment === null) return;
  await saySafely(play, tablet);
  await play.server.revoke(play.council.councilId, enrolment.deviceId);
  tablet.line.hold = { path: pullPath, status: 403, ms: play.chance.int(1000, 5000) };
  await nudge(play, tablet);
  await untilHeld(play, tablet);
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
  await untilHeld(play, tablet);
  await play.timeline.pass(400);
};

/** What a revoked tablet hands over is on its way when the server forgets what the tablet had sent before. */
const rescueUnderWay = async (play: Play, tablet: Tablet): Promise<void> => {
  const { chance, council, server } = play;
  const { line } = tablet;
  const { enrolment } = await tablet.disk.look();
  if (enrolment === null) return;
  await saySafely(play, tablet);
  await server.revoke(council.councilId, enrolment.deviceId);
  line.holdOffer = { path: rescuePath, ms: chance.int(5 * second, longest) };
  await say(play, tablet);
  await untilTaken(play, tablet);
};

const isPending = ({ state }: Look['outbox'][number]): boolean => state === 'pending';

/** Somebody speaks of what somebody else has just said; a restore will lose both. */
const speakOfAnother = async (play: Play, tablet: Tablet): Promise<void> => {
  const other = play.tablets.find((one) => one !== tablet);
  if (other === undefined) return;
  await saySafely(play, other);
  tablet.setOnline(true);
  await nudge(play, tablet);
  await untilSeen(play, tablet, ({ events }) =>
    events.some(({ mine, type }) => mine === 0 && type !== 'meeting.publish'),
  );
  // Not everything that a clerk says is about somebody else's words.
  for (let left = 2; left > 0; left--) await saySafely(play, tablet);
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

/** The server is put back to its last backup, at a bad moment where one is given. */
const restoreAt =
  (worst: Action | null): Action =>
  async (play, chosen) => {
    const clerk = play.tablets.find(({ who }) => who === 'clerk' || who === 'panelClerk');
    const tablet = worst === speakOfAnother ? (clerk ?? chosen) : chosen;
    const { enrolment } = await tablet.disk.look();
    await worst?.(play, tablet);
    await excuseBeforeServerRestore(play);
    if (!(await play.server.restore())) return;
    play.ledger.wasRestored = true;
    if (worst === receiptUnderWay) return nudge(play, tablet);
    if (worst === speakOfAnother) return beFirst(play, tablet);
    if (worst !== rescueUnderWay && play.chance.happens(0.6)) return;
    // "Devices revoked after the backup must be revoked again": mostly before they were heard of.
    if (enrolment !== null) await play.server.revoke(play.council.councilId, enrolment.deviceId);
  };

export const restores = {
  restoreServer: restoreAt(null),
  restoreInVain: restoreAt(revokeInVain),
  restoreReceipt: restoreAt(receiptUnderWay),
  restoreRescue: restoreAt(rescueUnderWay),
  restoreTalk: restoreAt(speakOfAnother),
} as const;

/** A wireless network that answers for everybody: sometimes in the middle of what the tablet was fetching. */
export const portal: Action = async (play, tablet) => {
  const { chance, council } = play;
  const { line } = tablet;
  if (!line.isPortal && chance.happens(0.5)) {
    await council.publish(chance.pick(council.meetings));
    tablet.anyTab().signal('pageshow');
    await untilSeen(play, tablet, (look) => countPublished(look.events) > look.manifestVersions.length);
  }
  line.isPortal = !line.isPortal;
};
