import { expect, test } from 'vitest';
import { idIn, meetingIn, understand } from './real-sources.ts';

const SITE = 'https://council.example.gov.uk/democracy';
const ADDRESS = `${SITE}/ieListDocuments.aspx?CId=4&MId=12&Ver=4`;

const page = (heading: string, body: string, date = '2026-02-03'): string =>
  `<html><head><meta name="DC.date" content="${date}"></head><body><div id="modgov">
  <h1 class="mgMainTitleTxt">Agenda</h1><h2 class="mgSubTitleTxt"><a href="mgCommitteeDetails.aspx?ID=4">${heading}</a></h2>
  ${body}</div></body></html>`;
const row = (number: string, content: string): string =>
  `<tr><td class="mgItemNumberCell"><p class="mgAiTitleTxt"><a name="AI9"></a>${number}</p></td><td>${content}</td></tr>`;
const title = (text: string): string => `<p class="mgAiTitleTxt">${text}</p>`;
const table = (rows: string): string => `<table class="mgItemTable" id="mgItemTable">${rows}</table>`;
const link = (href: string, text: string): string => `<li><a href="${href}">${text}</a></li>`;

const reasons = (words: string): string =>
  `<li><a href="mgReasonsRestricted.aspx?ID=9&amp;OID=41&amp;OT=A">${words}</a></li>`;

const vote = (text: string, result: string): string =>
  `<tr><td>Motion</td><td>Motion</td><td>${text}</td><td>${result}</td></tr>`;

const person = (id: number, role: string): string =>
  `<li><a href="mgUserInfo.aspx?UID=${id}">Cllr ${id} Sample</a> ${role}</li>`;

const HEADING = 'Mill - and Hill Panel - Tuesday, 3rd February, 2026 6.00 pm';

test('a meeting that was moved is believed by its heading, with a doubt', () => {
  const moved = meetingIn(understand(page(HEADING, '', '2026-01-20'), ADDRESS));
  expect(moved).toMatchObject({
    committee: { value: 'Mill - and Hill Panel', doubt: null },
    start: { value: '2026-02-03T18:00', doubt: 'disagrees' },
    state: { value: 'moved', doubt: 'guessed' },
  });
  const agreed = meetingIn(understand(page(`${HEADING}, MOVED`, ''), ADDRESS));
  expect(agreed).toMatchObject({ start: { doubt: null }, state: { value: 'moved', doubt: null } });
  expect(meetingIn(understand(page(HEADING, ''), ADDRESS)).state).toBe(null);
});

test('links are made absolute, and ids are of the address and the heading', () => {
  const body = table(
    row(
      '1.',
      `<p class="mgAiTitleTxt"><a class="mgAiTitleLnk" href="documents/s5/A plan &amp; more.pdf">Plan <span class="mgFileSize">PDF 1 MB</span></a></p>
       <p class="mgSubItemTitleTxt">Additional documents:</p><ul class="mgBulletList">
       <li><a href="/other/documents/s6/B.pdf">B<span class="mgHide">, item 1.</span></a></li>
       <li><a href="documents/s5/A plan &amp; more.pdf">Again</a></li></ul>`,
    ),
  );
  const meeting = meetingIn(understand(page(HEADING, body), ADDRESS));
  expect(meeting.aliases.map(({ kind, id, site }) => [kind, id, site])).toEqual([
    ['meeting', '12', SITE],
    ['committee', '4', SITE],
  ]);
  expect(
    meeting.items[0]?.documents.map(({ aliases, title, url }) => [idIn(aliases, 'document'), title, url]),
  ).toEqual([
    ['5', 'Plan', `${SITE}/documents/s5/A%20plan%20&%20more.pdf`],
    ['6', 'B', 'https://council.example.gov.uk/other/documents/s6/B.pdf'],
  ]);
  const saved = meetingIn(understand(page(HEADING, body)));
  expect(saved.items[0]?.documents[0]?.url).toBe('documents/s5/A plan & more.pdf');
});

test('documents of the meeting by what their links say', () => {
  const body = `<ul class="mgActionList">${[
    link('documents/g2/Agenda frontsheet.pdf?T=0', 'Agenda frontsheet'),
    link('documents/g2/Public reports pack.pdf?T=10', 'Agenda reports pack'),
    link('documents/g2/Printed minutes.pdf?T=1', 'Printed minutes'),
    link('documents/g2/Decisions.pdf?T=2', 'Printed decisions'),
    link('documents/b8/Supplement.pdf?T=9', 'Late papers'),
    link('mgChooseDocPack.aspx?ID=2&amp;SID=30', 'Plans'),
    link('mgChooseDocPack.aspx?ID=2', 'Pack'),
    link('documents/g2/Agenda frontsheet.pdf?T=0', 'The same'),
    link('mgMeetingAttendance.aspx?ID=12', 'Attendance details'),
    link('javascript:print()', 'Print'),
  ].join('')}</ul>`;
  const { documents, aliases } = meetingIn(understand(page(HEADING, body)));
  expect(documents.map(({ kind, aliases }) => [kind, idIn(aliases, 'supplement')])).toEqual([
    ['agenda', undefined],
    ['pack', undefined],
    ['minutes', undefined],
    ['decisions', undefined],
    ['supplement', '8'],
    ['supplement', '30'],
    ['pack', undefined],
  ]);
  expect([idIn(aliases, 'agenda'), idIn(aliases, 'meeting')]).toEqual(['2', '12']);
});

