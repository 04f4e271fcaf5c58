import { expect, test } from 'vitest';
import { recognise } from '../../../../src/understand/moderngov/recognise.ts';
import { idIn, meetingIn, understand } from './real-sources.ts';

const listIn = (source: string, address: string | null = null) => {
  const understood = understand(source, address);
  if (understood.kind !== 'meetings') throw new Error(understood.kind);
  return understood.list;
};
const committeeIn = (source: string) => {
  const understood = understand(source);
  if (understood.kind !== 'committee') throw new Error(understood.kind);
  return understood.committee;
};

const row = (id: number, date: string, rest: string): string =>
  `<tr><td><a href="ieListDocuments.aspx?CId=3&amp;MId=${id}&amp;Ver=4">${date}</a></td><td>${rest}</td></tr>`;

test('a table of meetings gives each once, with what its row says', () => {
  const list = listIn(
    `<html><body><h1>Browse meetings - Pond Panel</h1><table>
      ${row(1, '4 Mar 2026 7.00 pm', 'NEW! Agenda')}${row(2, '5 Mar 2026 7.00 pm', 'POSTPONED')}
      <tr><td>6 Mar 2026 2.00 pm</td><td><a href="ieListDocuments.aspx?CId=3&amp;MId=3">Agenda</a></td></tr></table>
      <a href="ieListMeetings.aspx?CId=3&amp;Act=earlier&amp;D=202601010000">Earlier</a></body></html>`,
    'https://sampleton.example/ieListMeetings.aspx?CId=3',
  );
  expect(
    list.meetings.map(({ value }) => [
      idIn(value.aliases, 'meeting'),
      value.start,
      value.status,
      value.state,
    ]),
  ).toEqual([
    ['1', '2026-03-04T19:00', 'Agenda', null],
    ['2', '2026-03-05T19:00', 'POSTPONED', 'moved'],
    ['3', '2026-03-06T14:00', null, null],
  ]);
  expect(list.meetings[0]?.value.committee).toBe('Pond Panel');
  expect(list.earlier).toBe('https://sampleton.example/ieListMeetings.aspx?CId=3&Act=earlier&D=202601010000');
});

const link = (id: number, title: string): string =>
  `<a title="${title}" href="ieListDocuments.aspx?CId=3&amp;MId=${id}">Panel</a>`;

test("a calendar's links say committee and day in their titles", () => {
  const { meetings } = listIn(
    `<div id="modgov">${link(1, 'Meeting of Pond Panel, 11&#47;02&#47;2026 3.00 pm')}${link(2, 'Meeting of Mill Board, 12/02/2026 3.00 pm, Cancelled')}</div>`,
  );
  expect(meetings.map(({ value }) => [value.committee, value.start, value.state])).toEqual([
    ['Pond Panel', '2026-02-11T15:00', null],
    ['Mill Board', '2026-02-12T15:00', 'cancelled'],
  ]);
});

test('members with their roles in the link, in brackets, without a page, and in a table', () => {
  const { name, members } =
    committeeIn(`<div id="modgov"><h1 class="mgMainTitleTxt">Committee details</h1><h2 class="mgSubTitleTxt">Pond Panel</h2>
    <h2 class="mgSectionTitle">Membership</h2><ul class="mgBulletList">
    <li><a href="mgUserInfo.aspx?UID=1">Cllr A Sample (Chairman)</a></li>
    <li><a href="mgUserInfo.aspx?UID=2"><img src="x.jpg"></a><a href="mgUserInfo.aspx?UID=2">Cllr B Sample</a> &#40;Vice-Chair&#41;</li>
    <li><a href="mgUserInfo.aspx?UID=3">Cllr C (Kit) Sample</a></li>
    <li>Vacancy</li><li>Revd D Sample (Co-opted)</li><li><a href="mgUserInfo.aspx?UID=4">Cllr E Sample</a> (Substitute)</li></ul>
    <h2 class="mgSectionTitle">Substitutes</h2><ul class="mgBulletList"><li><a href="mgUserInfo.aspx?UID=5">Cllr F Sample</a></li><li>G Sample</li></ul>
    <h2 class="mgSectionTitle">Members of the forum</h2><table><tr><td><a href="mgUserInfo.aspx?UID=6">Cllr H Sample</a></td><td>Vice Chairman</td></tr></table>
    <h2 class="mgSectionTitle">Contact information</h2><ul class="mgBulletList"><li><a href="mgUserInfo.aspx?UID=7">Officer</a></li></ul></div>`);
  expect(name?.value).toBe('Pond Panel');
  expect(members.map(({ value }) => [idIn(value.aliases, 'person'), value.name, value.role])).toEqual([
    ['1', 'Cllr A Sample', 'chair'],
    ['2', 'Cllr B Sample', 'vice-chair'],
    ['3', 'Cllr C (Kit) Sample', 'member'],
    [undefined, 'Revd D Sample', 'member'],
    ['6', 'Cllr H Sample', 'vice-chair'],
  ]);
});

