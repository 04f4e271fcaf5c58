import { expect, test } from 'vitest';
import { recognise } from '../../../../src/understand/moderngov/recognise.ts';
import { idIn, meetingIn, understand } from './real-sources.ts';

const DOC = `<linkeddoc><attachmentid>9</attachmentid><title>Plan</title><url>https://sampleton.example/mgConvert2PDF.aspx?ID=9</url><isrestricted>0</isrestricted></linkeddoc>`;
const ATTENDEE = `<attendee memberid="5" name="Cllr B Sample" roledescription="Vice-Chairman" attendance="Apologies" politicalparty="Ind" ward="Mill"><url>https://sampleton.example/mgUserInfo.aspx?UID=5</url></attendee>`;
const MEETING = `<meeting><meetingid>31</meetingid><meetingdate>04/03/2026</meetingdate><meetingtime>6.30 pm</meetingtime><agendaitems><agendaitem><agendaitemid>2</agendaitemid><agendaitemtitle>Fees &amp;amp; ponds</agendaitemtitle><agendatext>&lt;p&gt;To note&lt;/p&gt;</agendatext><fulldisplaynumberformat>1.</fulldisplaynumberformat><linkeddocuments>${DOC}</linkeddocuments></agendaitem></agendaitems><attendees>${ATTENDEE}</attendees></meeting>`;
const plain = meetingIn(understand(MEETING));

const asJson = {
  meetingid: '31',
  meetingdate: '04/03/2026',
  meetingtime: '6.30 pm',
  agendaitems: {
    agendaitem: {
      agendaitemid: '2',
      agendaitemtitle: 'Fees &amp; ponds',
      agendatext: '<p>To note</p>',
      fulldisplaynumberformat: '1.',
      linkeddocuments: {
        linkeddoc: [
          {
            attachmentid: 9,
            title: 'Plan',
            url: 'https://sampleton.example/mgConvert2PDF.aspx?ID=9',
            isrestricted: false,
          },
        ],
      },
    },
  },
  attendees: {
    attendee: {
      $: {
        memberid: '5',
        name: 'Cllr B Sample',
        roledescription: 'Vice-Chairman',
        attendance: 'Apologies',
        politicalparty: 'Ind',
        ward: 'Mill',
      },
      url: ['https://sampleton.example/mgUserInfo.aspx?UID=5'],
    },
  },
};

test.for([
  [
    'with tags in capitals',
    MEETING.replaceAll(/<(\/?)(\w+)/gu, (_, end: string, name: string) => `<${end}${name.toUpperCase()}`),
  ],
  [
    'with attributes in capitals',
    MEETING.replace('memberid', 'MemberId').replace('roledescription', 'RoleDescription'),
  ],
  [
    'with attendees as elements',
    MEETING.replace(/ (\w+)="([^"]*)"/gu, '').replace(
      '<attendee>',
      '<attendee><memberid>5</memberid><name>Cllr B Sample</name><roledescription>Vice-Chairman</roledescription><attendance>Apologies</attendance><politicalparty>Ind</politicalparty><ward>Mill</ward>',
    ),
  ],
  ['in CDATA', MEETING.replace('&lt;p&gt;To note&lt;/p&gt;', '<![CDATA[<p>To note</p>]]>')],
  ['as text in CDATA', `<string><![CDATA[${MEETING}]]></string>`],
  ['as JSON', JSON.stringify({ meeting: asJson })],
  [
    'as JSON of an envelope',
    JSON.stringify({ 'soap:Envelope': { 'soap:Body': { GetMeetingResult: { meeting: asJson } } } }),
  ],
  ['as JSON without its root', JSON.stringify(asJson)],
  [
    'as JSON whose lists are bare',
    JSON.stringify({ ...asJson, agendaitems: [asJson.agendaitems.agendaitem] }),
  ],
  [
    'as JSON with marked attributes',
    JSON.stringify({
      meeting: {
        ...asJson,
        attendees: {
          attendee: Object.fromEntries(
            Object.entries(asJson.attendees.attendee.$).map(([key, value]) => [`@${key}`, value]),
          ),
        },
      },
    }),
  ],
] as const)('the same answer %s gives the same', ([, source]) => {
  expect(recognise(source, null)).toEqual({ ok: true, value: 'getmeeting' });
  expect(meetingIn(understand(source))).toEqual(plain);
});

