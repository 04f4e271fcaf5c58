import { expect, test } from 'vitest';
import { recognise } from '../../../../src/understand/moderngov/recognise.ts';

const SERVICE = 'https://council.example.gov.uk/mgWebService.asmx/GetCommittees';
const fault = (error: string) => ({ ok: false, error });

test.for([
  ['nothing', '', null, 'empty'],
  ['blanks and a mark of order', '\uFEFF \n\t', null, 'empty'],
  ['a declaration alone', '<?xml version="1.0"?>', SERVICE, 'empty'],
  ['an answer that holds nothing', '<committees/>', SERVICE, 'empty'],
  [
    'a page where an answer is due',
    '<html><body><div id="modgov">Welcome</div></body></html>',
    SERVICE,
    'error-page',
  ],
  [
    'a refusal',
    '<html><head><title>403 - Forbidden: Access is denied.</title></head></html>',
    null,
    'error-page',
  ],
  ['a login', '<html><body><form><input type="password"></form></body></html>', null, 'error-page'],
  ['a check for robots', '<html><head><title>Just a moment...</title></head></html>', null, 'error-page'],
  [
    'an exception as text',
    'System.ArgumentException: Cannot convert x to System.Int32.',
    SERVICE,
    'error-page',
  ],
  [
    "an envelope's fault",
    '<s:Envelope><s:Body><s:Fault><faultcode>Client</faultcode></s:Fault></s:Body></s:Envelope>',
    null,
    'error-page',
  ],
  [
    'some other page',
    '<html><head><title>Bins</title></head><body><p>Mondays</p></body></html>',
    null,
    'unknown',
  ],
  ['some other answer', '<events><event/></events>', null, 'unknown'],
  [
    'another page of the same system',
    '<div id="modgov"><h1 class="mgMainTitleTxt">Meeting attendance</h1><h2 class="mgSubTitleTxt">Panel - 3 May 2026 10.00 am</h2></div>',
    null,
    'unknown',
  ],
  ['other data', '{"meetings": []}', null, 'unknown'],
  ['too much', 'x'.repeat(5 * 1024 * 1024 + 1), null, 'too-large'],
  ['too deep', '<div>'.repeat(20_000), null, 'too-large'],
] as const)('%s', ([, source, address, error]) => {
  expect(recognise(source, address)).toEqual(fault(error));
});

test.for(['Councillor details', 'Issue history', 'Outside body details', 'Agenda item', 'Recorded votes'])(
  'a page of "%s" is not taken for a list or a meeting',
  (title) => {
    const links = ['mgCommitteeDetails.aspx?ID=1', 'mgCommitteeDetails.aspx?ID=2', 'mgUserInfo.aspx?UID=3']
      .concat(['ieListDocuments.aspx?MId=1', 'ieListDocuments.aspx?MId=2'])
      .map((href) => `<li><a href="${href}">3 May 2026 10.00 am</a></li>`);
    const source = `<div id="modgov"><h1 class="mgMainTitleTxt">${title}</h1><h2 class="mgSubTitleTxt">Panel - 3 May 2026</h2>
      <h2 class="mgSectionTitle">Membership</h2><ul class="mgBulletList">${links.join('')}</ul></div>`;
    expect(recognise(source, null)).toEqual(fault('unknown'));
    expect(recognise(source.replace(title, 'Committee details'), null)).not.toEqual(fault('unknown'));
  },
);

test('an empty list is an answer', () => {
  const none = '<?xml version="1.0"?><councillorsbyward>\r\n<wards>\r\n</wards></councillorsbyward>';
  expect(recognise(none, null)).toEqual({ ok: true, value: 'getcouncillorsbyward' });
  expect(recognise('<getmeetings><meetingscount> 0</meetingscount></getmeetings>', null)).toEqual({
    ok: true,
    value: 'getmeetings',
  });
});

test('an answer is found behind what a browser shows before it', () => {
  const shown =
    'This XML file does not appear to have any style information.\n<committees><committee/></committees>';
  expect(recognise(shown, null)).toEqual({ ok: true, value: 'getcommittees' });
});
