import { beforeEach, describe, expect, test } from 'vitest';
import { present } from '../../../support/present.ts';
import { samplePage } from '../../../support/sample-papers.ts';
import { frontSheet, laterSheet, winterReissued, winterReport } from './anytown-papers.ts';
import { type DeskOfAnytown, openDeskOfAnytown } from './desk-of-anytown.ts';

let desk: DeskOfAnytown;
beforeEach(async () => {
  desk = await openDeskOfAnytown();
});

const report = 'Winter service plan.txt';
const january = { 'agenda.pdf': frontSheet('Tuesday, 6 January 2026'), [report]: winterReport };
const february = { 'agenda.pdf': frontSheet(), [report]: winterReissued };

describe('a plan', () => {
  test('is held against the one of the meeting before, which is proposed nowhere', async () => {
    const before = await desk.bring(january);
    const { proposal, meeting } = await desk.read(february);
    expect(meeting.match).toBeNull();
    expect(proposal.unplaced).toEqual([]);
    expect(proposal.plans.map(({ file }) => file)).toEqual([report]);
    const [news] = proposal.planNews;
    expect(proposal.planNews).toHaveLength(1);
    const salt = news?.areas.find(({ name }) => name === 'Salt barns');
    expect(salt).toMatchObject({ kind: 'moved', status: { before: 'waiting', after: 'done' } });
    expect(salt?.lines.map(({ label }) => label)).toEqual(['January 2026', 'February 2026']);
    expect(salt?.lines[0]?.said).toContain('awaiting permission');
    const shown = proposal.sources.find(({ file }) => file === news?.before);
    expect(shown?.published?.meetingId).toBe(before.meetingId);
  });

  test('of a later paper is held against the published one and against the meeting before', async () => {
    await desk.bring(january);
    await desk.bring({ 'agenda.pdf': frontSheet(), [report]: winterReport });
    const { proposal } = await desk.read({ 'later.pdf': laterSheet(), [report]: winterReissued });
    expect(proposal.meetings).toHaveLength(1);
    expect(proposal.planNews.map(({ file }) => file)).toEqual([report, report]);
    expect(new Set(proposal.planNews.map(({ before }) => before)).size).toBe(2);
  });
});

describe('by what others call it', () => {
  // A link that says what the meeting is called there.
  const page = samplePage.replace('</body>', '<a href="mgMeetingAttendance.aspx?ID=812">Who</a></body>');
  const moved = page
    .replaceAll('Roads Panel', 'Highways Panel')
    .replaceAll('3 February 2026', '4 February 2026')
    .replaceAll('03-Feb-2026', '04-Feb-2026')
    .replaceAll('2026-02-03', '2026-02-04');

  test('a meeting is found again though its committee and day are others now', async () => {
    const one = await desk.bring({ 'page.html': page });
    const { meeting, committees } = await desk.read({ 'page.html': moved });
    expect(committees).toEqual(['Roads Panel']);
    // The page does not say its site, whose number it could be.
    expect(meeting.match).toEqual({ meetingId: one.meetingId, version: 1, doubt: 'guessed' });
    expect(meeting.draft).toMatchObject({ id: one.meetingId, date: '2026-02-04' });
    expect(meeting.draft.committee).toMatchObject({ id: one.committee.id, name: 'Roads Panel' });
    expect(meeting.draft.items.map(({ id }) => id)).toEqual(one.items.map(({ id }) => id));
  });

  test('a committee is called as it is here, also for a meeting that is new', async () => {
    const one = await desk.bring({ 'page.html': page });
    const other = moved.replace('ID=812', 'ID=813');
    const { meeting } = await desk.read({ 'page.html': other });
    expect(meeting.match).toBeNull();
    expect(meeting.draft.committee).toMatchObject({ id: one.committee.id, name: 'Roads Panel' });
    const two = await desk.bring({ 'page.html': other });
    expect([two.version, two.committee.id]).toEqual([1, one.committee.id]);
    expect(two.meetingId).not.toBe(one.meetingId);
  });

  test('what is published is kept with its aliases, and those of another site are others', async () => {
    const one = await desk.bring({ 'page.html': page });
    const { meetingId, committee, items } = one;
    const known = await desk.council.store.aliasesOf([meetingId, committee.id, ...items.map(({ id }) => id)]);
    expect(known.map(({ alias, ours }) => [alias.kind, alias.id, ours])).toEqual([
      ['agenda', '812', meetingId],
      ['committee', '31', committee.id],
      ['item', '901', items[0]?.id],
      ['item', '902', items[1]?.id],
      ['meeting', '812', meetingId],
    ]);
    const other = {
      system: 'moderngov',
      site: 'https://elsewhere.example',
      kind: 'committee',
      id: '31',
    } as const;
    expect(await desk.council.store.knownAliases([other])).toEqual([]);
  });
});

