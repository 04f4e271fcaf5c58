import type { AnyEvent } from '../domain/event.ts';
import type { Watch } from '../domain/watch.ts';
import { watchManifests } from '../storage/manifests.ts';
import { watchMyRecords, type MyRecord } from '../storage/records.ts';
import { hasWaitedLong } from '../sync/sync-state.ts';
import { combineWatches } from './records-watch.ts';
import type { Services } from './services.ts';

/** How far a record has come. `stalled`: it was offered for 15 minutes and did not go. */
export type RecordState =
  | { readonly kind: 'waiting'; readonly stalled: boolean }
  /** ISO 8601 and the number in the council's log; both null where the receipt has not come back yet. */
  | { readonly kind: 'received'; readonly at: string | null; readonly number: number | null }
  /** The clerk must look at it; `code` says why. */
  | { readonly kind: 'quarantined'; readonly at: string | null; readonly code: string }
  /** The council keeps it aside, because this device was revoked before it was sent. */
  | { readonly kind: 'held'; readonly at: string | null };

/** One line of "My records". */
export interface RecordLine {
  readonly event: AnyEvent;
  readonly state: RecordState;
  /** Milliseconds since 1970 by the tablet's clock. */
  readonly savedAt: number;
}

/** Records of one meeting, newest first; the meeting as its newest record or this tablet knows it. */
export interface RecordGroup {
  readonly meetingId: string;
  readonly committee: string;
  /** Local start, or null for records that name no meeting on this tablet. */
  readonly start: string | null;
  readonly lines: readonly RecordLine[];
}

/** "My records": newest first, by meeting. */
export interface RecordsView {
  readonly groups: readonly RecordGroup[];
  readonly unsent: number;
  readonly stalled: number;
}

/** Own records, and how far each has come. */
export const watchRecords = (services: Services): Watch<RecordsView> =>
  combineWatches(
    combineWatches(watchMyRecords(services.records), services.sync.state, (records, sync) => ({
      records,
      isStalling: sync.stalled > 0,
    })),
    watchManifests(services.records),
    ({ records, isStalling }, manifests) => {
      const lines = records.map((record) => toLine(record, isStalling, services.now()));
      const groups = Map.groupBy(lines, ({ event }) => meetingOf(event));
      return {
        groups: [...groups].map(([meetingId, group]) => {
          const manifest = manifests.find((known) => known.meetingId === meetingId);
          const seen = group
            .map(({ event }) => ('seen' in event.body ? event.body.seen : null))
            .find(Boolean);
          return {
            meetingId,
            committee: manifest?.committee.name ?? seen?.committee ?? '',
            start: manifest?.start ?? seen?.start ?? null,
            lines: group,
          };
        }),
        unsent: lines.filter(({ state }) => state.kind === 'waiting').length,
        stalled: lines.filter(({ state }) => state.kind === 'waiting' && state.stalled).length,
      };
    },
  );

/** A record with its state in view of the clock; `isStalling`: the sync says that something does not go out. */
export const toLine = (record: MyRecord, isStalling: boolean, now: number): RecordLine => ({
  event: record.event,
  savedAt: record.queuedAt,
  state: stateOf(record, isStalling && hasWaitedLong(record.queuedAt, now)),
});

const stateOf = ({ state, receipt }: MyRecord, stalled: boolean): RecordState => {
  const at = receipt?.receivedAt ?? null;
  if (state === 'pending') return { kind: 'waiting', stalled };
  if (state === 'held') return { kind: 'held', at };
  if (state === 'quarantined') {
    return { kind: 'quarantined', at, code: receipt !== null && 'code' in receipt ? receipt.code : '' };
  }
  return { kind: 'received', at, number: receipt !== null && 'seq' in receipt ? receipt.seq : null };
};

const meetingOf = ({ body }: AnyEvent): string => ('seen' in body ? body.seen.meetingId : body.meetingId);
