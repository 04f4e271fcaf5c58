import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { prepareOffThread } from '../../../src/server/desk/prepare-off-thread.ts';
import { revokeDevices } from '../../../src/server/devices.ts';
import { createMatching } from '../../../src/server/match/create-matching.ts';
import { closeAfterTest } from '../../support/close-after-test.ts';
import { samplePage, samplePdf } from '../../support/sample-papers.ts';
import { createCouncilOfFour } from '../server/council-of-four.ts';
import type { Tablet } from '../server/tablet.ts';
import { beginImport, type DeskServer, giveFile, openDeskServer, readAll, untilReading } from './at-desk.ts';

const paper = samplePdf('Roads Panel', 'Winter service plan', 'The salt barns are full.');

const publish = async (clerk: Tablet, at: string, draft: object): Promise<unknown> => {
  const answer = await clerk.post(`${at}/publish`, { meeting: 0, draft });
  expect(answer.status).toBe(200);
  return answer.json();
};

test('papers become a meeting, and papers of the same day its next version', async () => {
  const server = await openDeskServer({ matching: 'real' });
  const clerk = await server.enrol('clerk');
  const first = await beginImport(clerk);
  await giveFile(clerk, first, 'page.html', samplePage);
  await giveFile(clerk, first, 'Winter service.pdf', paper);
  const read = await readAll(clerk, first);
  const [meeting] = read.meetings;
  expect(meeting).toMatchObject({ match: null, published: null });
  const draft = {
    ...meeting?.draft,
    seats: [{ group: 'Members', role: 'chair', name: 'Cllr Carl Chair', minuteName: 'Carl Chair' }],
  };
  // What the clerk has to correct is said and nothing is published.
  expect(await publish(clerk, first, { ...draft, venue: '' })).toMatchObject({
    kind: 'refused',
    where: 'venue',
  });
  const answer = await publish(clerk, first, draft);
  expect(answer).toMatchObject({ kind: 'published', version: 1 });
  const { meetingId } = answer as { readonly meetingId: string };
  expect(await publish(clerk, first, draft)).toEqual({ kind: 'published-since', version: 1 });
  const { meetings } = await untilReading(clerk, first, 'read');
  expect(meetings[0]?.published).toEqual({ meetingId, version: 1 });

  const second = await beginImport(clerk);
  await giveFile(clerk, second, 'page.html', samplePage.replace('Guildhall', 'Town Hall'));
  const again = await readAll(clerk, second);
  expect(again.meetings[0]?.match).toMatchObject({ meetingId, version: 1 });
  const next = { ...again.meetings[0]?.draft, reason: 'Another room' };
  expect(await publish(clerk, second, next)).toEqual({ kind: 'published', meetingId, version: 2 });

  // A clerk who says that it is another meeting is believed.
  const apart = await readAll(clerk, second, { apart: [meetingId] });
  expect(apart.meetings[0]?.match).toBeNull();
});

test.each<[string, (server: DeskServer, clerk: Tablet) => Promise<unknown>]>([
  [
    'grant ended',
    ({ council: { store, ids } }) =>
      store.addPerson({ id: ids.clerk, name: 'Clara Clerk', role: null, grants: [] }),
  ],
  [
    'tablet was revoked',
    ({ council: { db, councilId } }, { deviceId: value }) =>
      db.write(() => revokeDevices(councilId, { column: 'id', value }, '2026-01-05T09:00:00.000Z')),
  ],
])('a clerk whose %s while the papers were prepared publishes nothing', async (_, end) => {
  const council = await createCouncilOfFour();
  const { publish: publishReal, ...matching } = createMatching(council.store, async (folder) => {
    await end(server, clerk);
    return prepareOffThread(folder);
  });
  const server: DeskServer = await openDeskServer(
    { matching: { ...matching, publish: publishReal } },
    {
      council,
      path: mkdtempSync(join(tmpdir(), 'order-paper-desk-')),
    },
  );
  closeAfterTest(async () => rmSync(server.path, { recursive: true, force: true }));
  const clerk = await server.enrol('clerk');
  const at = await beginImport(clerk);
  await giveFile(clerk, at, 'page.html', samplePage);
  const [meeting] = (await readAll(clerk, at)).meetings;
  expect(await publish(clerk, at, { ...meeting?.draft })).toEqual({
    kind: 'refused',
    sentence: 'You may not publish here any more.',
    where: null,
  });
  expect(await council.store.listMeetings()).toHaveLength(1);
});
