import { beforeAll, describe, expect, test } from 'vitest';
import type { Manifest } from '../../../src/domain/meeting.ts';
import type { TextBlock } from '../../../src/domain/paper-text.ts';
import { blockText } from '../../../src/papers/text/block-text.ts';
import { documentText } from '../../../src/papers/text/document-text.ts';
import { type Demonstration, seedDemonstration } from '../../../src/server/demo/seed-demonstration.ts';
import { withPdfReaders } from '../../../src/server/import/read-pdf.ts';
import { createMemoryCouncil } from '../../support/memory-council.ts';
import { present, valueOf } from '../../support/present.ts';

// A Tuesday: eleven days on is a Saturday, so the coming meeting is on the Monday after it.
const now = Date.UTC(2026, 2, 3, 10);
const council = createMemoryCouncil(now);
let demonstration: Demonstration;
let history: Manifest;
let coming: Manifest;
let other: Manifest;

beforeAll(async () => {
  demonstration = await seedDemonstration(council.store, now);
  const [first, second, third] = council.manifests;
  if (first === undefined || second === undefined || third === undefined) throw new Error('three meetings');
  history = first;
  coming = second;
  other = third;
}, 60_000);

const blocksOf = async (manifest: Manifest, title: string): Promise<readonly TextBlock[]> => {
  const paper = present(
    manifest.papers.find((found) => found.title === title),
    title,
  );
  return (await council.readText(paper.text)).pages.flatMap((page) => page.blocks);
};

const names = (manifest: Manifest): readonly string[] =>
  manifest.seats.flatMap(({ holder }) => (holder.kind === 'person' ? [holder.minuteName] : []));

const numbered = (blocks: readonly TextBlock[]) =>
  blocks.filter((block) => block.kind === 'paragraph' && block.number !== null);

describe('the demonstration', () => {
  test("says that it is one, with the council's telephone numbers by purpose", async () => {
    const info = await council.store.readCouncil();
    expect(info).toMatchObject({ name: 'Worcestershire County Council', demonstration: true });
    expect(info?.contacts.map(({ purpose, telephone }) => [purpose, telephone])).toEqual([
      ['other-formats', '01905 728713'],
      ['scrutiny-officers', '01905 766619'],
      ['general', '01905 763763'],
      ['language', '01905 765765'],
    ]);
  });

  test('invites a member, another member, the chair and a clerk, none of them a real person', async () => {
    expect(demonstration.codes.map(({ label }) => label)).toEqual([
      'Councillor Priya Hollis, member of the scrutiny panel',
      'Councillor Yusuf Penhallow, another member',
      'Councillor Amara Whitlock, chair of the panel',
      'Robin Castell, clerk',
    ]);
    const real = history.seats.flatMap(({ holder }) => (holder.kind === 'person' ? [holder] : []));
    const people = await council.store.listPeople();
    expect(people.filter((person) => real.some((holder) => holder.personId === person.id))).toEqual([]);
    expect(people.filter((person) => real.some((holder) => holder.minuteName === person.name))).toEqual([]);
  });

  test('keeps agenda numbers and minute numbers of the past meeting apart', () => {
    expect(history).toMatchObject({ start: '2016-02-01T12:00', state: 'held', regime: { id: 'WCC-2012' } });
    expect(history.items.map(({ number, minute }) => [number, minute?.number, minute?.truncated])).toEqual([
      ['1', '225', false],
      ['2', '226', false],
      ['3', '227', false],
      ['4', '228', true],
      ['5', '229', true],
    ]);
    expect(history.seats.filter((seat) => seat.holder.kind === 'vacant')).toHaveLength(1);
    expect(history.seats.filter((seat) => seat.role === 'co-opted')).toHaveLength(4);
    expect(history.plans[0]?.areas.map((area) => area.name)).toEqual([
      'Public awareness campaign',
      'Schools',
      'Training',
      'Identification and risk assessment',
      'Standards',
      'Governance',
      'Voluntary sector',
      'Taxi drivers and operators',
    ]);
  });

  test('has a coming meeting on a working day, and one of a panel that the member does not sit on', () => {
    expect(coming).toMatchObject({ start: '2026-03-16T14:00', state: 'coming', regime: { id: 'LGA-2020' } });
    expect(other.start > coming.start).toBe(true);
    expect(names(coming)).toContain('Priya Hollis');
    expect(names(other)).not.toContain('Priya Hollis');
    expect(coming.items.map(({ number, pages }) => [number, pages?.first, pages?.last])).toEqual([
      ['1', undefined, undefined],
      ['2', undefined, undefined],
      ['3', undefined, undefined],
      ['4', '1', '3'],
      ['5', '4', '5'],
      ['6', undefined, undefined],
      ['7', '6', '6'],
    ]);
  });

  test('reads the eight areas of the coming plan with their status and dates', () => {
    expect(coming.plans[0]?.areas.map(({ number, name, status }) => [number, name, status])).toEqual([
      ['2.2', 'Walking routes', 'on-track'],
      ['2.3', 'School streets', 'late'],
      ['2.4', 'Crossing patrols', 'done'],
      ['2.5', 'Cycle training', 'on-track'],
      ['2.6', 'Bus stops', 'late'],
      ['2.7', 'Parking outside schools', 'on-track'],
      ['2.8', 'Speed', 'waiting'],
      ['2.9', 'What families are told', 'waiting'],
    ]);
    expect(coming.plans[0]?.areas[6]?.dates).toEqual(['14 February 2026', 'April 2026']);
  });
});

