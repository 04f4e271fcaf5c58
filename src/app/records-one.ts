import { apologyStatus } from '../domain/apology.ts';
import type { AnyEvent, EventOf } from '../domain/event.ts';
import type { Watch } from '../domain/watch.ts';
import { watchMyRecordsAndErased } from '../storage/records.ts';
import { currentDeclarations, isDeclaring } from '../domain/declarations.ts';
import { toLine, type RecordLine } from './records.ts';
import { combineWatches } from './records-watch.ts';
import type { Services } from './services.ts';

/** One record, as its page shows it. */
export type RecordView =
  | { readonly kind: 'unknown' }
  /** The council has erased it: nothing can be said of it or done about it any more. */
  | { readonly kind: 'erased' }
  | {
      readonly kind: 'known';
      readonly line: RecordLine;
      /** Nothing has taken its place: it can be changed, recalled or withdrawn. */
      readonly stands: boolean;
      /** The record that took its place, if one did. */
      readonly replacedBy: string | null;
      /** The reason that was saved with an apology; null for other records. */
      readonly reason: EventOf<'apology.reason'> | null;
      /** Leaving and returning that were recorded for the item of a declaration, in order. */
      readonly presence: readonly (EventOf<'item.left'> | EventOf<'item.returned'>)[];
    };

/** A record of this person, how far it has come, and what has become of it. */
export const watchRecord = (services: Services, id: string): Watch<RecordView> =>
  combineWatches(watchMyRecordsAndErased(services.records), services.sync.state, (all, sync) => {
    if (all.some((one) => one.event === null && one.id === id)) return { kind: 'erased' };
    const records = all.filter((one) => one.event !== null);
    const record = records.find(({ event }) => event.id === id);
    if (record === undefined) return { kind: 'unknown' };
    // Newest first in the table; told in the order of saving.
    const own = records.map(({ event }) => event).toReversed();
    return {
      kind: 'known',
      line: toLine(record, sync.stalled > 0, services.now()),
      stands: doesStand(record.event, own),
      replacedBy: replacementOf(record.event, own),
      reason: record.event.type === 'apology.send' ? reasonOf(record.event, own) : null,
      presence: isDeclaring(record.event) ? presenceOf(record.event, own) : [],
    };
  });

const doesStand = (event: AnyEvent, own: readonly AnyEvent[]): boolean => {
  if (event.type === 'apology.send') {
    const status = apologyStatus(own, event.body.seen.meetingId, event.personId);
    return status.kind === 'to-confirm'
      ? status.events.some(({ id }) => id === event.id)
      : status.kind !== 'none' && status.event.id === event.id;
  }
  if (!isDeclaring(event) || event.type === 'interest.withdraw') return false;
  return currentDeclarations(own, event.body.seen.meetingId).some(({ events }) =>
    events.some(({ id }) => id === event.id),
  );
};

const replacementOf = (event: AnyEvent, own: readonly AnyEvent[]): string | null => {
  const replaces = (other: AnyEvent): boolean =>
    other.refs.includes(event.id) && other.type !== 'item.left' && other.type !== 'item.returned';
  return own.find(replaces)?.id ?? null;
};

// Saved in the same transaction, so with the same time.
const reasonOf = (
  event: EventOf<'apology.send'>,
  own: readonly AnyEvent[],
): EventOf<'apology.reason'> | null =>
  own
    .filter((other) => other.type === 'apology.reason')
    .filter((other) => other.body.meetingId === event.body.seen.meetingId)
    .find((other) => other.madeAt === event.madeAt) ?? null;

const presenceOf = (event: AnyEvent, own: readonly AnyEvent[]) =>
  own
    .filter((other) => other.type === 'item.left' || other.type === 'item.returned')
    .filter((other) => other.refs.includes(event.id));
