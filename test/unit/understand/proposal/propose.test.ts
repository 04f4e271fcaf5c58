import { describe, expect, test } from 'vitest';
import type { UnderstoodMinutes } from '../../../../src/domain/understood.ts';
import { propose } from '../../../../src/understand/proposal/propose.ts';
import { document, fact, item, meeting, packed } from './samples.ts';
import { source, text } from './source-samples.ts';

const salt =
  'The panel agreed last winter that the salt barns at Mill Lane and Church Street should be filled before November in each year.';
const routes =
  'Officers have looked at every route that was gritted and propose to leave out two of them and to add the hill by the school.';
const money =
  'The cost of it is within the budget that the council set in February and nothing needs to be taken from reserves for it.';

const agenda = [
  item('1', 'Apologies'),
  item('2', 'Minutes of the meeting held on 6 January 2026'),
  item('3', 'Winter service plan'),
];

const minutesOf = (start: string): UnderstoodMinutes => ({
  meeting: meeting({ start: fact(start) }),
  present: [],
  apologies: [],
  declarations: [],
  minutes: [],
});

describe('a meeting from its front sheet, its page and its papers', () => {
  const sheet = source('agenda.pdf', 'agenda', { meeting: meeting({ items: agenda }), paper: {} });
  const page = source('page.html', 'meeting-page', {
    meeting: meeting({
      venue: fact('Town Hall', 'page.html'),
      items: [item('3', 'Winter service plan', { documents: [document('Appendix 1 - Salt')] })],
    }),
  });
  const report = source('Winter service.pdf', 'report', { paper: { text: text(salt, routes, money) } });
  const annex = source('Appendix 1 - Salt.pdf', 'report', { paper: {} });
  const earlier = source('Minutes of 6 January 2026.pdf', 'minutes', {
    paper: { title: 'Minutes of the meeting held on 6 January 2026', minutes: minutesOf('2026-01-06T18:30') },
  });

  test('is one, with every paper at its item and what differs in doubt', () => {
    const { meetings, unplaced } = propose([sheet, page, report, annex, earlier]);
    expect(meetings).toHaveLength(1);
    expect(unplaced).toEqual([]);
    const [one] = meetings;
    expect(one?.venue).toMatchObject({ value: 'Town Hall', doubt: 'disagrees' });
    const numbers = one?.papers.map(({ file, item: at, doubt }) => [
      file,
      at === null ? null : one.items[at]?.number,
      doubt,
    ]);
    expect(numbers).toEqual([
      ['agenda.pdf', null, null],
      ['Winter service.pdf', '3', 'guessed'],
      ['Appendix 1 - Salt.pdf', '3', null],
      ['Minutes of 6 January 2026.pdf', '2', null],
    ]);
    // The venue, and the paper whose title is only like its item's.
    expect(one?.doubts).toBe(2);
    expect(one?.minutes).toBeNull();
  });

  test('is the same in whatever order they come, but for the order of the papers', () => {
    const shuffled = propose([earlier, annex, page, report, sheet]);
    const { papers, ...rest } = shuffled.meetings[0] ?? { papers: [] };
    const { papers: before, ...first } = propose([sheet, page, report, annex, earlier]).meetings[0] ?? {
      papers: [],
    };
    expect(rest).toEqual(first);
    expect(new Set(papers)).toEqual(new Set(before));
  });

  test('keeps a report and its later issue, and knows the same words in other bytes', () => {
    const { meetings } = propose([
      sheet,
      report,
      source('Winter service_1.pdf', 'report', { paper: { text: text(salt, routes, money) } }),
      source('Winter service updated.pdf', 'report', {
        paper: { text: text(salt, routes, `${money} Yes.`) },
      }),
    ]);
    expect(meetings[0]?.papers.map(({ file, replaces, sameAs }) => [file, replaces, sameAs])).toEqual([
      ['agenda.pdf', null, null],
      ['Winter service.pdf', null, null],
      ['Winter service_1.pdf', null, 'Winter service.pdf'],
      ['Winter service updated.pdf', expect.stringMatching(/^Winter service/), null],
    ]);
  });

  test('says by paragraph what a later issue says differently', () => {
    const { meetings } = propose([
      sheet,
      report,
      source('Winter service updated.pdf', 'report', {
        paper: {
          text: text(salt, routes, money.replace('February', 'March'), 'The hill is added at the end.'),
        },
      }),
    ]);
    const changes = meetings[0]?.papers.at(-1)?.changes ?? [];
    expect(changes.map(({ before, after }) => [before?.text, after?.text])).toEqual([
      [money, money.replace('February', 'March')],
      [undefined, 'The hill is added at the end.'],
    ]);
  });

  test('takes minutes for its own when they are of the same day', () => {
    const said = { resolutions: [], votes: [], truncated: false, paragraphs: ['The plan was agreed.'] };
    const minutes = {
      ...minutesOf('2026-02-03T18:30'),
      minutes: [
        fact({ ...said, number: '41', title: 'Winter service plan', itemNumber: '3' }),
        fact({ ...said, number: '42', title: 'Apologies', itemNumber: null }),
        fact({ ...said, number: '43', title: 'Apologies', itemNumber: '1' }),
      ],
    };
    const { meetings } = propose([sheet, source('Printed minutes.pdf', 'minutes', { paper: { minutes } })]);
    expect(meetings).toHaveLength(1);
    expect(meetings[0]?.minutes).not.toBeNull();
    // Two minutes of one item are not put together.
    expect(meetings[0]?.items.map(({ minute }) => minute?.number)).toEqual([undefined, undefined, '41']);
  });
});

