import type { Play } from './play.ts';
import { enrolTablet } from './say-and-enrol.ts';
import { readServerRows } from './server-rows.ts';
import type { Tablet } from './tablet.ts';
import { judge, type Verdict } from './verdict.ts';

const minute = 60_000;

/** Until the last request has arrived that was on its way when the weather cleared, in milliseconds. */
const settling = 65_000;
/** How many minutes a history may take from then on: tries come at most a minute apart. */
const patience = 20;

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
  let needless: readonly string[] = [];
  for (let round = 1; ; round++) {
    await timeline.pass(round === 1 ? settling : minute);
    if (round % 3 === 2) needless = [...needless, ...(await enrolWhoMust(play))];
    await updateWhoHasSent(play);
    const verdict = await judge(play);
    if (verdict.faults.length > 0 && round < patience) continue;
    return {
      ...verdict,
      stuck: verdict.stuck + needless.length,
      faults: [...verdict.faults, ...needless],
    };
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

/** Gives a code to whoever is asked for one; answers those who need not have been asked. */
const enrolWhoMust = async (play: Play): Promise<readonly string[]> => {
  const { devices } = await readServerRows(play.server);
  const needless: string[] = [];
  for (const tablet of play.tablets) {
    const { enrolment } = await tablet.disk.look();
    // A revoked tablet that was put back may have numbers that no rescue takes: a new code mends that too.
    const isAsked = tablet.tabs.some((tab) => ['sign-in', 'revoked'].includes(tab.state().need));
    if (enrolment !== null && !isAsked) continue;
    const isKnown = devices.some(({ id }) => id === enrolment?.deviceId);
    // A tablet that was put back counts numbers twice, and cannot know that.
    if (isKnown && !tablet.wasRestored) needless.push(`${tablet.name} needs a code for no reason`);
    await enrolTablet(play, tablet);
  }
  return needless;
};

const updateWhoHasSent = async (play: Play): Promise<void> => {
  for (const tablet of play.tablets) {
    if (!tablet.line.isTooOld) continue;
    const { enrolment, outbox } = await tablet.disk.look();
    if (enrolment === null || outbox.some(({ state }) => state === 'pending')) continue;
    tablet.line.isTooOld = false;
    for (const tab of tablet.tabs) tab.signal('pageshow');
  }
};