test('what the public does not get is named, and never linked', () => {
  const body = table(
    row(
      '1.',
      `${title('Open')}<ul class="mgBulletList">${reasons("View the reasons why document 'Tender's price' is restricted")}<li>Annex 2 (restricted)</li></ul>`,
    ) +
      row(
        '2.',
        `${title('Closed')}<ul class="mgActionList">${reasons('View the reasons why item 2. is restricted')}</ul>`,
      ) +
      `<tr><td colspan="2">${title('EXEMPT ITEMS')}</td></tr>` +
      row('3.', title('Hidden')),
  );
  const { items, exemptSection } = meetingIn(understand(page(HEADING, body)));
  expect(items.map(({ number, exempt }) => [number, exempt])).toEqual([
    ['1', false],
    ['2', true],
    [null, false],
    ['3', true],
  ]);
  expect(items[0]?.documents.map(({ title, url, restricted }) => [title, url, restricted])).toEqual([
    ["Tender's price", null, true],
    ['Annex 2 (restricted)', null, true],
  ]);
  expect(exemptSection).toMatchObject({ value: 'has-items', from: { quote: 'EXEMPT ITEMS' } });
});

test('a part that expects nothing exempt says so', () => {
  const body = table(
    row('', title('Exempt items (at the time of preparing the agenda there were no exempt items)')) +
      row('0', title('Last')),
  );
  const { items, exemptSection } = meetingIn(understand(page(HEADING, body)));
  expect(items.map(({ number }) => number)).toEqual([null, null]);
  expect(exemptSection?.value).toBe('none-expected');
});

test('recorded votes give names and numbers, and a doubt where they differ', () => {
  const body = table(
    row(
      '5.',
      `${title('Vote')}<table><caption class="mgSectionTitle">Recorded Vote</caption><thead><th>Title</th></th>
      ${vote('For (2): Cllr A Sample, Cllr B Sample Against (1): Cllr C Sample', 'Carried')}
      ${vote('For: 5, Against: 6, Abstain: 1', 'Not carried')}${vote('For (3): Cllr A Sample and Cllr B Sample', 'Lost')}</table>`,
    ),
  );
  expect(meetingIn(understand(page(HEADING, body))).items[0]?.minute?.votes).toMatchObject([
    {
      for: ['Cllr A Sample', 'Cllr B Sample'],
      against: ['Cllr C Sample'],
      counted: { for: 2, against: 1, abstained: 0 },
      result: 'carried',
      doubt: null,
    },
    { for: [], counted: { for: 5, against: 6, abstained: 1 }, result: 'lost', doubt: null },
    { for: ['Cllr A Sample', 'Cllr B Sample'], counted: null, result: 'lost', doubt: 'disagrees' },
  ]);
});

test('a page without minutes has the numbers of its agenda', () => {
  const body = table(
    row(
      '6a.',
      `${title('Roads')}<div class="mgWordPara"><p>Words ... <a href="mgAi.aspx?ID=9">view the full agenda text for item 6a.</a></p></div>`,
    ),
  );
  expect(meetingIn(understand(page(HEADING, body))).items[0]).toMatchObject({
    number: '6a',
    numbered: 'agenda',
    title: { value: 'Roads', doubt: 'cut' },
    text: ['Words ...'],
    minute: null,
  });
});

test('a page of committees, under the headings that it puts them', () => {
  const body = `<h2 class="mgSectionTitle">Scrutiny</h2><ul class="mgBulletList"><li><a href="mgCommitteeDetails.aspx?ID=1">Audit</a></li></ul>
    <h2 class="mgSectionTitle">Others</h2><ul class="mgBulletList"><li><a href="mgCommitteeDetails.aspx?ID=2">Mill</a></li><li><a href="mgCommitteeDetails.aspx?ID=1">Audit</a></li></ul>`;
  const source = `<div id="modgov"><h1 class="mgMainTitleTxt">Committee structure</h1>${body}</div>`;
  expect(understand(source)).toMatchObject({
    kind: 'committees',
    list: {
      committees: [
        { value: { name: 'Audit', category: 'Scrutiny', deleted: null } },
        { value: { name: 'Mill', category: 'Others' } },
      ],
    },
  });
});

test('substitutes and officers are no members of a committee', () => {
  const source = `<div id="modgov"><h1 class="mgMainTitleTxt">Committee details</h1><h2 class="mgSubTitleTxt">Mill Panel</h2>
    <h2 class="mgSectionTitle">Membership</h2><ul class="mgBulletList">${person(1, '(Vice-Chairman)')}${person(2, '(Substitute)')}</ul>
    <h2 class="mgSectionTitle">Reserves</h2><ul class="mgBulletList">${person(3, '')}</ul>
    <p><span class="mgLabel">Support officer: </span>E Sample. Tel: 01632 960001</p></div>`;
  const understood = understand(source, `${SITE}/mgCommitteeDetails.aspx?ID=6`);
  expect(understood).toMatchObject({
    committee: {
      aliases: [{ id: '6' }],
      members: [{ value: { name: 'Cllr 1 Sample', role: 'vice-chair' } }],
    },
  });
  expect(JSON.stringify(understood)).not.toMatch(/960001|Cllr [23]/u);
});
