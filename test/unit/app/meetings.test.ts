import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import {
  downloadPack,
  packOffer,
  pauseDownload,
  readPath,
  toMeetingsView,
  watchMeetings,
} from '../../../src/app/meetings.ts';
import { firstValue } from '../../../src/app/records-watch.ts';
import { recordEvents } from '../../../src/app/record.ts';
import { seenMeeting } from '../../../src/app/records-seen.ts';
import type { Manifest } from '../../../src/domain/meeting.ts';
import { putManifest } from '../../../src/storage/manifests.ts';
import { item, paper } from '../reader/sample-manifest.ts';
import { createTestTablet, ids, manifest } from './records-tablet.ts';

const meeting = (meetingId: string, more: Partial<Manifest> = {}): Manifest => ({
  ...manifest,
  meetingId,
  ...more,
});
const none = { kind: 'none', have: 0, total: 0, papers: 0, pages: 0, error: null, checkedAt: null } as const;
const sync = {
  network: 'online',
  waiting: 0,
  quarantined: 0,
  stalled: 0,
  lastContact: 1,
  need: 'nothing',
  busy: false,
} as const;

const view = (manifests: readonly Manifest[], now: string, personId: string = ids.anna) =>
  toMeetingsView({
    manifests,
    packs: new Map(manifests.map(({ meetingId }) => [meetingId, none])),
    records: [],
    sync,
    place: null,
    personId,
    now,
  });

test('the next meeting is the earliest of those one sits on, and else the earliest of all', () => {
  const others = meeting('other', { seats: [], start: '2016-01-20T10:00' });
  const own = meeting('own');
  expect(view([others, own], '2016-01-10T09:00').next?.meetingId).toBe('own');
  expect(view([others, own], '2016-01-10T09:00').coming.map(({ meetingId }) => meetingId)).toEqual(['other']);
  expect(view([others, own], '2016-01-10T09:00', 'nobody').next).toMatchObject({
    meetingId: 'other',
    isMine: false,
  });
});

test('a meeting stays the next one until its day is over, and then is past, newest first', () => {
  const first = meeting('first', { start: '2016-01-20T10:00' });
  const second = meeting('second');
  expect(view([first, second], '2016-02-01T23:59').next?.meetingId).toBe('second');
  const after = view([first, second], '2016-02-02T00:00');
  expect(after.next).toBeNull();
  expect(after.past.map(({ meetingId }) => meetingId)).toEqual(['second', 'first']);
});

test('a cancelled meeting is shown and is never the next one', () => {
  const seen = view(
    [meeting('off', { state: 'cancelled', start: '2016-01-20T10:00' }), meeting('on')],
    '2016-01-10T09:00',
  );
  expect(seen.next?.meetingId).toBe('on');
  expect(seen.coming.map(({ meetingId }) => meetingId)).toEqual(['off']);
});

test('a full tablet is told', () => {
  const full = toMeetingsView({
    manifests: [meeting('m')],
    packs: new Map([['m', { ...none, kind: 'failed', error: 'full' }]]),
    records: [],
    sync,
    place: null,
    personId: ids.anna,
    now: '2016-01-10T09:00',
  });
  expect(full.isFull).toBe(true);
});

test('"Read the papers" opens the paper that was open last, as long as it is still there', () => {
  const papers = [paper('a', null), paper('b', 'i')];
  const place = { meetingId: 'm', paperId: 'b', page: 1, mode: 'text', at: 0 } as const;
  const held = meeting('m', { items: [item('i')], papers });
  expect(readPath(held, null)).toBe('/meetings/m/papers/a');
  expect(readPath(held, place)).toBe('/meetings/m/papers/b');
  expect(readPath(held, { ...place, meetingId: 'another' })).toBe('/meetings/m/papers/a');
  expect(readPath({ ...held, papers: papers.slice(0, 1) }, place)).toBe('/meetings/m/papers/a');
  expect(readPath({ ...held, papers: [] }, place)).toBeNull();
});

test.each([
  ['ready', 'read', 9],
  ['loading', 'read', 1],
  ['waiting', 'read', 0],
  ['none', 'download', 0],
  ['none', 'both', 1],
  ['failed', 'download', 0],
  ['failed', 'both', 1],
  ['removed', 'download', 0],
] as const)('papers that are "%s" offer "%s" (%i bytes here)', (kind, offer, have) => {
  expect(packOffer({ ...none, kind, have, papers: 2 })).toBe(offer);
  expect(packOffer({ ...none, kind, have: 0, papers: 0 })).toBe('nothing');
});

test('on the tablet: a download is asked for and paused, and an own record shows on the row', async () => {
  const tablet = await createTestTablet(ids.anna);
  const { services } = tablet;
  await putManifest(services.records, 'a'.repeat(64), {
    ...manifest,
    version: 4,
    items: [item('i')],
    papers: [paper('a', null)],
  });
  await downloadPack(services, ids.meeting);
  expect((await firstValue(watchMeetings(services))).next?.pack.kind).toBe('waiting');
  await pauseDownload(services, ids.meeting);
  expect((await firstValue(watchMeetings(services))).next?.pack.kind).toBe('none');
  expect(tablet.wakes()).toBe(2);

  const body = {
    seen: seenMeeting(manifest, 'en-GB', []),
    extent: { kind: 'whole' },
    afterStart: false,
  } as const;
  await recordEvents(services, [{ type: 'apology.send', body }], null);
  expect((await firstValue(watchMeetings(services))).next?.own).toMatchObject({
    apology: { state: 'pending' },
    unsent: 1,
  });
});
