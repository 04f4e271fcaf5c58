import { eventToRow } from '../../src/storage/event-rows.ts';
import type { Arrived, SyncStore } from '../../src/sync/ports.ts';
import type { MemoryRows, Transact } from './memory-rows.ts';

type LogVerbs = Pick<
  SyncStore,
  'applyPull' | 'readOpaque' | 'keepItems' | 'missingManifests' | 'putManifest'
>;

const versionKey = (meetingId: string, version: number): string => `${meetingId} ${version}`;

/** The permitted log with the same promises as storage/apply-pull.ts. */
export const createMemoryLog = (transact: Transact, personId: string): LogVerbs => ({
  applyPull: ({ sentCursor, response, etag, items }) =>
    transact('write', 'applyPull', (rows) => {
      const { meta } = rows;
      if (meta.cursor !== sentCursor) return false;
      if (meta.epoch !== null && meta.epoch !== response.epoch) return false;
      const { epoch, cursor } = response;
      for (const item of items) keep(rows, personId, item, epoch);
      for (const id of response.purges) purge(rows, id);
      const isRereading = meta.isRereading === true && response.more === true;
      if (meta.isRereading === true && !isRereading) for (const id of findGone(rows, epoch)) purge(rows, id);
      rows.meta = { ...rows.meta, epoch, cursor, etag, isRereading };
      return true;
    }),
  readOpaque: () =>
    transact('read', 'readOpaque', (rows) => [...rows.opaque.values()].map(({ item }) => item)),
  keepItems: (items) =>
    transact('write', 'keepItems', (rows) => {
      for (const item of items) keep(rows, personId, item, rows.meta.epoch ?? '');
    }),
  missingManifests: () =>
    transact('read', 'missingManifests', (rows) =>
      [...rows.events.values()]
        .flatMap(({ event }) =>
          event.type === 'meeting.publish'
            ? [{ meetingId: event.body.meetingId, version: event.body.version, sha256: event.body.manifest }]
            : [],
        )
        .filter(({ meetingId, version }) => !rows.manifestVersions.has(versionKey(meetingId, version)))
        .toSorted((a, b) => b.version - a.version),
    ),
  putManifest: (sha256, { meetingId, version }) =>
    transact('write', 'putManifest', (rows) => {
      const key = versionKey(meetingId, version);
      // Published versions are immutable: the first to arrive stays.
      if (!rows.manifestVersions.has(key)) rows.manifestVersions.set(key, { meetingId, version, sha256 });
    }),
});

const keep = (rows: MemoryRows, personId: string, item: Arrived, epoch: string): void => {
  if (item.kind === 'refused') {
    const { id, computed, stated } = item;
    rows.faults.set(id, { id, kind: 'digest-differs', ours: computed, theirs: stated });
    return;
  }
  if (item.kind === 'opaque') {
    rows.opaque.set(item.id, { id: item.id, item: item.item });
    return;
  }
  const { event, digest, seq, receivedAt, chain, author } = item;
  const { id } = event;
  const own = rows.events.get(id);
  rows.opaque.delete(id);
  if (own === undefined) {
    rows.events.set(id, {
      ...eventToRow(event, digest, personId, { seq, receivedAt, chain, author }),
      epoch,
    });
  } else if (own.digest === digest) {
    rows.events.set(id, { ...own, seq, receivedAt, chain, author, epoch });
  } else {
    rows.faults.set(id, { id, kind: 'digest-differs', ours: own.digest, theirs: digest });
  }
};

/** What others said and the log no longer brings, now that all of it was read again. */
const findGone = (rows: MemoryRows, epoch: string): readonly string[] =>
  [...rows.events.values()]
    .filter((row) => row.mine === 0 && row.author !== null && row.epoch !== epoch)
    .map(({ id }) => id);

const purge = (rows: MemoryRows, id: string): void => {
  const event = rows.events.get(id)?.event;
  rows.events.delete(id);
  rows.opaque.delete(id);
  if (event?.type === 'meeting.publish') {
    rows.manifestVersions.delete(versionKey(event.body.meetingId, event.body.version));
  }
  const row = rows.outbox.get(id);
  // The council can only purge what it has.
  if (row?.state === 'pending') rows.outbox.set(id, { ...row, state: 'received' });
};
