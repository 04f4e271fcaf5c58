import type { Play } from './play.ts';
import { enrolTablet } from './say-and-enrol.ts';
import { readServerRows } from './server-rows.ts';
import type { Tablet } from './tablet.ts';
import { judge, type Verdict } from './verdict.ts';

const minute = 60_000;

/** What a tablet needs at most on a slow line to say and hear what it has to. */
const exchange = 20 * 1000;
/** How many rounds a history may take: but for the first two a minute each, since tries are that far apart. */
const patience = 21;

/**
 * Ends every fault, opens every tablet and lets time pass until nothing is wrong any more, or for as long as
 * anybody would wait. A tablet with an app that is too old sends what it has all the same, and is updated
 * only then. A code that somebody has to type although nothing asks for one counts as stuck.
 */
export const comeToRest = async (play: Play): Promise<Verdict> => {
  const { chance, faults, tablets, timeline, trace } = play;
  trace.note(timeline.now(), 'the weather clears');
  faults.end();
  // A second tab hides what the first has forgotten, and finds what it has kept: both have to do.
  const isAlone = chance.happens(0.6);
  for (const tablet of tablets) clearUp(tablet, isAlone);
  // What was on its way when the weather cleared may still arrive a minute later.
  const last = Math.max(...tablets.map(({ line }) => line.busyUntil));
  await timeline.pass(Math.max(0, last - timeline.now()));
  const needless: string[] = [];
  let lastCode = 0;
  for (let round = 1; ; round++) {
    // Another tab sees a minute later that a code was typed.
    const brought = await bringCodes(play, round - lastCode > 3, needless);
    if (brought) lastCode = round;
    await timeline.pass(round <= 2 ? exchange : minute);
    await updateWhoHasSent(play);
    const verdict = await judge(play);
    if (verdict.faults.length === 0 || round >= patience) {
      return {
        ...verdict,
        stuck: verdict.stuck + needless.length,
        faults: [...verdict.faults, ...needless],
      };
    }
  }
};

const clearUp = (tablet: Tablet, isAlone: boolean): void => {
  if (isAlone && tablet.tabs.length > 1) tablet.closeOne();
  tablet.line.isPortal = false;
  tablet.setOnline(true);
  tablet.anyTab();
  for (const tab of tablet.tabs) {
    tab.show(true);
    tab.signal('pageshow');
  }
};

/**
 * Brings a code to whoever sees nothing but the form, or is asked for one by a server that does not know the
 * tablet; at last to everybody who is asked, and those need not have been. Answers whether anybody had one.
 */
const bringCodes = async (play: Play, isLast: boolean, needless: string[]): Promise<boolean> => {
  const { devices } = await readServerRows(play.server);
  let brought = false;
  for (const tablet of play.tablets) {
    const { enrolment } = await tablet.disk.look();
    const isKnown = devices.some(({ id }) => id === enrolment?.deviceId);
    const isSure = enrolment === null || (!isKnown && needsCode(tablet));
    const isAsked = isLast && needsCode(tablet);
    if (!isSure && !isAsked) continue;
    // A tablet that was put back counts numbers twice, and cannot know that.
    if (isKnown && !tablet.wasRestored) needless.push(`${tablet.name} needs a code for no reason`);
    await enrolTablet(play, tablet);
    brought = true;
  }
  return brought;
};

const needsCode = ({ tabs }: Tablet): boolean => tabs.some((tab) => tab.state().need === 'sign-in');

const updateWhoHasSent = async (play: Play): Promise<void> => {
  for (const tablet of play.tablets) {
    if (!tablet.line.isTooOld) continue;
    const { enrolment, outbox } = await tablet.disk.look();
    if (enrolment === null || outbox.some(({ state }) => state === 'pending')) continue;
    tablet.line.isTooOld = false;
    for (const tab of tablet.tabs) tab.signal('pageshow');
  }
};