describe('the printed papers', () => {
  test('have labels, running heads left out, and a blank page that is blank', async () => {
    const pack = present(
      coming.papers.find((paper) => paper.kind === 'pack'),
      'pack',
    );
    const { pages } = await council.readText(pack.text);
    expect(pages.map((page) => page.label)).toEqual('i ii iii iv v vi 1 2 3 4 5 6'.split(' '));
    expect(pages[5]?.blocks).toEqual([]);
    const words = pages.flatMap((page) => page.blocks.map(blockText)).join('\n');
    expect(words).not.toMatch(/^Page /m);
    expect(words).not.toContain('intentionally');
    expect(pages[4]?.blocks).toEqual([
      { kind: 'heading', level: 1, text: 'Agenda' },
      {
        kind: 'table',
        header: true,
        rows: [
          ['Item', 'Subject', 'Pages'],
          ['1', 'Apologies and welcome', 'none'],
          ['2', 'Declarations of interest and of any party whip', 'none'],
          [
            '3',
            'Public participation. Anybody who would like to speak should write to the scrutiny officers by 9.00am on Friday 13 March 2026, and say what about.',
            'none',
          ],
          ['4', 'Safer journeys to school: progress on the action plan', '1 to 3'],
          ['5', 'Reading for pleasure: a year of the schools library service', '4 to 5'],
          [
            '6',
            'A word from the young people’s forum. There is no paper: two members of the forum will speak.',
            'none',
          ],
          ['7', 'Work programme', '6'],
        ],
      },
    ]);
  });

  test('carry numbers, bold openings and the figures as a table', async () => {
    const blocks = await blocksOf(coming, 'Safer journeys to school: progress on the action plan');
    expect(blocks[0]).toEqual({
      kind: 'heading',
      level: 1,
      text: 'Safer journeys to school: progress on the action plan',
    });
    expect(blocks).toContainEqual({
      kind: 'paragraph',
      number: '2.4',
      lead: 'Crossing patrols.',
      text: 'All 48 places that count as busy by the national guidance now have a patrol or a crossing with lights. Eleven people were found and trained, two of them for short notice. The last place was filled in February 2026. Status: done.',
    });
    const numbers = blocks.flatMap((block) => (block.kind === 'paragraph' ? (block.number ?? []) : []));
    expect(numbers).toEqual('1.1 1.2 1.3 2.1 2.2 2.3 2.4 2.5 2.6 2.7 2.8 2.9 3.1 3.2 3.3 4.1 4.2'.split(' '));
    const table = blocks.find((block) => block.kind === 'table');
    expect(table).toMatchObject({ header: true });
    expect(table?.rows.map((row) => row.length)).toEqual([4, 4, 4, 4, 4, 4]);
  });

  test('read without their tags give the same numbered paragraphs, word for word', async () => {
    const paper = present(
      coming.papers.find((found) => found.title.startsWith('Safer journeys')),
      'report',
    );
    const bytes = await council.readBytes(paper.file);
    const content = await withPdfReaders(1, async ([reader]) => present(reader, 'reader').read(bytes));
    const bare = documentText(valueOf(content).pages.map((page) => ({ ...page, structure: null })));
    const tagged = numbered(await blocksOf(coming, paper.title));
    expect(tagged).toHaveLength(17);
    expect(numbered(bare.text.pages.flatMap((page) => page.blocks))).toEqual(tagged);
  });

  test('belong to their items', () => {
    const byItem = coming.items.map(
      (item) => coming.papers.filter((paper) => paper.itemId === item.id).length,
    );
    expect(byItem).toEqual([0, 0, 0, 1, 1, 0, 1]);
    expect(coming.papers.every((paper) => paper.mediaType === 'application/pdf')).toBe(true);
  });
});
