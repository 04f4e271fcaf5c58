import { expect, test } from 'vitest';
import { resolveLink, siteOf } from '../../../../src/understand/moderngov/address.ts';
import { readContact } from '../../../../src/understand/moderngov/contact-line.ts';
import { findDate, findTime, readServiceDate } from '../../../../src/understand/moderngov/local-time.ts';
import { readHeading } from '../../../../src/understand/moderngov/page-heading.ts';
import { decisionResolutions, findResolutions } from '../../../../src/understand/moderngov/resolutions.ts';
import { unescapeBody, unescapeLine } from '../../../../src/understand/moderngov/unescape.ts';

test.for([
  ['10.00 am', '10:00'],
  ['12.00 am', '00:00'],
  ['12.15 pm', '12:15'],
  ['7:30 pm', '19:30'],
  ['at 7pm', '19:00'],
  ['2 p.m.', '14:00'],
  ['13:30', '13:30'],
  ['13:30:00', '13:30'],
  ['10.00 yb', '10:00'],
  ['2.00 y.p.', '14:00'],
  ["7 o'r hwyr", '19:00'],
  ['canol dydd', '12:00'],
  ['12 noon', '12:00'],
  ['Midday', '12:00'],
  ['25:00', null],
  ['on the rising', null],
] as const)('the time %s', ([text, time]) => expect(findTime(text)).toBe(time));

test.for([
  ['Thursday 15 January 2026 7:30 pm', '2026-01-15'],
  ['Monday, 1st September, 2025', '2025-09-01'],
  ['04th-Mar-2025', '2025-03-04'],
  ['Dydd Mawrth, 3ydd Mawrth, 2026', '2026-03-03'],
  ['Dydd Mawrth, 6ed Ionawr, 2026', '2026-01-06'],
  ['31 February 2026', null],
  ['Room 2026', null],
] as const)('the date in %s', ([text, date]) => expect(findDate(text)?.date ?? null).toBe(date));

test('dates of the service', () => {
  expect(
    ['10/02/2026', ' 1/2/2026 ', '21/01/2026 10:00', 'unspecified', '31/02/2026', ''].map(readServiceDate),
  ).toEqual(['2026-02-10', '2026-02-01', '2026-01-21', null, null, null]);
});

test('a heading is a committee, a start, and what follows', () => {
  expect(
    readHeading('Children - and Young People – Dydd Iau, 15fed Ionawr, 2026 2.00 pm, CANCELLED'),
  ).toMatchObject({
    committee: 'Children - and Young People',
    date: '2026-01-15',
    time: '14:00',
  });
  expect(readHeading('Planning Committee on Monday 2 March 2026').committee).toBe('Planning Committee');
  expect(readHeading('Agenda for Planning Committee on Monday 2 March 2026, 7 pm').committee).toBe(
    'Planning Committee',
  );
  expect(readHeading('3 March 2026 6.30 pm - Pond Panel, CANCELLED').committee).toBe('Pond Panel');
  expect(readHeading('Planning Committee')).toMatchObject({ committee: 'Planning Committee', date: null });
});

test('links of a page', () => {
  const from = 'https://a.example/x/y/page.aspx?ID=1';
  expect(
    [
      'z.aspx?I=1',
      '../z',
      '/z',
      '?ID=2',
      '//b.example/z',
      'HTTPS://c.example/é',
      '#top',
      'mailto:a@example.org',
      ' ',
      './../../../z',
    ].map((link) => resolveLink(link, from)),
  ).toEqual([
    'https://a.example/x/y/z.aspx?I=1',
    'https://a.example/x/z',
    'https://a.example/z',
    'https://a.example/x/y/page.aspx?ID=2',
    'https://b.example/z',
    'HTTPS://c.example/%C3%A9',
    null,
    null,
    null,
    'https://a.example/z',
  ]);
  expect(resolveLink('a b.pdf', null)).toBe('a b.pdf');
  expect(siteOf('https://Council.example/Committees/mgWebService.asmx/GetMeeting?lMeetingId=1')).toBe(
    'https://council.example/Committees',
  );
  expect(siteOf('HTTP://council.example/ieListMeetings.aspx?CId=1')).toBe('https://council.example');
  expect(siteOf('https://council.example/bins')).toBe(null);
});

test('the officer to ask', () => {
  expect(readContact('Ann Sample, Officer Tel: 01632 960000 / Email: ann@example.gov.uk')).toEqual({
    name: 'Ann Sample, Officer',
    telephone: '01632 960000',
    email: 'ann@example.gov.uk',
  });
  expect(readContact('Ann Sample (01632) 960000')).toMatchObject({
    name: 'Ann Sample',
    telephone: '(01632) 960000',
  });
  expect(readContact(' ')).toBe(null);
});

test('resolutions with their parts', () => {
  expect(
    findResolutions([
      'They talked.',
      '292. RESOLVED that the pond be:-',
      '• dug',
      '• filled',
      'They rose.',
      'It was RESOLVED that they go.',
      'Agreed:',
      '1. this',
      'Voting: unanimous',
      '2. that',
      'It was unanimously resolved that they rise.',
      'PENDERFYNWYD derbyn yr adroddiad.',
    ]),
  ).toEqual([
    '292. RESOLVED that the pond be:-\n• dug\n• filled',
    'RESOLVED that they go.',
    'Agreed:\n1. this\n2. that',
    'resolved that they rise.',
    'PENDERFYNWYD derbyn yr adroddiad.',
  ]);
  expect(decisionResolutions(['That it be noted.', 'And done.'])).toEqual(['That it be noted.\nAnd done.']);
  expect(decisionResolutions([])).toEqual([]);
});

test('escapes are undone once more, and no further', () => {
  expect(unescapeLine('R&D &amp; a < b &#39;c&#39; &nbsp;d')).toBe("R&D & a < b 'c' d");
  expect(unescapeLine('&amp;amp;')).toBe('&amp;');
  expect(unescapeLine('<p>Plain</p> <b>words</b>')).toBe('Plain words');
  expect(unescapeBody('&lt;p&gt;a &amp;amp; b&lt;/p&gt;')).toBe('<p>a &amp; b</p>');
  expect(unescapeBody('a &lt; b')).toBe('a &lt; b');
});
