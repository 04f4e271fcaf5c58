import { expect, test } from 'vitest';
import { samplePage, samplePdf } from '../../support/sample-papers.ts';
import type { Tablet } from '../server/tablet.ts';
import { beginImport, giveFile, openDeskServer, readAll, untilReading } from './at-desk.ts';

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
