import { expect, test } from 'vitest';
import { prepareMeeting } from '../../../../src/server/import/prepare-meeting.ts';
import { createMatching } from '../../../../src/server/match/create-matching.ts';
import { createCouncilOfFour } from '../council-of-four.ts';

// On both databases: PostgreSQL takes no text with it.
test('a name with the empty letter of a PDF is kept without it', async () => {
  const { store } = await createCouncilOfFour();
  const matching = createMatching(store, (folder) => prepareMeeting(folder, []));
  const person = { system: 'moderngov', site: null, kind: 'person', id: '5\0' };
  const draft = {
    format: 1,
    key: '',
    committee: { name: 'Roads\0 Panel', type: 'other' },
    date: '2026-02-03',
    time: '18:30',
    venue: 'Guildhall',
    seats: [{ group: 'Members', role: 'chair', name: 'Ann\0 Able\0', aliases: [person] }],
    items: [{ key: 'apologies', number: '1', title: 'Apologies\0' }],
    papers: [],
    plans: [],
  };
  const answer = await matching.publish(draft, new Map(), () => Promise.resolve(true));
  expect(answer).toMatchObject({ kind: 'published', version: 1 });
  expect((await store.listPeople()).map(({ name }) => name)).toContain('Ann Able');
  expect(await store.knownAliases([{ ...person, id: '5' } as never])).toHaveLength(1);
});