describe('nothing is doubled', () => {
  test('a new meeting at the time of one of the same committee is refused', async () => {
    const one = await desk.bring(february);
    const { meeting } = await desk.read(february, { apart: [one.meetingId] });
    const draft = { ...meeting.draft, key: 'something-else', reason: 'Twice' };
    expect(await desk.publish(draft, february)).toEqual({ kind: 'published-since', version: 1 });
    const apart = { ...draft, committee: { ...draft.committee, name: 'The Roads  Panel' } };
    const answer = await desk.publish(apart, february);
    expect(answer).toMatchObject({ kind: 'refused', where: null });
    expect(answer.kind === 'refused' && answer.sentence).toContain('already');
    expect(desk.council.manifests).toHaveLength(1);
  });

  test('a committee that the clerk chose by its name is that one, whatever was matched', async () => {
    const one = await desk.bring(february);
    const { meeting } = await desk.read({ 'agenda.pdf': frontSheet('Tuesday, 3 March 2026') });
    const { committee } = meeting.draft;
    expect(committee.id).toBe(one.committee.id);
    const bridges = { ...meeting.draft, committee: { ...committee, name: 'Bridges Panel' } };
    await desk.publish(bridges, { 'agenda.pdf': frontSheet() });
    const two = present(desk.council.manifests.at(-1), 'manifest');
    expect(two.committee.id).not.toBe(one.committee.id);
    const april = await desk.read({ 'agenda.pdf': frontSheet('Tuesday, 7 April 2026') });
    const chosen = { ...april.meeting.draft.committee, name: 'The Bridges Panel' };
    const files = { 'agenda.pdf': frontSheet('Tuesday, 7 April 2026') };
    await desk.publish({ ...april.meeting.draft, committee: chosen }, files);
    expect(desk.council.manifests.at(-1)?.committee.id).toBe(two.committee.id);
    const renamed = { ...committee, name: 'Streets Panel' };
    const { meeting: last } = await desk.read(february);
    await desk.publish({ ...last.draft, committee: renamed, reason: 'It has a new name' }, february);
    expect(desk.council.manifests.at(-1)?.committee).toMatchObject({
      id: one.committee.id,
      name: 'Streets Panel',
    });
  });

  test('a second meeting on the same day is one of its own, and both are told apart', async () => {
    const one = await desk.bring(february);
    const morning = { ...february, 'agenda.pdf': frontSheet('Tuesday, 3 February 2026', '9.00 am') };
    const { meeting } = await desk.read(morning, { apart: [one.meetingId] });
    const answer = await desk.publish(meeting.draft, morning);
    expect(answer).toMatchObject({ kind: 'published', version: 1 });
    const two = present(desk.council.manifests.at(-1), 'second meeting');
    expect(two.meetingId).not.toBe(one.meetingId);
    const again = await desk.read(morning);
    expect(again.meeting.match?.meetingId).toBe(two.meetingId);
    expect((await desk.read(february)).meeting.match?.meetingId).toBe(one.meetingId);
    const unsure = await desk.read({ 'later.pdf': laterSheet() });
    expect(unsure.meeting.match?.doubt).toBe('guessed');
    const other = await desk.read(
      { 'later.pdf': laterSheet() },
      { apart: [unsure.meeting.match?.meetingId ?? ''] },
    );
    expect(other.meeting.match?.meetingId).not.toBe(unsure.meeting.match?.meetingId);
  });

  test('what names a new meeting follows from what the clerk corrected', async () => {
    const { meeting } = await desk.read(february);
    const draft = { ...meeting.draft, key: '', date: '2026-02-10' };
    expect(await desk.publish(draft, february)).toMatchObject({ kind: 'published', version: 1 });
    const { meeting: again } = await desk.read(february);
    expect(again.match).toBeNull();
    expect(await desk.publish(again.draft, february)).toMatchObject({ kind: 'published', version: 1 });
  });
});

