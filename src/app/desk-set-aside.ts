import type { AnyEvent } from '../domain/event.ts';
import type { DeskView } from '../domain/register-rows.ts';
import type { Watch } from '../domain/watch.ts';
import type { SetAsideRecord } from '../sync/set-aside.ts';
import type { Services } from './services.ts';

/** Why a record was set aside, as far as this version has words for it. */
const reasons = [
  'unreadable',
  'unknown_type',
  'digest_mismatch',
  'wrong_council',
  'wrong_person',
  'no_grant',
  'clerk_only',
  'server_only',
  'unknown_meeting',
  'unknown_ref',
  'device_revoked',
] as const;

// A newer server may know more kinds than this version has words for.
const kinds: Readonly<Record<AnyEvent['type'], true>> = {
  'apology.send': true,
  'apology.reason': true,
  'apology.recall': true,
  'interest.declare': true,
  'interest.amend': true,
  'interest.withdraw': true,
  'whip.declare': true,
  'item.left': true,
  'item.returned': true,
  'meeting.publish': true,
  'record.noted': true,
  'register.freeze': true,
};

export interface SetAsideLine {
  readonly id: string;
  readonly sender: SetAsideRecord['sender'];
  /** Null for a kind that this version has no words for. */
  readonly type: string | null;
  readonly receivedAt: string;
  readonly reason: (typeof reasons)[number] | 'other';
  /** False where the record names no meeting that was published: it stands on every desk, or nobody sees it. */
  readonly isOfMeeting: boolean;
}

/** The list is the server's alone: without a connection there is none to show. */
export type SetAsideView =
  | { readonly kind: 'asking' }
  | { readonly kind: 'needs-connection' }
  | { readonly kind: 'known'; readonly lines: readonly SetAsideLine[] };

/** How many are known to be set aside. */
export const countSetAside = (view: SetAsideView): number => (view.kind === 'known' ? view.lines.length : 0);

/**
 * Whether a desk may say that nothing has arrived: not above a list of what was set aside, and not before
 * the server has said whether there is one.
 */
export const isQuietDesk = ({ apologies, items, late }: DeskView, aside: SetAsideView): boolean =>
  apologies.length + late.length + countSetAside(aside) === 0 &&
  aside.kind !== 'asking' &&
  items.every(
    ({ declarations, whips, movements }) => declarations.length + whips.length + movements.length === 0,
  );

/** What was set aside of one meeting: asked for when the desk opens, and again at each contact with the server. */
export const watchSetAside = ({ sync, askSetAside }: Services, meetingId: string): Watch<SetAsideView> => ({
  subscribe: (next) => {
    let asked: number | null | 'never' = 'never';
    let turn = 0;
    const ask = async (): Promise<void> => {
      const mine = (turn += 1);
      const records = await askSetAside();
      // A slower answer to an earlier question, or a desk that was left.
      if (mine !== turn) return;
      if (records === null) next({ kind: 'needs-connection' });
      else next({ kind: 'known', lines: linesOf(records, meetingId) });
    };
    next({ kind: 'asking' });
    const watching = sync.state.subscribe(({ network, lastContact }) => {
      if (network === 'offline') {
        asked = 'never';
        turn += 1;
        next({ kind: 'needs-connection' });
      } else if (asked !== lastContact) {
        asked = lastContact;
        void ask();
      }
    });
    return {
      unsubscribe: () => {
        turn += 1;
        watching.unsubscribe();
      },
    };
  },
});

const linesOf = (records: readonly SetAsideRecord[], meetingId: string): readonly SetAsideLine[] =>
  records
    .filter((record) => record.meetingId === null || record.meetingId === meetingId)
    .map(({ id, sender, type, receivedAt, code, meetingId: named }) => ({
      id,
      sender,
      type: type !== null && Object.hasOwn(kinds, type) ? type : null,
      receivedAt,
      reason: reasons.find((reason) => reason === code) ?? 'other',
      isOfMeeting: named !== null,
    }));
