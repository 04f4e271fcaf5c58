import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import type { PublishAnswer } from '../../../src/domain/import-state.ts';
import { startApart } from '../../../src/server/desk/start-apart.ts';
import { samplePage, samplePdf } from '../../support/sample-papers.ts';
import type { Tablet } from '../server/tablet.ts';
import {
  askToRead,
  beginImport,
  giveFile,
  openDeskServer,
  readAll,
  stateOf,
  untilReading,
} from './at-desk.ts';

const paper = samplePdf('Roads Panel', 'Winter service plan', 'The salt barns are full.');
const draft = {
  papers: [{ title: 'A', kind: 'report', file: 'Winter service.pdf' }],
  items: [
    { key: 'x', papers: [{ title: 'B', kind: 'report', file: 'nowhere.pdf' }] },
    { key: 'y', papers: [{ title: 'C', kind: 'report', published: 'a paper of before' }] },
  ],
};

/** A council whose meeting has one version more with each draft that follows the latest. */
const createPublisher = (meetingId: string) => {
  let version = 0;
  const calls: (readonly [unknown, ReadonlyMap<string, Uint8Array>])[] = [];
  const publish = async (given: unknown, files: ReadonlyMap<string, Uint8Array>): Promise<PublishAnswer> => {
    calls.push([given, files]);
    if ((given as { follows?: number }).follows !== version) return { kind: 'published-since', version };
    version += 1;
    return { kind: 'published', meetingId, version };
  };
  return { publish, calls };
};

const meetingId = '0198a0aa-0000-7000-8000-000000000001';

const openRead = async () => {
  const publisher = createPublisher(meetingId);
  const server = await openDeskServer({ matching: { publish: publisher.publish } });
  const clerk = await server.enrol('clerk');
  const at = await beginImport(clerk);
  await giveFile(clerk, at, 'page.html', samplePage);
  await giveFile(clerk, at, 'Winter service.pdf', paper);
  await readAll(clerk, at);
  return { publisher, server, clerk, at };
};

const publish = async (clerk: Tablet, at: string, body: object): Promise<readonly [number, unknown]> => {
  const answer = await clerk.post(`${at}/publish`, body);
  return [answer.status, await answer.json()];
};

const publishedOf = async (clerk: Tablet, at: string) =>
  (await untilReading(clerk, at, 'read')).meetings.map(({ published }) => published);

test('a published meeting is remembered, every tablet is told, and the draft has the files that it names', async () => {
  const { publisher, server, clerk, at } = await openRead();
  const poked = vi.fn<() => void>();
  server.council.hub.subscribe(poked);
  expect(await publishedOf(clerk, at)).toEqual([null]);
  const given = { ...draft, follows: 0 };
  const answer = { kind: 'published', meetingId, version: 1 };
  expect(await publish(clerk, at, { meeting: 0, draft: given })).toEqual([200, answer]);
  expect(poked).toHaveBeenCalledTimes(1);
  expect(publisher.calls).toEqual([[given, new Map([['Winter service.pdf', paper]])]]);
  expect(await publishedOf(clerk, at)).toEqual([{ meetingId, version: 1 }]);
  // After a restart as well.
  await server.desk.close();
  const again = await (await openDeskServer({}, server)).enrol('clerk');
  expect(await publishedOf(again, at)).toEqual([{ meetingId, version: 1 }]);
});

test('the same draft twice at once is published once', async () => {
  const { server, clerk, at } = await openRead();
  const poked = vi.fn<() => void>();
  server.council.hub.subscribe(poked);
  const body = { meeting: 0, draft: { ...draft, follows: 0 } };
  const answers = await Promise.all([publish(clerk, at, body), publish(clerk, at, body)]);
  expect(answers.map(([, answer]) => answer)).toEqual([
    { kind: 'published', meetingId, version: 1 },
    { kind: 'published-since', version: 1 },
  ]);
  expect(poked).toHaveBeenCalledTimes(1);
  expect(await publishedOf(clerk, at)).toEqual([{ meetingId, version: 1 }]);
});

test('what is refused is said and not remembered', async () => {
  const refused = { kind: 'refused', sentence: 'The venue is missing.', where: 'venue' } as const;
  // A process whose memory is over before it begins.
  const tooMuch = startApart(new URL('../../../src/server/desk/prepare-process.ts', import.meta.url), 1);
  const publisher = vi
    .fn<() => Promise<PublishAnswer>>()
    .mockResolvedValueOnce(refused)
    .mockReturnValueOnce(tooMuch.ended)
    .mockRejectedValueOnce(new Error('x'));
  const server = await openDeskServer({ matching: { publish: publisher } });
  const clerk = await server.enrol('clerk');
  const at = await beginImport(clerk);
  await giveFile(clerk, at, 'page.html', samplePage);
  await readAll(clerk, at);
  const body = { meeting: 0, draft };
  expect(await publish(clerk, at, body)).toEqual([200, refused]);
  expect(await publish(clerk, at, body)).toMatchObject([200, { kind: 'refused', where: null }]);
  expect((await publish(clerk, at, body))[0]).toBe(500);
  expect(await publishedOf(clerk, at)).toEqual([null]);
});

