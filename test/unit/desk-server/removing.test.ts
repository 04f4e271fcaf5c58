import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import type { ImportState, PublishAnswer } from '../../../src/domain/import-state.ts';
import { samplePage, samplePdf } from '../../support/sample-papers.ts';
import type { Tablet } from '../server/tablet.ts';
import {
  askToRead,
  beginImport,
  type DeskServer,
  giveFile,
  openDeskServer,
  readAll,
  sendPart,
  stateOf,
  untilReading,
} from './at-desk.ts';

const paper = samplePdf('Roads Panel', 'Winter service plan', 'The salt barns are full.');
const revised = samplePdf('Roads Panel', 'Winter service plan', 'The salt barns are empty.');
const meetingId = '0198a0aa-0000-7000-8000-000000000001';

/** Asked in the middle of each reading, which stands still until it is answered. */
const createPublished = () => vi.fn<() => Promise<readonly never[]>>().mockResolvedValue([]);
const createPublish = () =>
  vi
    .fn<(draft: unknown, files: ReadonlyMap<string, Uint8Array>) => Promise<PublishAnswer>>()
    .mockResolvedValue({ kind: 'published', meetingId, version: 1 });

// Anew for each test: what a test before left to be read may still ask.
let published: ReturnType<typeof createPublished>;
let publish: ReturnType<typeof createPublish>;
let server: DeskServer;
let clerk: Tablet;
let at: string;
beforeEach(async () => {
  published = createPublished();
  publish = createPublish();
  server = await openDeskServer({ matching: { published, publish } });
  clerk = await server.enrol('clerk');
  at = await beginImport(clerk);
  await giveFile(clerk, at, 'page.html', samplePage);
  await giveFile(clerk, at, 'Winter service.pdf', paper);
});

const said = async (answer: Response): Promise<unknown> => [answer.status, await answer.json()];
const remove = async (place: number | string, tablet = clerk): Promise<unknown> =>
  said(await tablet.request(`${at}/files/${place}`, { method: 'DELETE' }));
const isGone = [200, {}];
const isBusy = [409, { error: 'being_read' }];
const placesOf = ({ files }: ImportState): readonly number[] => files.map(({ place }) => place);
const own = (): string => join(server.path, at.split('/')[2] ?? '');
const stored = (): readonly string[] => readdirSync(join(own(), 'files')).toSorted();
const draftOf = (file: string) => ({
  meeting: 0,
  draft: { papers: [{ title: 'A', kind: 'report', file }], items: [] },
});
const publishOf = async (file: string) => said(await clerk.post(`${at}/publish`, draftOf(file)));

test('a file that was given goes from the disk too, once and again, and the rest is read', async () => {
  expect(await remove(1)).toEqual(isGone);
  expect(await remove(1)).toEqual(isGone);
  expect(await remove(7)).toEqual(isGone);
  expect(await Promise.all([remove(1), remove(1)])).toEqual([isGone, isGone]);
  expect(placesOf(await stateOf(clerk, at))).toEqual([0]);
  expect(stored()).toEqual(['0']);
  expect(readFileSync(join(own(), 'import.json'), 'utf8')).not.toContain('Winter');
  expect((await clerk.request(`${at}/files/1`)).status).toBe(404);
  expect((await sendPart(clerk, `${at}/files/1?at=0`, 'x')).status).toBe(404);
  const { proposal } = await readAll(clerk, at);
  expect(proposal.sources.map(({ file }) => file)).toEqual(['page.html']);
  // Its place is never another file's.
  expect(await giveFile(clerk, at, 'Winter service.pdf', paper)).toBe(2);
});

test('what has arrived in part goes as well, and makes room for others', async () => {
  await clerk.post(`${at}/files`, { name: 'part.txt', size: 6 });
  await sendPart(clerk, `${at}/files/2?at=0`, 'abc');
  expect(await remove(2)).toEqual(isGone);
  for (const place of [0, 1]) expect(await remove(place)).toEqual(isGone);
  expect((await stateOf(clerk, at)).files).toEqual([]);
  expect(stored()).toEqual([]);
  // Nothing is left to read, and that is no fault.
  expect((await readAll(clerk, at)).meetings).toEqual([]);
});