test('lists as JSON', () => {
  const committees = {
    committees: { committee: [{ committeeid: '3', committeetitle: 'Pond', committeedeleted: 'False' }] },
  };
  expect(understand(JSON.stringify(committees))).toMatchObject({
    kind: 'committees',
    list: { committees: [{ value: { name: 'Pond', deleted: false } }] },
  });
  const meetings = [
    { meetingid: 4, meetingdate: '21/01/2026', meetingtime: '18:00', meetingstatus: 'Cancelled' },
  ];
  expect(understand(JSON.stringify(meetings))).toMatchObject({
    kind: 'meetings',
    list: { meetings: [{ value: { start: '2026-01-21T18:00', state: 'cancelled' } }] },
  });
  const wards = [
    {
      wardtitle: 'Mill',
      councillors: [
        { councillorid: '7', fullusername: 'Cllr A Sample', homeaddress: { line1: '1 Mill Lane' } },
      ],
    },
  ];
  const list = understand(JSON.stringify(wards));
  expect(list).toMatchObject({
    kind: 'councillors',
    list: { wards: [{ value: { title: 'Mill', councillors: [{ value: { name: 'Cllr A Sample' } }] } }] },
  });
  expect(JSON.stringify(list)).not.toContain('Mill Lane');
});

test.for([
  ['damaged', '{"meeting": {', 'unknown'],
  ['deep', `${'{"meeting":'.repeat(20_000)}1${'}'.repeat(20_000)}`, 'unknown'],
  ['of something else', '{"meeting": "tomorrow", "__proto__": {"agendaitems": []}}', 'empty'],
] as const)('JSON that is %s is a fault', ([, source, error]) => {
  expect(recognise(source, null)).toEqual({ ok: false, error });
});

test('a JSON list without end is bounded', { timeout: 30_000 }, () => {
  const list = understand(`[${'{"meetingid":{}},'.repeat(12_000)}1]`);
  expect(list.kind === 'meetings' && list.list.meetings.length).toBe(10_000);
});

const dated = (dates: readonly string[], time = '7.00 pm'): string =>
  `<getmeetingsbydate><meetings>${dates.map((date, at) => `<meeting><meetingid>${at + 1}</meetingid><meetingdate>${date}</meetingdate><meetingtime>${time}</meetingtime></meeting>`).join('')}</meetings></getmeetingsbydate>`;

test.for([
  ["the service's own", ['03/02/2026', '13/02/2026'], ['2026-02-03', '2026-02-13'], null],
  ['of an American server', ['2/3/2026', '2/13/2026 12:00:00 AM'], ['2026-02-03', '2026-02-13'], 'guessed'],
  ['with a clock of twelve hours', ['2/3/2026 12:00:00 AM'], ['2026-02-03'], 'guessed'],
  ['of the standard', ['2026-02-03', '2026-02-13T00:00:00'], ['2026-02-03', '2026-02-13'], null],
  ['in words', ['Tuesday, 3 February 2026'], ['2026-02-03'], null],
] as const)('dates %s', ([, given, dates, doubt]) => {
  const understood = understand(dated(given));
  const meetings = understood.kind === 'meetings' ? understood.list.meetings : [];
  expect(meetings.map(({ value }) => value.start)).toEqual(dates.map((date) => `${date}T19:00`));
  expect(meetings[0]?.doubt).toBe(doubt);
});

const start = (date: string) =>
  meetingIn(understand(MEETING.replace('04/03/2026', date).replace('6.30 pm', ''))).start?.value;

test('a time that only a date carries counts, and midnight is none', () => {
  expect(start('04/03/2026 18:30:00')).toBe('2026-03-04T18:30');
  expect(start('04/03/2026 00:00:00')).toBeUndefined();
});

test('whoever has a part as a member is one, and a vacancy is nobody', () => {
  const roles = [
    'Cabinet Member for Public Health',
    'Clerk',
    'Deputy Leader',
    'Dirprwy Gadeirydd',
    'Vice Chair (Substitute)',
    'Legal Adviser',
  ];
  const attendees = roles.map(
    (role, at) => `<attendee memberid="${at + 1}" name="Person ${at + 1}" roledescription="${role}"/>`,
  );
  const vacancy = '<attendee memberid="9" name="Vacancy" roledescription="Committee Member"/>';
  const { members } = meetingIn(understand(MEETING.replace(ATTENDEE, attendees.join('') + vacancy)));
  expect(members.map(({ value }) => [idIn(value.aliases, 'person'), value.role])).toEqual([
    ['1', 'member'],
    ['3', 'member'],
    ['4', 'vice-chair'],
    ['5', 'vice-chair'],
  ]);
});

test.for([
  ['True', true],
  ['1', true],
  ['yes', true],
  ['False', false],
  ['', false],
] as const)('a document with the mark "%s"', ([mark, restricted]) => {
  const source = MEETING.replace('<isrestricted>0', `<isrestricted>${mark}`);
  expect(meetingIn(understand(source)).items[0]?.documents).toMatchObject([{ restricted }]);
});

test('wards and councillors without wrappers are found', () => {
  const bare =
    '<councillorsbyward><ward><wardtitle>Mill</wardtitle><councillor><councillorid>1</councillorid><fullusername>Cllr A</fullusername></councillor></ward></councillorsbyward>';
  expect(understand(bare)).toMatchObject({
    list: { wards: [{ value: { councillors: [{ value: { ward: 'Mill' } }] } }] },
  });
});