describe('people', () => {
  beforeEach(async () => {
    const at = { role: null, grants: [] };
    await desk.council.store.addPerson({
      ...at,
      id: '019b8a00-0000-7000-8000-000000000011',
      name: 'Peter Bartlett',
    });
    await desk.council.store.addPerson({
      ...at,
      id: '019b8a00-0000-7000-8000-000000000012',
      name: 'Paul Cadwell',
    });
  });

  test('of a membership list are those of the council’s list, and one that is guessed is asked', async () => {
    const { meeting, people } = await desk.read(february);
    expect(people.map(({ name }) => name)).toEqual(['Paul Cadwell', 'Peter Bartlett']);
    expect(meeting.people).toMatchObject([
      { person: { name: 'Peter Bartlett' }, doubt: 'guessed' },
      { person: null, doubt: null },
      { person: { name: 'Paul Cadwell' }, doubt: null },
    ]);
    const one = await desk.bring(february);
    const list = await desk.council.store.listPeople();
    expect(list.map(({ name, grants }) => [name, grants.length])).toEqual([
      ['Mrs A Able', 1],
      ['Paul Cadwell', 1],
      ['Peter Bartlett', 1],
    ]);
    expect(one.seats[2]?.holder).toMatchObject({
      listName: 'Sir Paul Cadwell, CBE',
      minuteName: 'Paul Cadwell',
    });
  });

  test('keep what was published of their seats, also beside a list that says less', async () => {
    const { meeting } = await desk.read(february);
    const [chair, able, ...others] = meeting.draft.seats;
    const seats = [
      { ...present(chair, 'chair'), group: 'Councillors' },
      {
        ...present(able, 'member'),
        role: 'co-opted' as const,
        votes: 'education' as const,
        group: 'Church',
        minuteRole: 'Church of Anytown',
      },
      ...others,
      { group: 'Parents', role: 'co-opted' as const, votes: 'education' as const, vacant: true as const },
    ];
    await desk.publish({ ...meeting.draft, seats }, february);
    const one = present(desk.council.manifests.at(-1), 'manifest');
    const alone = await desk.bring({ 'later.pdf': laterSheet() });
    expect(alone.seats).toEqual(one.seats);
    const listed = await desk.bring({ 'agenda (2).pdf': frontSheet('Tuesday, 3 February 2026', '7.00 pm') });
    expect(listed.start).toBe('2026-02-03T19:00');
    expect(listed.seats).toEqual(one.seats);
  });
});

test('a folder may name the meeting that it follows, with papers that stay and a plan written out', async () => {
  const one = await desk.bring(february);
  const [, winter] = one.items;
  const paper = present(
    one.papers.find(({ itemId }) => itemId === winter?.id),
    'paper',
  );
  const { meeting } = await desk.read({ 'later.pdf': laterSheet() });
  const draft = { ...meeting.draft, reason: 'The plan was read again' };
  const areas = [{ number: '2.1', name: 'Barns', text: 'Done.', status: 'done' as const, dates: [] }];
  const plans = [{ item: '2', paper: paper.id, areas }];
  const answer = await desk.publish({ ...draft, papers: [], plans }, {});
  expect(answer).toMatchObject({ kind: 'published', version: 2 });
  const two = present(desk.council.manifests.at(-1), 'manifest');
  expect(two.papers).toEqual([paper]);
  expect(two.plans).toEqual([{ itemId: winter?.id, paperId: paper.id, areas }]);
});