test('only who began the import removes a file of it, and only by its place', async () => {
  const { ids, store } = server.council;
  const grants = [{ role: 'clerk', committeeId: null }] as const;
  await store.addPerson({ id: ids.other, name: 'Olive Other', role: null, grants });
  const notThere = [404, { error: 'not_found' }];
  for (const who of ['member', 'other'] as const) {
    expect(await remove(0, await server.enrol(who))).toEqual(notThere);
  }
  for (const place of [
    '..%2F..%2Fimport.json',
    '../import.json',
    'Winter%20service.pdf',
    '-1',
    '1.0',
    '1234567',
  ]) {
    expect(await remove(place)).toEqual(notThere);
  }
  expect(placesOf(await stateOf(clerk, at))).toEqual([0, 1]);
  expect(existsSync(join(own(), 'import.json'))).toBe(true);
  // The same clerk's second device may.
  expect(await remove(0, await server.enrol('clerk'))).toEqual(isGone);
  expect((await clerk.post(`${at}/remove`, {})).status).toBe(200);
  expect(await remove(0)).toEqual(notThere);
});

test('nothing is removed while papers are read or wait to be; after a stop it is', async () => {
  published.mockReturnValue(new Promise<never>(() => {}));
  const first = at;
  await askToRead(clerk, first);
  await vi.waitFor(() => expect(published).toHaveBeenCalled(), 50_000);
  expect(await remove(1)).toEqual(isBusy);
  at = await beginImport(clerk);
  await giveFile(clerk, at, 'page.html', samplePage);
  await askToRead(clerk, at);
  await untilReading(clerk, at, 'waiting');
  expect(await remove(0)).toEqual(isBusy);
  expect(stored()).toEqual(['0']);
  at = first;
  expect(stored()).toEqual(['0', '1']);
  await clerk.post(`${at}/stop`, {});
  expect(await remove(1)).toEqual(isGone);
  expect((await stateOf(clerk, at)).reading).toEqual({ kind: 'not-begun', wasStopped: true });
});

test('after a reading that failed it is removed, and the rest can be read', async () => {
  published.mockRejectedValueOnce(new Error('x'));
  await askToRead(clerk, at);
  await untilReading(clerk, at, 'failed');
  expect(await remove(1)).toEqual(isGone);
  expect((await stateOf(clerk, at)).reading).toEqual({ kind: 'failed' });
  expect((await readAll(clerk, at)).proposal.sources).toHaveLength(1);
});

test('what was read stays as it is until the papers are read again, also over a restart', async () => {
  const before = await readAll(clerk, at);
  expect(await remove(1)).toEqual(isGone);
  expect((await stateOf(clerk, at)).reading).toEqual(before);
  await server.desk.close();
  server = await openDeskServer({ matching: { published, publish } }, server);
  clerk = await server.enrol('clerk');
  expect((await stateOf(clerk, at)).reading).toEqual(before);
  const { proposal } = await readAll(clerk, at);
  expect(proposal.sources.map(({ file }) => file)).toEqual(['page.html']);
});

test('another file under the name of one that was read and removed is not published unread', async () => {
  await readAll(clerk, at);
  await remove(1);
  expect(await giveFile(clerk, at, 'Winter service.pdf', revised)).toBe(2);
  expect((await stateOf(clerk, at)).reading).toMatchObject({ before: 2 });
  await publishOf('Winter service.pdf');
  await publishOf('page.html');
  expect(publish.mock.calls.map(([, files]) => [...files.keys()])).toEqual([[], ['page.html']]);
  expect(await readAll(clerk, at)).toMatchObject({ before: 3 });
  await publishOf('Winter service.pdf');
  expect(publish.mock.lastCall?.[1]).toEqual(new Map([['Winter service.pdf', revised]]));
});

test('a draft that names a removed file is refused in words', async () => {
  server = await openDeskServer({ matching: 'real' }, server);
  clerk = await server.enrol('clerk');
  const [meeting] = (await readAll(clerk, at)).meetings;
  const file = 'Winter service.pdf';
  expect(JSON.stringify(meeting?.draft)).toContain(file);
  await remove(1);
  const draft = { ...meeting?.draft, venue: 'Guildhall' };
  const answer = await said(await clerk.post(`${at}/publish`, { meeting: 0, draft }));
  expect(answer).toEqual([200, { kind: 'refused', sentence: expect.stringContaining(file), where: null }]);
});

test('a kill between its bytes and its record leaves a file of which nothing has arrived', async () => {
  await server.desk.close();
  rmSync(join(own(), 'files', '1'));
  server = await openDeskServer({ matching: { published } }, server);
  clerk = await server.enrol('clerk');
  expect((await stateOf(clerk, at)).files[1]).toMatchObject({ place: 1, here: 0 });
  expect(await remove(1)).toEqual(isGone);
  expect(placesOf(await stateOf(clerk, at))).toEqual([0]);
});