test('papers of two meetings go to the meeting in whose folder they lie', () => {
  const other = meeting({ start: fact('2026-03-03T18:30'), items: agenda });
  const { meetings, unplaced } = propose([
    source('march/agenda.pdf', 'agenda', { meeting: other, paper: {} }),
    source('february/agenda.pdf', 'agenda', { meeting: meeting({ items: agenda }), paper: {} }),
    source('march/Winter service plan.pdf', 'report', { paper: {} }),
    source('Something else.pdf', 'report', { paper: {} }),
  ]);
  expect(meetings.map(({ start, papers }) => [start?.value, papers.map(({ file }) => file)])).toEqual([
    ['2026-02-03T18:30', ['february/agenda.pdf']],
    ['2026-03-03T18:30', ['march/agenda.pdf', 'march/Winter service plan.pdf']],
  ]);
  expect(unplaced).toEqual(['Something else.pdf']);
});

test('a pack brings its documents, and a single one of them finds its item through it', () => {
  const { meetings } = propose([
    source('pack.pdf', 'pack', {
      meeting: meeting({ items: agenda }),
      paper: { documents: [packed('Depots: costs', '3')] },
    }),
    source('Depots costs.pdf', 'report', { paper: {} }),
  ]);
  expect(meetings[0]?.papers[0]?.documents).toHaveLength(1);
  expect(meetings[0]?.papers[1]).toMatchObject({ item: 2, doubt: null });
});

test('nothing comes to nothing, and what has no meeting is named', () => {
  expect(propose([])).toMatchObject({ meetings: [], unplaced: [] });
  const { meetings, unplaced } = propose([source('scan.pdf', 'report', { paper: {} })]);
  expect(meetings).toEqual([]);
  expect(unplaced).toEqual(['scan.pdf']);
});

test('a supplement brings its papers and not its own page numbers, and slides with an agenda are a paper', () => {
  const supplied = item('3', 'Winter service plan', { pages: fact({ first: 1, last: 8 }) });
  const slides = meeting({
    committee: null,
    start: null,
    date: fact('2026-01-20'),
    items: [item('1', 'Any other business')],
  });
  const { meetings } = propose([
    source('agenda.pdf', 'agenda', { meeting: meeting({ items: agenda }), paper: {} }),
    source('late.pdf', 'supplement', { meeting: meeting({ items: [supplied] }), paper: {} }),
    source('slides.pdf', 'agenda', { meeting: slides, paper: {} }),
  ]);
  expect(meetings).toHaveLength(1);
  expect(meetings[0]?.items.map(({ pages }) => pages)).toEqual([null, null, null]);
  expect(meetings[0]?.papers.map(({ file }) => file)).toEqual(['agenda.pdf', 'late.pdf', 'slides.pdf']);
  const [alone] = propose([
    source('late.pdf', 'supplement', { meeting: meeting({ items: [supplied] }), paper: {} }),
  ]).meetings;
  expect(alone?.items[0]?.pages?.value).toEqual({ first: 1, last: 8 });
});

test('the page of a committee lists its members, also beside no meeting of theirs', () => {
  const member = {
    aliases: [],
    name: 'Ann Able',
    role: 'chair',
    party: null,
    ward: null,
    attendance: null,
  } as const;
  const memberships = [{ committee: 'Roads Panel', members: [fact(member, 'committee.html')] }];
  const list = source('committee.html', 'list', {});
  const page = { ...list, lists: { ...list.lists, memberships } };
  expect(propose([page])).toMatchObject({ meetings: [], unplaced: [], memberships });
  const [one] = propose([page, source('agenda.pdf', 'agenda', { meeting: meeting(), paper: {} })]).meetings;
  expect(one?.members).toEqual(memberships[0]?.members);
});
