import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { groupSeats, removePapers, toMeetingView, watchMeeting } from '../../../src/app/meeting.ts';
import { ownRecords } from '../../../src/app/own-records.ts';
import { firstValue } from '../../../src/app/records-watch.ts';
import type { AnyEvent } from '../../../src/domain/event.ts';
import type { Manifest } from '../../../src/domain/meeting.ts';
import type { MyRecord } from '../../../src/storage/records.ts';
import { item, paper } from '../reader/sample-manifest.ts';
import { createTestTablet, ids, manifest } from './records-tablet.ts';

const none = { kind: 'none', have: 0, total: 0, papers: 0, pages: 0, error: null, checkedAt: null } as const;
const show = (meeting: Manifest, now: string, records: readonly MyRecord[] = []) => {
  const view = toMeetingView({
    manifest: meeting,
    place: null,
    personId: ids.anna,
    pack: none,
    records,
    now,
  });
  if (view.kind === 'unknown') throw new Error('no meeting');
  return view;
};

const seen = {
  meetingId: ids.meeting,
  meetingVersion: 3,
  committee: 'x',
  start: 'x',
  language: 'en-GB',
  words: [],
};
const record = (
  id: string,
  type: AnyEvent['type'],
  body: object,
  refs: readonly string[] = [],
): MyRecord => ({
  // Only what is read here; a whole declaration would hide what the test is about.
  event: { id, type, refs, body: { seen, ...body } } as unknown as AnyEvent,
  digest: '',
  state: 'pending',
  receipt: null,
  queuedAt: 0,
});
const declare = (
  id: string,
  duty: string,
  type: AnyEvent['type'] = 'interest.declare',
  refs: readonly string[] = [],
) =>
  record(
    id,
    type,
    { item: { itemId: ids.roads, number: '4', title: 'Roads' }, interest: 'dpi', duties: [{ code: duty }] },
    refs,
  );

test('an item without a paper is there, and one whose report stands in the pack leads to its page', () => {
  const meeting = {
    ...manifest,
    items: [item('none'), item('inside', { first: '7', last: '9' })],
    papers: [paper('pack', null, { kind: 'pack' })],
  };
  const lines = show(meeting, '2016-01-10T09:00').items;
  expect(lines.map(({ papers }) => papers.map(({ href }) => href))).toEqual([
    [],
    [`/meetings/${ids.meeting}/papers/pack?page=7`],
  ]);
});

test('seats stand under their printed headings, vacant ones too', () => {
  const [first, second] = manifest.seats;
  if (!first || !second) throw new Error('no seats');
  const groups = groupSeats([
    first,
    { ...second, group: 'Parent governors', holder: { kind: 'vacant' } },
    first,
  ]);
  expect(groups.map(({ name, seats }) => [name, seats.length])).toEqual([
    ['Members', 2],
    ['Parent governors', 1],
  ]);
});

const declaredOn = (records: readonly MyRecord[]) =>
  show(manifest, '2016-01-10T09:00', records).items[0]?.declarations.map(({ recordId, mustLeave }) => [
    recordId,
    mustLeave,
  ]);

test('what was declared stands at its item, as last amended, and is gone when withdrawn', () => {
  const made = declare('d1', 'may-stay');
  const amended = declare('d2', 'leave-room', 'interest.amend', ['d1']);
  const withdrawn = record('d3', 'interest.withdraw', { item: { itemId: ids.roads } }, ['d2']);
  expect(declaredOn([made])).toEqual([['d1', false]]);
  expect(declaredOn([amended, made])).toEqual([['d2', true]]);
  expect(declaredOn([withdrawn, amended, made])).toEqual([]);
});

test('an apology stands until it is recalled, and its reason does not recall it', () => {
  const sent = record('a1', 'apology.send', { extent: { kind: 'whole' } });
  const reason = { ...record('a2', 'apology.reason', { meetingId: ids.meeting }, ['a1']) };
  const recalled = record('a3', 'apology.recall', {}, ['a1']);
  const again = record('a4', 'apology.send', { extent: { kind: 'part', part: 'late', time: null } });
  expect(ownRecords([reason, sent], ids.meeting).apology?.recordId).toBe('a1');
  expect(ownRecords([recalled, reason, sent], ids.meeting).apology).toBeNull();
  expect(ownRecords([again, recalled, sent], ids.meeting).apology?.recordId).toBe('a4');
  expect(ownRecords([sent], 'another meeting')).toEqual({ apology: null, declarations: [], unsent: 0 });
});

test('records are offered second once the meeting is over, by its state or by the calendar', () => {
  expect(show(manifest, '2016-02-01T23:00').isOver).toBe(false);
  expect(show(manifest, '2016-02-02T00:00').isOver).toBe(true);
  expect(show({ ...manifest, state: 'held' }, '2016-01-10T09:00').isOver).toBe(true);
});

test('a meeting that never reached this tablet is unknown; one that did can lose its papers', async () => {
  const { services } = await createTestTablet(ids.anna);
  expect(await firstValue(watchMeeting(services, 'elsewhere'))).toEqual({ kind: 'unknown' });
  await removePapers(services, ids.meeting);
  expect(await firstValue(watchMeeting(services, ids.meeting))).toMatchObject({
    kind: 'known',
    pack: { kind: 'removed' },
  });
});