test('a details page that also names its meetings is a committee, not a list', () => {
  const source = `<div id="modgov"><h1 class="mgMainTitleTxt">Committee details</h1><h2 class="mgSubTitleTxt">Pond Panel</h2>
    <a href="ieListDocuments.aspx?MId=1">3 May 2026 10.00 am</a><a href="ieListDocuments.aspx?MId=2">4 May 2026 10.00 am</a></div>`;
  expect(recognise(source, null)).toEqual({ ok: true, value: 'page-committee' });
});

test.for([
  [
    'a table',
    '<table><caption>Pond bodies</caption><tr><td><a href="mgCommitteeDetails.aspx?ID=1">Panel</a></td></tr><tr><td><a href="mgCommitteeDetails.aspx?ID=2">Board</a></td></tr></table>',
  ],
  [
    'older links',
    '<h2 class="mgSectionTitle">Pond bodies</h2><ul class="mgBulletList"><li><a href="ieListMeetings.aspx?CommitteeId=1">Panel</a></li><li><a href="ieListMeetings.aspx?CId=2">Board</a></li></ul>',
  ],
] as const)('committees in %s', ([, content]) => {
  expect(
    understand(`<div id="modgov"><h1 class="mgMainTitleTxt">Committee structure</h1>${content}</div>`),
  ).toMatchObject({
    kind: 'committees',
    list: {
      committees: [
        { value: { name: 'Panel', category: 'Pond bodies', aliases: [{ id: '1' }] } },
        { value: { name: 'Board', category: 'Pond bodies', aliases: [{ id: '2' }] } },
      ],
    },
  });
});

test('who attended is a meeting with members alone', () => {
  const source = `<div id="modgov"><h1 class="mgMainTitleTxt">Attendance details</h1><h2 class="mgSubTitleTxt">Pond Panel - Tuesday 3 March 2026 7.00 pm</h2>
    <a href="ieListDocuments.aspx?CId=3&amp;MId=44">Agenda</a>
    <table summary="Table of meeting attendance"><tr><th>Attendee</th><th>Role</th><th>Attendance</th></tr>
    <tr><td><a href="mgUserInfo.aspx?UID=1">Cllr A Sample</a></td><td>Chair</td><td>Present</td></tr>
    <tr><td>Cllr B Sample</td><td>Committee Member</td><td>Apologies</td></tr><tr><td>Vacancy</td><td>Member</td><td>Expected</td></tr>
    <tr><td>C Sample</td><td>Officer</td><td>In attendance</td></tr></table></div>`;
  const meeting = meetingIn(understand(source));
  expect(meeting).toMatchObject({
    committee: { value: 'Pond Panel' },
    start: { value: '2026-03-03T19:00' },
    items: [],
  });
  expect([idIn(meeting.aliases, 'meeting'), idIn(meeting.aliases, 'committee')]).toEqual(['44', '3']);
  expect(
    meeting.members.map(({ value }) => [
      idIn(value.aliases, 'person'),
      value.name,
      value.role,
      value.attendance,
    ]),
  ).toEqual([
    ['1', 'Cllr A Sample', 'chair', 'Present'],
    [undefined, 'Cllr B Sample', 'member', 'Apologies'],
  ]);
});

const ROWS = `<table class="mgItemTable"><tr><td class="mgItemNumberCell">77/25</td><td><p class="mgAiTitleTxt">Ducks</p><p><b>Venue:</b> Weir</p><a href="documents/g8/Pack.pdf">Pack</a></td></tr></table>`;

test('a page within a layout table, with its labels bold, is read like any other', () => {
  const meeting = meetingIn(
    understand(`<table><tr><td><h2 class="mgSubTitleTxt">Pond Panel - Tuesday 3 March 2026 7.00 pm</h2><p><strong>Venue:</strong> Old Mill</p>
      <p><b>Contact</b>: Ann Sample</p><ul class="mgActionList"><li><a href="documents/g8/Agenda.pdf?T=0">Agenda</a></li></ul>${ROWS}</td></tr></table>`),
  );
  expect(meeting).toMatchObject({
    venue: { value: 'Old Mill' },
    documents: [{ kind: 'agenda', title: 'Agenda' }],
    items: [{ number: '77/25' }],
  });
});

