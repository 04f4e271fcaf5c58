import type { Action, Play } from './play.ts';
import { chooseStatements } from './statements.ts';
import type { Tablet } from './tablet.ts';

/** Says something on whatever tab is open. */
export const say: Action = async (play, tablet) => {
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

/** Several things in a hurry, on two tabs where there are two. */
export const sayMuch: Action = async (play, tablet) => {
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

/** Types a code where the tablet asks for one. */
export const enrolIfNeeded: Action = async (play, tablet) => {
  const { enrolment } = await tablet.disk.look();
  const asks = tablet.anyTab().state().need === 'sign-in';
  if (enrolment === null || asks) await enrolTablet(play, tablet);
};
