import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { importFaultSentence } from '../../../src/server/import/import-fault.ts';
import { importMeeting, importReport, understandFolder } from '../../../src/server/import/import-meeting.ts';
import { createMemoryCouncil } from '../../support/memory-council.ts';
import { faultOf, present, valueOf } from '../../support/present.ts';

const base = mkdtempSync(join(tmpdir(), 'import-'));
afterAll(() => rmSync(base, { recursive: true }));

const REPORT =
  '1. Roads\n\n1.1. **Gritting.** Done by 3 December 2026. Status: done.\n1.2. Nothing bold here.\n';

const meeting = {
  format: 1,
  key: 'test/roads',
  council: { name: 'Test Council' },
  committee: { name: 'Roads Panel', type: 'scrutiny' },
  date: '2026-01-15',
  time: '10:00',
  venue: 'Town Hall',
  seats: [
    { group: 'Councillors', role: 'chair', name: 'Ms A Able', minuteName: 'Ann Able' },
    { group: 'Parent governors', role: 'co-opted', votes: 'education', vacant: true },
  ],
  items: [
    { number: '1', title: 'Apologies' },
    { number: '2', title: 'Roads', papers: [{ file: 'roads.txt' }] },
  ],
};

let folders = 0;
const makeFolder = (
  file: unknown,
  papers: Record<string, string | Uint8Array> = { 'roads.txt': REPORT },
): string => {
  folders += 1;
  const dir = join(base, String(folders));
  mkdirSync(dir);
  writeFileSync(join(dir, 'meeting.json'), typeof file === 'string' ? file : JSON.stringify(file));
  for (const [name, content] of Object.entries(papers)) writeFileSync(join(dir, name), content);
  return dir;
};

const withRoads = (item: object): object => ({
  ...meeting,
  items: [{ number: '2', title: 'Roads', ...item }],
});

const plan = (change: object): object => ({
  ...meeting,
  plans: [{ item: '2', paper: 'roads.txt', from: '1.1', to: '1.1', ...change }],
});

test('a folder becomes a meeting, and the same folder its next version', async () => {
  const council = createMemoryCouncil(Date.UTC(2026, 0, 5));
  const first = await importMeeting(makeFolder(plan({})), council.store);
  const second = await importMeeting(makeFolder({ ...plan({}), reason: 'Wrong room' }), council.store);
  expect(first).toMatchObject({ ok: true, value: { published: { version: 1 } } });
  expect(second).toMatchObject({ ok: true, value: { published: { version: 2 } } });
  const [one, two] = council.manifests;
  expect(one).toMatchObject({ state: 'coming', start: '2026-01-15T10:00', reason: 'First publication' });
  expect(two).toMatchObject({
    meetingId: one?.meetingId,
    reason: 'Wrong room',
    items: one?.items,
    seats: one?.seats,
  });
  expect(one?.plans[0]?.areas[0]).toMatchObject({
    name: 'Gritting',
    status: 'done',
    dates: ['3 December 2026'],
  });
  const people = await council.store.listPeople();
  expect(people.map(({ name, grants }) => [name, grants.length])).toContainEqual(['Ann Able', 1]);
  const text = await council.readText(present(one?.papers[0], 'paper').text);
  expect(text.pages[0]?.blocks[1]).toMatchObject({ kind: 'paragraph', number: '1.1', lead: 'Gritting.' });
});

test('what others call a meeting is kept, and the id of a meeting is enough for its next version', async () => {
  const council = createMemoryCouncil(Date.UTC(2026, 0, 5));
  const alias = { system: 'moderngov', site: null, kind: 'meeting', id: '812' } as const;
  await importMeeting(makeFolder({ ...meeting, aliases: [alias] }), council.store);
  const id = present(council.manifests[0], 'manifest').meetingId;
  expect(await council.store.knownAliases([alias])).toEqual([{ alias, ours: id }]);
  const next = await importMeeting(makeFolder({ ...meeting, key: 'any', id, follows: 1 }), council.store);
  expect(next).toMatchObject({ ok: true, value: { published: { meetingId: id, version: 2 } } });
  const doubled = await importMeeting(makeFolder({ ...meeting, key: 'other' }), council.store);
  expect(importFaultSentence(faultOf(doubled))).toMatch(/^Roads Panel has a meeting on 2026-01-15 at 10:00/);
});

test('the clerk is believed before the paper', async () => {
  const folder = makeFolder(plan({ to: '1.2', names: { '1.2': 'Salt' }, statuses: { '1.1': 'late' } }));
  const { plans } = valueOf(await understandFolder(folder));
  expect(plans[0]?.areas.map(({ name, status }) => [name, status])).toEqual([
    ['Gritting', 'late'],
    ['Salt', 'unknown'],
  ]);
});

test('a dry run only says what was understood', async () => {
  const understood = valueOf(await understandFolder(makeFolder(plan({}))));
  expect(importReport(understood, null)).toMatchObject({
    committee: 'Roads Panel',
    items: 2,
    areas: [{ item: '2', number: '1.1', name: 'Gritting', status: 'done', dates: ['3 December 2026'] }],
    published: null,
    papers: [{ file: 'roads.txt', pages: 1, words: 15 }],
  });
});