test('an import whose meetings are all published is finished, and says so while it is there', async () => {
  const { clerk, at } = await openRead();
  const listed = async (): Promise<number> => (await (await clerk.request('/imports')).json()).imports.length;
  expect(await listed()).toBe(1);
  await publish(clerk, at, { meeting: 0, draft: { ...draft, follows: 0 } });
  expect(await listed()).toBe(0);
  expect(await publishedOf(clerk, at)).toEqual([{ meetingId, version: 1 }]);
  // It is none of the ten that a person may have open.
  const begun = await Promise.all(Array.from({ length: 10 }, () => clerk.post('/imports', {})));
  expect(begun.map(({ status }) => status)).toEqual(Array(10).fill(201));
});

test('a meeting that was not read cannot be published, nor one while papers are read anew', async () => {
  const { publisher, server, clerk, at } = await openRead();
  for (const body of [{ meeting: 1, draft }, { meeting: -1, draft }, { draft }]) {
    expect(await publish(clerk, at, body)).toEqual([400, { error: 'bad_request' }]);
  }
  const empty = await beginImport(clerk);
  expect((await publish(clerk, empty, { meeting: 0, draft }))[0]).toBe(400);
  expect(publisher.calls).toEqual([]);
  await publish(clerk, at, { meeting: 0, draft: { ...draft, follows: 0 } });
  // Whatever is read anew is another proposal.
  await askToRead(clerk, at);
  expect(await publishedOf(clerk, at)).toEqual([null]);
  expect((await stateOf(clerk, at)).files).toHaveLength(2);
  expect(server.lines.join('\n')).not.toContain('Winter');
});

test('what is dealt with in private is refused, whatever the draft says', async () => {
  const publisher = createPublisher(meetingId);
  const server = await openDeskServer({ matching: { publish: publisher.publish } });
  const clerk = await server.enrol('clerk');
  const at = await beginImport(clerk);
  const page = samplePage.replaceAll('Winter service plan', 'Sale of the depot (exempt)');
  await giveFile(clerk, at, 'page.html', page);
  await giveFile(clerk, at, 'Winter service.pdf', paper);
  const { meetings } = await readAll(clerk, at);
  expect(JSON.stringify(meetings[0]?.draft)).not.toContain('Winter service.pdf');
  for (const file of ['Winter service.pdf', ' Winter service.pdf ']) {
    const forged = { papers: [{ title: 'A', kind: 'report', file }], follows: 0 };
    expect(await publish(clerk, at, { meeting: 0, draft: forged })).toEqual([
      200,
      {
        kind: 'refused',
        sentence: 'Winter service.pdf is not for the public, and only public papers are published.',
        where: null,
      },
    ]);
  }
  expect(publisher.calls).toEqual([]);
});

test('what is published while papers are read anew is not taken for a meeting of the new proposal', async () => {
  const begun = Promise.withResolvers<void>();
  const answer = Promise.withResolvers<PublishAnswer>();
  const server = await openDeskServer({
    matching: {
      publish: () => {
        begun.resolve();
        return answer.promise;
      },
    },
  });
  const clerk = await server.enrol('clerk');
  const at = await beginImport(clerk);
  await giveFile(clerk, at, 'page.html', samplePage);
  await readAll(clerk, at);
  const publishing = publish(clerk, at, { meeting: 0, draft: { follows: 0 } });
  await begun.promise;
  await giveFile(clerk, at, 'before.html', samplePage.replaceAll('3 February', '2 January'));
  await readAll(clerk, at);
  answer.resolve({ kind: 'published', meetingId, version: 1 });
  expect((await publishing)[0]).toBe(200);
  expect(await publishedOf(clerk, at)).not.toContainEqual({ meetingId, version: 1 });
});

test('more papers than the memory takes are refused before one is opened', async () => {
  const { publisher, server, clerk, at } = await openRead();
  const size = 201 * 1024 * 1024;
  for (const name of ['a.pdf', 'b.pdf']) await clerk.post(`${at}/files`, { name, size });
  await readAll(clerk, at);
  // Whole only now, so that nobody reads them.
  for (const place of ['2', '3']) {
    truncateSync(join(server.path, at.split('/')[2] ?? '', 'files', place), size);
  }
  await server.desk.close();
  const again = await openDeskServer({ matching: { publish: publisher.publish } }, server);
  const papers = ['a.pdf', 'b.pdf'].map((file) => ({ title: 'A', kind: 'report', file }));
  const [status, answer] = await publish(await again.enrol('clerk'), at, {
    meeting: 0,
    draft: { papers, follows: 0 },
  });
  expect([status, answer]).toMatchObject([200, { kind: 'refused', where: null }]);
  expect(JSON.stringify(answer)).toContain('more than 400 MB');
  expect(publisher.calls).toEqual([]);
});
