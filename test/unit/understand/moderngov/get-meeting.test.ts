import { expect, test } from 'vitest';
import { recognise } from '../../../../src/understand/moderngov/recognise.ts';
import { idIn, meetingIn, understand } from './real-sources.ts';

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const WORD = `<div class="WordSection1"><p class="MsoNormal">To <span class="SpellE">approve</span>:</p>
<p class="MsoNormal">&nbsp;</p>
<p class="MsoListParagraph"><span style="font-family:Symbol">·<span style="font:7pt">&nbsp;&nbsp; </span></span>the mill</p>
<p class="MsoListParagraph"><span style='font-family:Wingdings'>Ø<span>&nbsp; </span></span>its wheel</p>
<p class="MsoListParagraph"><span style='font-family:Wingdings'>q<span>&nbsp; </span></span>its pond</p>
<ul><li><p>the ducks</p></li></ul><p>Øystein Sample spoke.<br>He left.</p></div>`;

const linked = (id: string, title: string, url: string, more = ''): string =>
  `<linkeddoc><attachmentid>${id}</attachmentid><title>${title}</title><url>${url}</url>${more}</linkeddoc>`;
const SITE = 'https://council.example.gov.uk/democracy';

const MEETING = `<meeting>
  <meetingid>31</meetingid><meetingdate>04/03/2026</meetingdate><meetingtime> 13:30 </meetingtime>
  <meetingstatus>Confirmed; Budget Council</meetingstatus><meetingplannedfinishtime>4.15 pm</meetingplannedfinishtime>
  <meetinglocation>Mill &amp;amp; Hill Hall</meetinglocation><agendaid>77</agendaid>
  <agendaitems>
    <agendaitem><agendaitemid>1</agendaitemid><agendaitemnumber>0</agendaitemnumber>
      <agendaitemtitle>PART 1</agendaitemtitle></agendaitem>
    <agendaitem><agendaitemid>2</agendaitemid><agendaitemnumber>1</agendaitemnumber>
      <fulldisplaynumberformat>1.</fulldisplaynumberformat><agendaitemtitle>Fees &amp;amp; Charges&amp;#39; rise</agendaitemtitle>
      <agendatext>${escape(WORD)}</agendatext><isrestricted>False</isrestricted>
      <linkeddocuments>
        ${linked('9', 'Report', `${SITE}/mgConvert2PDF.aspx?ID=9`)}
        ${linked('9', 'Report again', `${SITE}/mgConvert2PDF.aspx?ID=9&amp;x=1`)}
        ${linked(' ', 'A map', `${SITE}/map.pdf`)}${linked(' ', 'The map', `${SITE}/map.pdf`)}
        ${linked('10', 'Appendix', `${SITE}/mgConvert2PDF.aspx?ID=10`, '<isrestricted>True</isrestricted>')}
        ${linked('11', 'A script', 'javascript:alert(1)')}
      </linkeddocuments></agendaitem>
    <agendaitem><agendaitemid>3</agendaitemid><agendaitemnumber>7</agendaitemnumber><agendaitemsubnumber>a</agendaitemsubnumber>
      <agendaitemtitle>Land</agendaitemtitle><isrestricted>True</isrestricted><minutesitemnumber>52</minutesitemnumber>
      <minutesnonemptyhtmlbody>${escape(escape('<p>RESOLVED that:</p><p>(a) it be sold;</p><p>(b) it be told.</p>'))}</minutesnonemptyhtmlbody>
    </agendaitem>
  </agendaitems>
  <attendees>
    <attendee memberid="5" name="Cllr B Sample" roledescription="Deputy Chairman" attendance="Apologies" politicalparty="Ind" ward="Mill"/>
    <attendee memberid="6" name="Cllr C Sample" roledescription="Chair" attendance="Present, virtual"/>
    <attendee memberid="8" name="D Sample" roledescription="Democratic Services Officer" attendance="Present"/>
  </attendees>
</meeting>`;

test('an answer gives the meeting with padded and doubly escaped values', () => {
  const meeting = meetingIn(understand(MEETING));
  expect(meeting).toMatchObject({
    start: { value: '2026-03-04T13:30', doubt: null },
    plannedEnd: { value: '2026-03-04T16:15' },
    venue: { value: 'Mill & Hill Hall' },
    state: { value: 'confirmed', from: { quote: 'Confirmed; Budget Council' } },
    exemptSection: { value: 'has-items' },
  });
  expect(meeting.aliases.map(({ kind, id, site }) => [kind, id, site])).toEqual([
    ['meeting', '31', SITE],
    ['agenda', '77', SITE],
  ]);
  expect(meeting.members.map(({ value }) => [value.name, value.role, value.attendance])).toEqual([
    ['Cllr B Sample', 'vice-chair', 'Apologies'],
    ['Cllr C Sample', 'chair', 'Present, virtual'],
  ]);
});