test('a PDF without text is kept, and said to be without text', async () => {
  const council = createMemoryCouncil(Date.UTC(2026, 0, 5));
  const imported = await importMeeting(
    makeFolder(withRoads({ papers: [{ file: 'scan.pdf' }] }), { 'scan.pdf': EMPTY_PDF }),
    council.store,
  );
  expect(imported).toMatchObject({
    ok: true,
    value: { notes: ['There is no text in this paper: scan.pdf.'], published: { version: 1 } },
  });
});

const EMPTY_PDF = [
  '%PDF-1.4',
  '1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj',
  '2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj',
  '3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>> endobj',
  'trailer <</Root 1 0 R>>',
  '%%EOF',
].join('\n');

const bad: readonly (readonly [name: string, folder: () => string, sentence: string | RegExp])[] = [
  ['no folder', () => join(base, 'nowhere'), /^There is no folder .*nowhere\.$/],
  ['no meeting file', () => base, /has no meeting\.json\.$/],
  ['bad JSON', () => makeFolder('{'), 'meeting.json is not valid JSON.'],
  [
    'a missing word',
    () => makeFolder({ ...meeting, venue: undefined }),
    'meeting.json is not right: venue is missing.',
  ],
  [
    'an unknown word',
    () => makeFolder({ ...meeting, venu: 'Hall' }),
    'meeting.json is not right: venu is not a word that a meeting file knows.',
  ],
  [
    'a bad date',
    () => makeFolder({ ...meeting, date: '2026-02-30' }),
    'meeting.json is not right: date is not a date like 2025-01-30.',
  ],
  ['a missing paper', () => makeFolder(meeting, {}), 'The file roads.txt is not in the folder.'],
  [
    'a path outside the folder',
    () => makeFolder(withRoads({ papers: [{ file: '../roads.txt' }] })),
    '../roads.txt is outside the folder.',
  ],
  [
    'an exempt paper',
    () => makeFolder(withRoads({ papers: [{ file: 'roads.txt', restricted: 'exempt' }] })),
    'roads.txt is exempt, and this version takes public papers only.',
  ],
  [
    'a confidential item',
    () => makeFolder(withRoads({ restricted: 'confidential' })),
    'The item "Roads" is confidential, and this version takes public papers only.',
  ],
  [
    'an item twice that only its number names',
    () => makeFolder({ ...meeting, items: [...meeting.items, { number: '2', title: 'Rivers' }] }),
    'meeting.json names the item "2" twice.',
  ],
  [
    'a plan for an unknown item',
    () => makeFolder(plan({ item: '9' })),
    'meeting.json has an action plan for item 9, but no such item.',
  ],
  [
    'a plan from an unknown paper',
    () => makeFolder(plan({ paper: 'rivers.txt' })),
    'meeting.json has an action plan from rivers.txt, but no such paper.',
  ],
  [
    'a plan without its paragraphs',
    () => makeFolder(plan({ from: '7.1', to: '7.4' })),
    'roads.txt has no numbered paragraphs from 7.1 to 7.4.',
  ],
  [
    'a web page named .pdf',
    () => makeFolder(withRoads({ papers: [{ file: 'a.pdf' }] }), { 'a.pdf': '<html>Sorry</html>' }),
    'a.pdf cannot be read: it is damaged, or not what its name says.',
  ],
  [
    'a damaged PDF',
    () => makeFolder(withRoads({ papers: [{ file: 'a.pdf' }] }), { 'a.pdf': '%PDF-1.7\nnothing' }),
    'a.pdf cannot be read: it is damaged, or not what its name says.',
  ],
  [
    'text that is not text',
    () => makeFolder(meeting, { 'roads.txt': new Uint8Array([0xff, 0xfe, 0x00]) }),
    'roads.txt is neither a PDF nor plain text.',
  ],
  [
    'a minute that the minutes text lacks',
    () =>
      makeFolder({
        ...meeting,
        items: [...meeting.items, { number: '3', title: 'Bridges', minute: { number: '12' } }],
        minutesText: 'roads.txt',
      }),
    'The minutes text has no minute 12.',
  ],
  [
    'a folder for another council',
    () => makeFolder({ ...meeting, council: { name: 'Other Council' } }),
    'This data folder belongs to Test Council, but meeting.json is for Other Council.',
  ],
];

describe('bad input gets one plain sentence and stores nothing', () => {
  test.each(bad)('%s', async (_, folder, sentence) => {
    const council = createMemoryCouncil(Date.UTC(2026, 0, 5));
    const councilId = '019b8a00-0000-7000-8000-000000000001';
    await council.store.setCouncil({ councilId, name: 'Test Council', demonstration: false, contacts: [] });
    const before = council.store.listPeople();
    const imported = await importMeeting(folder(), council.store);
    expect(importFaultSentence(faultOf(imported))).toMatch(sentence);
    expect(council.puts()).toBe(0);
    expect(council.manifests).toEqual([]);
    expect(council.store.listPeople()).toEqual(before);
  });

  test('an empty data folder without a name for its council', async () => {
    const council = createMemoryCouncil(Date.UTC(2026, 0, 5));
    const imported = await importMeeting(makeFolder({ ...meeting, council: undefined }), council.store);
    expect(importFaultSentence(faultOf(imported))).toBe(
      'This data folder has no council yet: name it in meeting.json under "council".',
    );
    expect(await council.store.readCouncil()).toBeNull();
  });
});
