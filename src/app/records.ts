import type { AnyEvent } from '../domain/event.ts';
import type { Contact } from '../domain/meeting.ts';
import type { Receipt } from '../domain/receipt.ts';
import type { Watch } from '../domain/watch.ts';
import { watchManifests } from '../storage/manifests.ts';
import { watchMyRecordsAndErased, type ErasedRecord, type MyRecord } from '../storage/records.ts';
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

/** One record under "My records". */
export interface RecordLine {
  readonly kind: 'said';
  readonly event: AnyEvent;
  readonly state: RecordState;
  /** Milliseconds since 1970 by the tablet's clock. */
  readonly savedAt: number;
}

/** What the council has erased: that there was something, and what the receipt says of it. */
export interface ErasedLine {
  readonly kind: 'erased';
  readonly id: string;
  readonly meetingId: string;
  /** Milliseconds since 1970 by the tablet's clock. */
  readonly savedAt: number;
  /** As in `RecordState`; the council had set a record aside that has a time and no number. */
  readonly receivedAt: string | null;
  readonly number: number | null;
}

/** Records of one meeting, newest first; the meeting as its newest record or this tablet knows it. */
export interface RecordGroup {
  readonly meetingId: string;
  readonly committee: string;
  /** Local start, or null for records that name no meeting on this tablet. */
  readonly start: string | null;
  readonly lines: readonly (RecordLine | ErasedLine)[];
}

/** "My records": newest first, by meeting. */
export interface RecordsView {
  readonly groups: readonly RecordGroup[];
  readonly unsent: number;
  readonly stalled: number;
  /** Who can say why something was erased; nobody where nothing was, or where the council names nobody. */
  readonly askAboutErased: readonly Contact[];
}

/** Own records, and how far each has come. */
export const watchRecords = (services: Services): Watch<RecordsView> =>
  combineWatches(
    combineWatches(watchMyRecordsAndErased(services.records), services.sync.state, (records, sync) => ({
      records,
      isStalling: sync.stalled > 0,
    })),
    watchManifests(services.records),
    ({ records, isStalling }, manifests) => {
      const lines = records.map((record) =>
        record.event === null ? toErasedLine(record) : toLine(record, isStalling, services.now()),
      );
      const groups = Map.groupBy(lines, meetingOf);
      const waiting = lines.flatMap((line) =>
        line.kind === 'said' && line.state.kind === 'waiting' ? [line.state] : [],
      );
      const hasErased = lines.some(({ kind }) => kind === 'erased');
      return {
        groups: [...groups].map(([meetingId, group]) => {
          const manifest = manifests.find((known) => known.meetingId === meetingId);
          const seen = group
            .map((line) => (line.kind === 'said' && 'seen' in line.event.body ? line.event.body.seen : null))
            .find(Boolean);
          return {
            meetingId,
            committee: manifest?.committee.name ?? seen?.committee ?? '',
            start: manifest?.start ?? seen?.start ?? null,
            lines: group,
          };
        }),
        unsent: waiting.length,
        stalled: waiting.filter(({ stalled }) => stalled).length,
        askAboutErased: hasErased ? clerksOf(services.enrolment.council.contacts) : [],
      };
    },
  );

/** A record with its state in view of the clock; `isStalling`: the sync says that something does not go out. */
export const toLine = (record: MyRecord, isStalling: boolean, now: number): RecordLine => ({
  kind: 'said',
  event: record.event,
  savedAt: record.queuedAt,
  state: stateOf(record, isStalling && hasWaitedLong(record.queuedAt, now)),
});

const toErasedLine = ({ id, meetingId, receipt, queuedAt }: ErasedRecord): ErasedLine => ({
  kind: 'erased',
  id,
  meetingId,
  savedAt: queuedAt,
  receivedAt: receipt?.receivedAt ?? null,
  number: numberOf(receipt),
});

const stateOf = ({ state, receipt }: MyRecord, stalled: boolean): RecordState => {
  const at = receipt?.receivedAt ?? null;
  if (state === 'pending') return { kind: 'waiting', stalled };
  if (state === 'held') return { kind: 'held', at };
  if (state === 'quarantined') {
    return { kind: 'quarantined', at, code: receipt !== null && 'code' in receipt ? receipt.code : '' };
  }
  return { kind: 'received', at, number: numberOf(receipt) };
};

const numberOf = (receipt: Receipt | null): number | null =>
  receipt !== null && 'seq' in receipt ? receipt.seq : null;

const meetingOf = (line: RecordLine | ErasedLine): string => {
  if (line.kind === 'erased') return line.meetingId;
  const { body } = line.event;
  return 'seen' in body ? body.seen.meetingId : body.meetingId;
};

/** The clerk, or else whoever answers general questions: those of them who can be reached. */
const clerksOf = (contacts: readonly Contact[]): readonly Contact[] => {
  const reached = contacts.filter(({ telephone, email }) => telephone !== null || email !== null);
  const clerks = reached.filter(({ purpose }) => purpose === 'clerk');
  return clerks.length > 0 ? clerks : reached.filter(({ purpose }) => purpose === 'general');
};
