import { expect, test } from 'vitest';
import { recognise } from '../../../../src/understand/moderngov/recognise.ts';
import { idIn, meetingIn, understand } from './real-sources.ts';

const HEADING =
  '<div id="modgov"><h2 class="mgSubTitleTxt">Pond Panel - Monday, 2nd March, 2026 6.30 pm</h2>';
const itemsIn = (rows: string) =>
  meetingIn(understand(`${HEADING}<table id="mgItemTable">${rows}</table></div>`)).items;

const converted = (query: string, words: string): string =>
  `<li><a href="mgConvert2PDF.aspx?${query}">${words} <span class="mgFileSize">PDF 54 KB</span></a></li>`;

const sale = (reasons: string): string =>
  `<tr><td class="mgItemNumberCell">1.</td><td><p class="mgAiTitleTxt">Sale</p>${reasons}</td></tr>`;

const listed = (id: number, date: string): string =>
  `<a href="ieListDocuments.aspx?CId=130&MId=${id}&Ver=4">${date}</a><br>`;

test('files made on demand by older sites are known by their kinds', () => {
  const actions = [
    converted('ID=3035&amp;T=0', 'Agenda frontsheet'),
    converted('ID=3035&amp;T=10', 'Agenda reports pack'),
    converted('ID=3035&amp;T=1', 'Printed minutes'),
    converted('ID=5976&amp;T=9', 'Call in'),
  ];
  const { documents, aliases } = meetingIn(
    understand(`${HEADING}<ul class="mgActionList">${actions.join('')}</ul></div>`),
  );
  expect(documents.map(({ kind, title, aliases }) => [kind, title, aliases.map(({ id }) => id)])).toEqual([
    ['agenda', 'Agenda frontsheet', []],
    ['pack', 'Agenda reports pack', []],
    ['minutes', 'Printed minutes', []],
    ['supplement', 'Call in', ['5976']],
  ]);
  expect(idIn(aliases, 'agenda')).toBe('3035');
});

test('links to packs that stand in no list are found, and known by their files', () => {
  const { documents } = meetingIn(
    understand(
      `${HEADING}<a href="documents/g6/Agenda frontsheet 2nd-Mar-2026.pdf">Front (PDF, 132 KB)</a>
       <a href="documents/g6/Printed+minutes+2nd-Mar-2026.pdf">Read</a><a href="documents/s6/Poster.pdf">Poster</a></div>`,
    ),
  );
  expect(documents.map(({ kind, title }) => [kind, title])).toEqual([
    ['agenda', 'Front'],
    ['minutes', 'Read'],
  ]);
});

test('cells of numbers without their class, and text outside its usual place', () => {
  const items = itemsIn(
    `<tr><td><p class="mgAiTitleTxt">6.</p></td><td><p class="mgAiTitleTxt"><a class="mgAiTitleLnk" href="documents/s9/r.pdf">26/001 Mill LanePDF 8 KB</a></p>
     <p><b>Site address:</b> Mill Lane</p><p class="mgSubItemTitleTxt">Decision:</p><p>Approved.</p></td></tr>
     <tr><td colspan="2"><p class="mgAiTitleTxt">Part 2</p></td></tr>`,
  );
  expect(items.map(({ number, title }) => [number, title.value])).toEqual([
    ['6', '26/001 Mill Lane'],
    [null, 'Part 2'],
  ]);
  expect(items[0]?.text).toEqual(['Site address: Mill Lane']);
  expect(items[0]?.minute).toMatchObject({ paragraphs: ['Approved.'], resolutions: ['Approved.'] });
  expect(items[0]?.documents).toMatchObject([{ title: '26/001 Mill Lane', url: 'documents/s9/r.pdf' }]);
});

test('reasons of an item make it exempt, and those of a document the document alone', () => {
  const [own] = itemsIn(
    sale('<p><a href="mgReasonsRestricted.aspx?ID=7&amp;OID=8&amp;OT=A">View reasons</a></p>'),
  );
  expect(own).toMatchObject({ exempt: true, documents: [], text: [] });
  const [document] = itemsIn(
    sale(
      `<ul class="mgBulletList"><li>Valuation <a href="mgReasonsRestricted.aspx?ID=7&amp;OID=8&amp;OT=D">View the reasons why document 'Valuation' is restricted</a></li></ul>`,
    ),
  );
  expect(document).toMatchObject({
    exempt: false,
    documents: [
      { title: 'Valuation', url: null, restricted: true, aliases: [{ kind: 'document', id: '8' }] },
    ],
  });
  const [titled] = itemsIn(sale('').replace('Sale', 'Sale (Exempt)'));
  expect(titled?.exempt).toBe(true);
});

test('a list of meetings without its class is known by its links', () => {
  const source = `<html><body>${listed(1, '1 Jun 2026 6.30 pm')}${listed(2, '31 Mar 2026 6.30 pm')}<a href="/x">Other</a></body></html>`;
  expect(recognise(source, null)).toEqual({ ok: true, value: 'page-meetings' });
  expect(understand(source)).toMatchObject({
    list: { meetings: [{ value: { start: '2026-06-01T18:30' } }, { value: { start: '2026-03-31T18:30' } }] },
  });
});

test('what is never shown is no text, and an entry without a name is no document', () => {
  const [item] = itemsIn(
    sale(`<div class="mgWordPara"><style>p { color: red }</style><p>Words<script>alert(1)</script></p></div>
      <ul class="mgBulletList"><li><a href="mgReasonsRestricted.aspx?OT=D">View reasons</a></li><li></li></ul>`),
  );
  expect(item).toMatchObject({ text: ['Words'], documents: [] });
});