const page = (head: string, heading: string): string =>
  `<html><head>${head}</head><body><div id="modgov"><h1 class="mgMainTitleTxt">Agenda</h1>${heading}${ROWS}</div></body></html>`;

test('what a heading leaves out is taken from titles that are not shown, and doubted', () => {
  const title = '<title>Agenda for Pond Panel on Tuesday, 3rd March, 2026, 7.00 pm | Sampleton</title>';
  const dated = meetingIn(
    understand(page(title, '<h2 class="mgSubTitleTxt">Tuesday, 3rd March, 2026 7.00 pm</h2>')),
  );
  expect(dated).toMatchObject({
    committee: { value: 'Pond Panel', doubt: 'guessed' },
    start: { value: '2026-03-03T19:00', doubt: null },
  });
  const bare = meetingIn(understand(page(title, '')));
  expect(bare).toMatchObject({
    committee: { value: 'Pond Panel', doubt: 'guessed' },
    start: { value: '2026-03-03T19:00', doubt: 'guessed' },
  });
  const other = meetingIn(understand(page('', '<h3>Pond Panel - Tuesday 3 March 2026 7.00 pm</h3>')));
  expect(other).toMatchObject({
    committee: { value: 'Pond Panel' },
    start: { value: '2026-03-03T19:00', doubt: null },
  });
});

test.for([
  ['<p>This meeting has been cancelled.</p>', 'cancelled'],
  ['<p>Please note: the meeting on 2 March was rescheduled to today.</p>', 'moved'],
  ['<p>The meeting will be moved to private session.</p>', undefined],
] as const)('a notice above the agenda: %s', ([notice, state]) => {
  const heading = '<h2 class="mgSubTitleTxt">Pond Panel - Tuesday 3 March 2026 7.00 pm</h2>';
  const meeting = meetingIn(
    understand(`<div id="modgov"><div class="mgContent">${heading}${notice}${ROWS}</div></div>`),
  );
  expect(meeting.state?.value).toBe(state);
});

test.for([
  [
    'entries of a list',
    '<ul><li><p class="mgAiTitleTxt"><a name="AI8"></a>1.</p><p class="mgAiTitleTxt">Ducks</p><div class="mgWordPara">To feed</div></li><li><p class="mgAiTitleTxt">Part 2</p></li></ul>',
  ],
  [
    'boxes beside boxes',
    '<div><div><p class="mgAiTitleTxt"><a name="AI8"></a>1.</p></div><div><p class="mgAiTitleTxt">Ducks</p><div class="mgWordPara">To feed</div></div></div><div><p class="mgAiTitleTxt">Part 2</p></div>',
  ],
] as const)('items without a table, as %s', ([, items]) => {
  const heading = '<h2 class="mgSubTitleTxt">NEW! Pond Panel - Tuesday 3 March 2026 7.00 pm</h2>';
  const meeting = meetingIn(understand(`<div id="modgov">${heading}${items}</div>`));
  expect(meeting.committee?.value).toBe('Pond Panel');
  expect(meeting.items).toMatchObject([
    { number: '1', title: { value: 'Ducks' }, text: ['To feed'], aliases: [{ id: '8' }] },
    { number: null, title: { value: 'Part 2' } },
  ]);
});

test('text below the documents is kept, and an enclosure that is kept back has its number', () => {
  const [item] = meetingIn(
    understand(`<table class="mgItemTable"><tr><td class="mgItemNumberCell">5a</td><td><p class="mgAiTitleTxt">Land</p>
      <p class="mgSubItemTitleTxt">Additional documents:</p><ul class="mgBulletList"><li>Restricted enclosure 3 <a href="mgReasonsRestricted.aspx?ID=9&amp;OID=33&amp;OT=D">, View the reasons why document 5/2 is restricted</a></li></ul>
      <div class="mgWordPara"><p>To sell</p></div></td></tr></table>`),
  ).items;
  expect(item).toMatchObject({
    number: '5a',
    text: ['To sell'],
    exempt: false,
    documents: [{ title: 'Restricted enclosure 3', restricted: true, url: null, aliases: [{ id: '33' }] }],
  });
});

const aliasesBelow = (menu: string) => meetingIn(understand(`<div id="modgov">${menu}${ROWS}</div>`)).aliases;
const toCommittee = (id: number): string => `<a href="mgCommitteeDetails.aspx?ID=${id}">Panel</a>`;

test("a menu's committees are not the meeting's", () => {
  expect(idIn(aliasesBelow(toCommittee(1) + toCommittee(2)), 'committee')).toBeUndefined();
  expect(idIn(aliasesBelow(`<nav>${toCommittee(1)}</nav>${toCommittee(2)}`), 'committee')).toBe('2');
});
