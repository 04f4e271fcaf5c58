import type { Extent, InterestKind } from '../domain/event.ts';
import type { Watch } from '../domain/watch.ts';
import { watchMyRecordsAbout, type MyRecord } from '../storage/records.ts';
import { mapWatch } from './records-watch.ts';
import type { Services } from './services.ts';

/** What a person has said about one meeting and still says: recalled, amended and withdrawn records are left out. */
export interface OwnRecords {
  readonly apology: OwnApology | null;
  readonly declarations: readonly OwnDeclaration[];
  /** Records about this meeting that have no receipt yet, recalls and withdrawals too. */
  readonly unsent: number;
}

export interface OwnApology {
  readonly recordId: string;
  readonly extent: Extent;
  readonly state: MyRecord['state'];
}

export interface OwnDeclaration {
  readonly recordId: string;
  readonly itemId: string;
  readonly interest: InterestKind;
  readonly mustLeave: boolean;
  readonly state: MyRecord['state'];
}

/** The same, now and at every change. */
export const watchOwnRecords = (
  { records }: Pick<Services, 'records'>,
  meetingId: string,
): Watch<OwnRecords> =>
  mapWatch(watchMyRecordsAbout(records, meetingId), (mine) => ownRecords(mine, meetingId));

const meetingOf = ({ event: { body } }: MyRecord): string =>
  'seen' in body ? body.seen.meetingId : body.meetingId;

/** Reads it off a person's records, which come newest first. */
export const ownRecords = (records: readonly MyRecord[], meetingId: string): OwnRecords => {
  const about = records.filter((record) => meetingOf(record) === meetingId);
  const replaced = new Set(about.flatMap(({ event }) => event.refs));
  return {
    apology: currentApology(about, replaced),
    declarations: about
      .filter(({ event }) => !replaced.has(event.id))
      .map(toDeclaration)
      .filter((declaration) => declaration !== null)
      .toReversed(),
    unsent: about.filter(({ state }) => state === 'pending').length,
  };
};

/** The newest word counts: an apology that was sent again after a recall stands. */
const currentApology = (about: readonly MyRecord[], replaced: ReadonlySet<string>): OwnApology | null => {
  const newest = about.find(({ event }) => event.type === 'apology.send' || event.type === 'apology.recall');
  if (newest?.event.type !== 'apology.send' || isRecalled(about, replaced, newest.event.id)) return null;
  return { recordId: newest.event.id, extent: newest.event.body.extent, state: newest.state };
};

// A reason refers to its apology too, and does not replace it.
const isRecalled = (about: readonly MyRecord[], replaced: ReadonlySet<string>, id: string): boolean =>
  replaced.has(id) && about.some(({ event }) => event.type === 'apology.recall' && event.refs.includes(id));

const toDeclaration = ({ event, state }: MyRecord): OwnDeclaration | null => {
  if (event.type !== 'interest.declare' && event.type !== 'interest.amend') return null;
  return {
    recordId: event.id,
    itemId: event.body.item.itemId,
    interest: event.body.interest,
    mustLeave: event.body.duties.some(({ code }) => code === 'leave-room'),
    state,
  };
};
