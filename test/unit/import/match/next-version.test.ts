import { beforeEach, describe, expect, test } from 'vitest';
import type { MeetingDraft } from '../../../../src/domain/meeting-draft.ts';
import type { Manifest } from '../../../../src/domain/meeting.ts';
import { present } from '../../../support/present.ts';
import { bridgesReport, frontSheet, laterSheet, winterReissued, winterReport } from './anytown-papers.ts';
import { type DeskOfAnytown, openDeskOfAnytown } from './desk-of-anytown.ts';

const title = 'Winter service plan';
const report = `${title}.txt`;
const first = { 'agenda.pdf': frontSheet(), [report]: winterReport };
const later = { 'later.pdf': laterSheet(), [report]: winterReissued, 'Bridges.txt': bridgesReport };

let desk: DeskOfAnytown;
let one: Manifest;
beforeEach(async () => {
  desk = await openDeskOfAnytown();
  one = await desk.bring(first);
});

const titles = ({ papers }: Manifest, item: string | undefined) =>
  papers.filter(({ itemId }) => itemId === item).map(({ title }) => title);

describe('a supplement alone', () => {
  test('joins the meeting that was published, and is its next version with both issues of a report', async () => {
    const { meeting } = await desk.read(later);
    expect(meeting.match).toEqual({ meetingId: one.meetingId, version: 1, doubt: null });
    const two = await desk.bring(later, 'Bridges, and a report again');
    expect([two.meetingId, two.version, two.reason]).toEqual([
      one.meetingId,
      2,
      'Bridges, and a report again',
    ]);
    expect(two.items).toEqual(one.items);
    expect(two.seats).toEqual(one.seats);
    expect([two.committee, two.start, two.venue]).toEqual([one.committee, one.start, one.venue]);
    const [, winter, bridges] = one.items;
    expect(titles(two, winter?.id)).toEqual([`${title} (earlier issue)`, title]);
    expect(titles(two, bridges?.id)).toEqual(['Bridges']);
    // Its pages are not the pack's: no item may lead into it.
    expect(two.papers.find((paper) => paper.title === 'later')?.kind).toBe('other');
    const [before, after] = two.papers.filter(({ itemId }) => itemId === winter?.id);
    const was = present(
      one.papers.find(({ itemId }) => itemId === winter?.id),
      'first issue',
    );
    expect(before).toEqual({ ...was, title: `${title} (earlier issue)` });
    expect(after?.id).not.toBe(was.id);
    expect(two.plans).toMatchObject([{ itemId: winter?.id, paperId: after?.id }]);
    expect(two.plans[0]?.areas.map(({ name, status }) => [name, status])).toEqual([
      ['Salt barns', 'done'],
      ['Gritting routes', 'unknown'],
    ]);
  });

  test('shows what changed in a report since it was published, and in its plan', async () => {
    const { proposal } = await desk.read(later);
    const changed = proposal.meetings[0]?.papers.find(({ replaces }) => replaces !== null);
    expect(changed).toMatchObject({ file: report, item: 1, replaces: `${title} (published, version 1)` });
    expect(changed?.changes).toHaveLength(1);
    expect(changed?.changes[0]?.after).toMatchObject({ number: '2.1' });
    expect(proposal.planNews).toMatchObject([{ file: report, before: `${title} (published, version 1)` }]);
    const names = proposal.sources.map(({ file }) => file);
    expect(new Set(names).size).toBe(names.length);
    expect(proposal.unplaced).toEqual([]);
  });

  test('is a new meeting when the clerk says that the published one is not meant', async () => {
    const { meeting } = await desk.read(later, { apart: [one.meetingId] });
    expect(meeting.match).toBeNull();
    expect(meeting.draft.id).toBeUndefined();
    expect(meeting.draft.follows).toBe(0);
  });
});

test('what was published already is known by its bytes, and by its words in other bytes', async () => {
  const { proposal, meeting } = await desk.read({ ...first, [report]: `${winterReport}\n` });
  expect(proposal.meetings[0]?.papers.map(({ file, sameAs }) => [file, sameAs])).toEqual([
    ['agenda (published, version 1)', null],
    [`${title} (published, version 1)`, null],
    ['agenda.pdf', 'agenda (published, version 1)'],
    [report, `${title} (published, version 1)`],
  ]);
  const papers = [...meeting.draft.papers, ...meeting.draft.items.flatMap((item) => item.papers)];
  expect(papers.every((paper) => 'published' in paper)).toBe(true);
  const two = await desk.bring({ ...first, [report]: `${winterReport}\n` });
  expect(two.papers).toEqual(one.papers);
  expect(two.plans).toEqual(one.plans);
});