test('headings have no number, and restricted things are named without a link', () => {
  const { items } = meetingIn(understand(MEETING));
  expect(items.map(({ number, exempt, title }) => [number, exempt, title.value])).toEqual([
    [null, false, 'PART 1'],
    ['1', false, "Fees & Charges' rise"],
    ['7a', true, 'Land'],
  ]);
  expect(
    items[1]?.documents.map(({ aliases, title, url, restricted }) => [
      idIn(aliases, 'document'),
      title,
      url,
      restricted,
    ]),
  ).toEqual([
    ['9', 'Report', `${SITE}/mgConvert2PDF.aspx?ID=9`, false],
    [undefined, 'A map', `${SITE}/map.pdf`, false],
    ['10', 'Appendix', null, true],
    ['11', 'A script', null, false],
  ]);
});

test("Word's paragraphs become plain text, and its bullets of every font one mark", () => {
  const { items } = meetingIn(understand(MEETING));
  expect(items[1]?.text).toEqual([
    'To approve:',
    '• the mill',
    '• its wheel',
    '• its pond',
    '• the ducks',
    'Øystein Sample spoke.',
    'He left.',
  ]);
  expect(items[2]?.minute).toEqual({
    number: '52',
    paragraphs: ['RESOLVED that:', '(a) it be sold;', '(b) it be told.'],
    resolutions: ['RESOLVED that:\n(a) it be sold;\n(b) it be told.'],
    votes: [],
    truncated: false,
  });
});

const envelope = (body: string): string => `<?xml version="1.0" encoding="utf-8"?>
  <soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>${body}</soap:Body></soap:Envelope>`;
const response = (inner: string): string =>
  envelope(
    `<GetMeetingResponse xmlns="http://moderngov.co.uk/namespaces"><GetMeetingResult>${inner}</GetMeetingResult></GetMeetingResponse>`,
  );

test('the same answer in an envelope, with a prefix, or as text within it, gives the same', () => {
  const alone = meetingIn(understand(MEETING));
  expect(recognise(response(MEETING), null)).toEqual({ ok: true, value: 'getmeeting' });
  expect(meetingIn(understand(response(MEETING)))).toEqual(alone);
  expect(meetingIn(understand(response(escape(MEETING))))).toEqual(alone);
  expect(meetingIn(understand(response(MEETING.replaceAll(/<(\/?)(\w)/gu, '<$1m:$2'))))).toEqual(alone);
});

test('an answer that was cut says so at its last item', () => {
  const cut = meetingIn(understand(MEETING.slice(0, MEETING.indexOf('<attendees>'))));
  expect(cut.items.map(({ title }) => title.doubt)).toEqual([null, null, 'cut']);
  expect(cut.members).toEqual([]);
});

test('an element that was never closed costs none of those after it', () => {
  const whole = meetingIn(understand(MEETING));
  const open = meetingIn(understand(MEETING.replace('</agendaitem>', '')));
  expect(open.items.map(({ title }) => title.value)).toEqual(whole.items.map(({ title }) => title.value));
  expect(open.items[1]).toEqual(whole.items[1]);
});

test('a cancelled meeting without items, and one without a time', () => {
  const cancelled = `<meeting><meetingid>2</meetingid><meetingdate>05/03/2026</meetingdate>
    <meetingstatus>Cancelled</meetingstatus><agendaitems> </agendaitems></meeting>`;
  expect(meetingIn(understand(cancelled))).toMatchObject({
    state: { value: 'cancelled' },
    date: { value: '2026-03-05', doubt: null },
    start: null,
    items: [],
  });
});

test('lists by date and by committee are the same list', () => {
  const meeting =
    '<meeting><meetingid>4</meetingid><meetingdate>21/01/2026</meetingdate><meetingtime>12 noon</meetingtime><meetingstatus>Postponed</meetingstatus>';
  const byDate = `<getmeetingsbydate><meetingscount> 1</meetingscount><meetings>${meeting}<committeeid>3</committeeid><committeetitle>Audit</committeetitle></meeting></meetings></getmeetingsbydate>`;
  const byCommittee = `<getmeetings><meetingscount> 1</meetingscount><committee><committeeid>3</committeeid><committeetitle>Audit</committeetitle><committeemeetings>${meeting}</meeting></committeemeetings></committee></getmeetings>`;
  const lists = [byDate, byCommittee].map((source) => understand(source, `${SITE}/mgWebService.asmx/Get`));
  expect(recognise(byDate, null)).toEqual({ ok: true, value: 'getallmeetingsbydate' });
  expect(lists[0]).toEqual(lists[1]);
  expect(lists[0]).toMatchObject({
    list: {
      whole: true,
      meetings: [
        {
          value: {
            committee: 'Audit',
            start: '2026-01-21T12:00',
            state: 'moved',
            aliases: [{ site: SITE }, { id: '3' }],
          },
        },
      ],
    },
  });
});
