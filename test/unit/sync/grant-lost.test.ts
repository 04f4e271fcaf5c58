import 'fake-indexeddb/auto';
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { readEventRows } from '../../../src/storage/event-view.ts';
import { savePlace } from '../../../src/storage/places.ts';
import { fetchManifests } from '../../../src/sync/manifests.ts';
import { pull } from '../../../src/sync/pull.ts';
import { download } from '../../../src/sync/downloads.ts';
import { apology } from '../server/said.ts';
import { publishPaper } from './papers.ts';
import { createTablet, createWorld, outboxOf, type Tab, type World } from './tablet.ts';

const setUp = async () => {
  const world = await createWorld();
  const tablet = createTablet(world, 'member');
  await tablet.enrol();
  const tab = tablet.openTab();
  return { world, tab };
};

const fetchPapers = async (tab: Tab): Promise<void> => {
  expect(await tab.sync()).toEqual({ kind: 'done' });
  const enrolment = await tab.ports.enrolments.read();
  if (enrolment === null) throw new Error('enrol first');
  expect(await download(tab.ports, enrolment)).toEqual({ kind: 'done' });
};

const grant = ({ council }: World, holds: boolean): Promise<void> =>
  council.store.addPerson({
    id: council.ids.member,
    name: 'Mary Member',
    role: null,
    grants: holds ? [{ role: 'member', committeeId: council.ids.committee }] : [],
  });

const countsOf = async ({ records }: Tab) => {
  const { manifests, manifestVersions, packs, blobs, chunks, places } = records;
  const tables = [manifests, manifestVersions, packs, blobs, chunks, places];
  return Promise.all(tables.map((table) => table.count()));
};

test('with the grant a meeting’s papers leave the tablet, and what the person said stays', async () => {
  const { world, tab } = await setUp();
  const { manifest } = await publishPaper(world);
  await fetchPapers(tab);
  const { meetingId, papers } = manifest;
  await savePlace(tab.records, meetingId, { paperId: papers[0]?.id ?? '', page: 2, mode: 'pages', at: 1 });
  const [said] = await tab.say(apology(world.council));
  await tab.sync();
  expect(await countsOf(tab)).toEqual([1, 2, 1, 2, 4, 1]);

  await grant(world, false);
  expect(await tab.sync()).toEqual({ kind: 'done' });
  expect(await countsOf(tab)).toEqual([0, 0, 0, 0, 0, 0]);
  expect((await outboxOf(tab)).map((row) => [row.id, row.state])).toEqual([[said, 'received']]);
  expect((await readEventRows(tab.records)).map(({ id }) => id)).toEqual([said]);

  // A grant that comes back brings the papers back.
  await grant(world, true);
  await fetchPapers(tab);
  expect((await countsOf(tab)).slice(0, 5)).toEqual([1, 2, 1, 2, 4]);
});

const purge = async ({ records, ports }: Tab, ids: readonly string[]): Promise<void> => {
  const { cursor, epoch } = await ports.store.readMeta();
  const response = { epoch: epoch ?? '', purges: ids, cursor };
  expect(await ports.store.applyPull({ sentCursor: cursor, response, etag: null, items: [] })).toBe(true);
  expect((await readEventRows(records)).filter(({ id }) => ids.includes(id))).toEqual([]);
};

const publishedIds = async ({ records }: Tab, meetingId: string): Promise<readonly string[]> => {
  const rows = (await readEventRows(records)).filter(({ type }) => type === 'meeting.publish');
  return rows.filter((row) => row.meetingId === meetingId).map(({ id }) => id);
};

test('a paper that another meeting uses stays on its account', async () => {
  const { world, tab } = await setUp();
  const { manifest } = await publishPaper(world);
  const other = { ...manifest, meetingId: randomUUID(), version: 1 };
  expect((await world.council.store.publishMeeting(other)).ok).toBe(true);
  await fetchPapers(tab);
  await purge(tab, await publishedIds(tab, manifest.meetingId));
  expect(await countsOf(tab)).toEqual([1, 1, 1, 2, 4, 0]);
  expect((await tab.records.blobs.toArray()).map(({ meetingIds }) => meetingIds)).toEqual([
    [other.meetingId],
    [other.meetingId],
  ]);
  await purge(tab, await publishedIds(tab, other.meetingId));
  expect(await countsOf(tab)).toEqual([0, 0, 0, 0, 0, 0]);
});

test('a version that is taken back leaves the one before it, which is shown again', async () => {
  const { world, tab } = await setUp();
  const { manifest } = await publishPaper(world);
  await fetchPapers(tab);
  await publishPaper(world);
  await fetchPapers(tab);
  const rows = await readEventRows(tab.records);
  const latest = rows.filter(({ event }) => event.type === 'meeting.publish' && event.body.version === 3);
  await purge(
    tab,
    latest.map(({ id }) => id),
  );
  expect((await tab.records.manifests.get(manifest.meetingId))?.version).toBe(2);
  const wanted = manifest.papers.flatMap(({ file, text }) => [file.sha256, text.sha256]);
  expect((await tab.records.blobs.toCollection().primaryKeys()).toSorted()).toEqual(wanted.toSorted());
  await fetchPapers(tab);
  expect(await countsOf(tab)).toEqual([1, 2, 1, 2, 4, 0]);
});

test('a meeting that was withheld while the office was lost comes when it is given back', async () => {
  const { world, tab } = await setUp();
  // The log is read, and before the manifest is asked for the office has gone.
  world.network.faultOf = (path) => (path.startsWith('/blobs/') ? 'request-lost' : 'none');
  expect(await tab.sync()).toMatchObject({ kind: 'retry' });
  world.network.faultOf = (path) => (path.startsWith('/sync/v1/pull') ? 'request-lost' : 'none');
  await grant(world, false);
  const enrolment = await tab.ports.enrolments.read();
  if (enrolment === null) throw new Error('enrol first');
  const setAside = new Set<string>();
  await fetchManifests(tab.ports, enrolment, setAside);
  expect(setAside.size).toBe(1);

  await grant(world, true);
  world.network.faultOf = () => 'none';
  expect(await pull(tab.ports, enrolment)).toEqual({ kind: 'done' });
  await fetchManifests(tab.ports, enrolment, setAside);
  expect((await countsOf(tab)).slice(0, 3)).toEqual([1, 1, 1]);
});