test('an item stays itself when its number and title are corrected, and a new one is nobody else', async () => {
  const { meeting } = await desk.read(later);
  const [apologies, winter, bridges] = meeting.draft.items;
  const items = [
    present(apologies, 'item'),
    { ...present(winter, 'item'), number: '4', title: 'Salt and grit' },
    { ...present(bridges, 'item') },
    // Its key is that of the item that was worded anew.
    { key: 'winter-service-plan-2', number: '2', title: 'Winter service plan', papers: [] },
  ].map((item, at) => ({ ...item, key: at === 3 ? 'winter-service-plan' : `${item.key}-${at}` }));
  const draft = { ...meeting.draft, items, plans: [], reason: 'The agenda was put in order' };
  expect(await desk.publish(draft, later)).toMatchObject({ kind: 'published', version: 2 });
  const two = present(desk.council.manifests.at(-1), 'version');
  expect(two.items.slice(0, 3).map(({ id }) => id)).toEqual(one.items.map(({ id }) => id));
  expect(two.items[1]).toMatchObject({ number: '4', title: 'Salt and grit' });
  expect(one.items.map(({ id }) => id)).not.toContain(two.items[3]?.id);
});

const refuses = async (change: (draft: MeetingDraft) => MeetingDraft) => {
  const { meeting } = await desk.read(later);
  const puts = desk.council.puts();
  const people = await desk.council.store.listPeople();
  const answer = await desk.publish(change({ ...meeting.draft, reason: 'Late papers' }), later);
  expect(desk.council.puts()).toBe(puts);
  expect(desk.council.manifests).toHaveLength(1);
  expect(await desk.council.store.listPeople()).toEqual(people);
  return answer;
};

describe('nothing is written', () => {
  const unknown = '00000000-0000-4000-8000-000000000000';

  test('when somebody published since', async () => {
    expect(await refuses((draft) => ({ ...draft, follows: 0 }))).toEqual({
      kind: 'published-since',
      version: 1,
    });
  });

  test.each<[string, string | null, (draft: MeetingDraft) => MeetingDraft]>([
    ['The meeting is not one of', 'id', (draft) => ({ ...draft, id: unknown })],
    [
      'The committee "Roads Panel" is not one of',
      'committee.id',
      (draft) => ({ ...draft, committee: { ...draft.committee, id: unknown } }),
    ],
    [
      'The item "Apologies" is not in the version',
      'items.0.id',
      (draft) => ({
        ...draft,
        items: draft.items.map((item, at) => (at === 0 ? { ...item, id: unknown } : item)),
      }),
    ],
    [
      'Mrs A Able is not on the council',
      'seats.1.person',
      (draft) => ({
        ...draft,
        seats: draft.seats.map((seat, at) => (at === 1 ? { ...seat, person: unknown } : seat)),
      }),
    ],
    [
      'The paper "Secret" is not in the version',
      'papers.2',
      (draft) => ({
        ...draft,
        papers: [...draft.papers, { published: unknown, title: 'Secret', kind: 'report' }],
      }),
    ],
    ['The draft is not right: venue is empty.', 'venue', (draft) => ({ ...draft, venue: ' ' })],
    [
      'The draft is not right: items.1.papers.0.title is empty.',
      'items.1.papers.0.title',
      (draft) => ({
        ...draft,
        items: draft.items.map((item) => ({
          ...item,
          papers: item.papers.map((paper) => ({ ...paper, title: '' })),
        })),
      }),
    ],
    [
      'The file away.pdf is not among the files',
      null,
      (draft) => ({ ...draft, papers: [{ file: 'away.pdf', title: 'Away', kind: 'report' }], plans: [] }),
    ],
    [
      'The draft names the item "Apologies" twice.',
      null,
      (draft) => ({
        ...draft,
        items: [...draft.items, { ...present(draft.items[0], 'item'), key: 'x', number: '9' }],
      }),
    ],
  ])('and it is said why: %s', async (sentence, where, change) => {
    const answer = await refuses(change);
    expect(answer).toMatchObject({ kind: 'refused', where });
    expect(answer.kind === 'refused' && answer.sentence).toContain(sentence);
  });

  test('for want of a reason, which the first version needs not', async () => {
    const { meeting } = await desk.read(later);
    expect(meeting.draft.reason).toBeUndefined();
    const answer = await desk.publish(meeting.draft, later);
    expect(answer).toMatchObject({ kind: 'refused', where: 'reason' });
    expect(desk.council.manifests).toHaveLength(1);
  });

  test('for what is no draft at all', async () => {
    for (const draft of [null, 7, [], {}]) {
      expect(await desk.publish(draft as never)).toMatchObject({ kind: 'refused' });
    }
    expect(desk.council.manifests).toHaveLength(1);
  });
});

test('of two who publish at the same moment one does, and the other hears of it', async () => {
  const { meeting } = await desk.read(later);
  const draft = { ...meeting.draft, reason: 'Late papers' };
  const answers = await Promise.all([desk.publish(draft, later), desk.publish(draft, later)]);
  expect(answers.map(({ kind }) => kind).toSorted()).toEqual(['published', 'published-since']);
  expect(desk.council.manifests.map(({ version }) => version)).toEqual([1, 2]);
});
