import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { packDocuments } from '../../../../src/understand/pdf/pack-documents.ts';
import { checkSpans } from '../../../../src/understand/pdf/page-spans.ts';
import { paperKind } from '../../../../src/understand/pdf/paper-kind.ts';
import { pdfMeeting } from '../../../../src/understand/pdf/pdf-meeting.ts';
import { findFixture, noFixtures } from '../../../support/fixtures.ts';
import { present } from '../../../support/present.ts';
import { openFixtureReader, pdfsUnder } from './read-fixture.ts';

interface ExpectedItem {
  readonly no: string;
  readonly title: string;
  readonly packPages: readonly [number, number] | null;
  readonly documents?: readonly string[];
  readonly documentPages?: readonly number[];
  readonly spanMatchesPaddedSum?: boolean;
}

interface ExpectedMeeting {
  readonly committee: string;
  readonly start: string;
  readonly plannedEnd?: string;
  readonly venue: string;
  readonly contact?: string;
  readonly published: string;
  readonly exemptSection?: string;
  readonly items: readonly ExpectedItem[];
}

const folder = findFixture('fixtures/2-documents/kent-cc-moderngov-pdfs');
const reader = openFixtureReader();
afterAll(() => reader.close());

const readText = (name: string): string => (folder === null ? '' : readFileSync(join(folder, name), 'utf8'));
const expected = (folder === null ? { meetings: {} } : JSON.parse(readText('expected.json'))) as {
  readonly meetings: Readonly<Record<string, ExpectedMeeting>>;
};
const papers = folder === null ? [] : pdfsUnder(join(folder, 'meetings'));
const spaced = (text: string): string => text.replace(/\s+/g, ' ').trim();

const readPaper = async (path: string) => present(await reader.read(path), path);

const frontSheet = async (meeting: string) => {
  const path = papers.find(
    (name) => name.includes(meeting) && basename(name).startsWith('Agenda frontsheet'),
  );
  const paper = await readPaper(present(path, `front sheet of ${meeting}`));
  return present(pdfMeeting(paper), 'meeting');
};

describe.skipIf(folder === null)(`front sheets (${noFixtures} without them)`, () => {
  const meetings = Object.entries(expected.meetings);

  test.for(meetings)('%s: what is printed above the agenda', async ([name, answer]) => {
    const meeting = await frontSheet(name);
    expect(meeting.committee?.value).toBe(answer.committee);
    expect(meeting.start?.value).toBe(answer.start);
    const end =
      answer.plannedEnd === undefined ? undefined : `${answer.start.slice(0, 10)}T${answer.plannedEnd}`;
    expect(meeting.plannedEnd?.value).toBe(end);
    expect(meeting.venue?.value).toBe(answer.venue);
    expect(meeting.contact?.value.name).toBe(answer.contact);
    expect(meeting.published?.value).toBe(answer.published);
    const section = answer.exemptSection === undefined ? undefined : 'none-expected';
    expect(meeting.exemptSection?.value).toBe(section);
    expect([meeting.committee, meeting.start, meeting.venue].map((fact) => fact?.doubt)).toEqual([
      null,
      null,
      null,
    ]);
  });

  test.for(meetings)('%s: its agenda', async ([name, answer]) => {
    const { items } = await frontSheet(name);
    const read = items.map(({ number, title, pages }) => ({
      no: number,
      title: spaced(title.value),
      packPages: pages?.value ?? null,
    }));
    expect(read).toEqual(
      answer.items.map(({ no, title, packPages }) => ({
        no,
        title: spaced(title),
        packPages: packPages === null ? null : { first: packPages[0], last: packPages[1] },
      })),
    );
    expect(items.map(({ text, exempt }) => [text.length, exempt])).toEqual(
      answer.items.map(() => [0, false]),
    );
  });

  test.for(meetings)('%s: printed spans against the pages of its documents', async ([name, answer]) => {
    const { items } = await frontSheet(name);
    const known = answer.items.filter(({ spanMatchesPaddedSum }) => spanMatchesPaddedSum !== undefined);
    const counts = new Map<string, readonly number[]>();
    for (const { no, documents = [] } of known) {
      const paths = documents.map((title) =>
        present(
          papers.find((path) => path.includes(name) && basename(path) === title),
          title,
        ),
      );
      const pages = await Promise.all(
        paths.map(async (path) => (await readPaper(path)).content.pages.length),
      );
      counts.set(no, pages);
    }
    expect([...counts.values()]).toEqual(known.map(({ documentPages }) => documentPages));
    const checks = checkSpans(items, ({ number }) => counts.get(number ?? '') ?? null);
    expect(checks.map(({ number, matches }) => [number, matches])).toEqual(
      known.map(({ no, spanMatchesPaddedSum }) => [no, spanMatchesPaddedSum]),
    );
  });
});

interface ExpectedPack {
  readonly file: string;
  readonly pages: number;
  readonly bookmarks: readonly (readonly [title: string, depth: number, page: number])[];
}

/** "# file pages", then a line for each bookmark, two spaces in for each depth. */
const expectedPacks = (outlines: string): readonly ExpectedPack[] =>
  outlines
    .split(/^# /m)
    .slice(1)
    .map((part) => {
      const [head = '', ...lines] = part.split('\n').filter((line) => line.trim() !== '');
      const [, file = '', pages = ''] = /^(.*) (\d+)$/.exec(head) ?? [];
      const bookmarks = lines.map((line) => {
        const [, indent = '', title = '', page = ''] = /^( *)(.*) -> p(\d+)$/.exec(line) ?? [];
        return [spaced(title), indent.length / 2 - 1, Number(page)] as const;
      });
      return { file, pages: Number(pages), bookmarks };
    });

describe.skipIf(folder === null)(`packs (${noFixtures} without them)`, () => {
  const packs = folder === null ? [] : expectedPacks(readText('pack-outlines.txt'));

  test.for(packs)('$file', async ({ file, pages, bookmarks }) => {
    const paper = await readPaper(join(folder ?? '', file));
    const documents = packDocuments(paper);
    expect(paper.content.pages).toHaveLength(pages);
    expect(documents.map(({ title, depth, first }) => [spaced(title.from.quote), depth, first])).toEqual(
      bookmarks,
    );
    expect(documents.map(({ last }) => last + 1)).toEqual([
      ...documents.slice(1).map(({ first }) => first),
      pages + 1,
    ]);
    // A filler stands behind each document that would end on an odd page.
    for (const { first, last, fillers } of documents) {
      expect((last - first + 1) % 2).toBe(0);
      expect(fillers.every((page) => page === last)).toBe(true);
    }
  });

  test.for(packs)('$file, its bookmarks taken away', async ({ file }) => {
    const paper = await readPaper(join(folder ?? '', file));
    const marked = packDocuments(paper);
    const stamped = packDocuments({ ...paper, content: { ...paper.content, outline: [] } });
    const outermost = (documents: typeof marked) =>
      documents.filter(({ depth }) => depth === 0).map(({ itemNumber, first }) => [itemNumber, first]);
    expect(outermost(stamped)).toEqual(outermost(marked));
    // Where a document fills its last page nothing tells that another begins; none is cut where none begins.
    const starts = new Set(marked.map(({ first }) => first));
    expect(stamped.filter(({ first }) => !starts.has(first))).toEqual([]);
    expect(stamped.at(-1)?.last).toBe(paper.content.pages.length);
  });

  test.for(packs)('$file: printed numbers beside those of the PDF', async ({ file }) => {
    const paper = await readPaper(join(folder ?? '', file));
    const [sheet, ...documents] = packDocuments(paper);
    const ahead = present(sheet, 'front sheet').last;
    const blank = new Set(documents.flatMap(({ fillers }) => fillers));
    const behind = paper.text.text.pages.slice(ahead);
    expect(behind.map(({ label }) => label)).toEqual(
      behind.map(({ page }) => (blank.has(page) ? null : String(page - ahead))),
    );
  });

  test.for(packs)('$file: what it is for', async ({ file }) => {
    const paper = await readPaper(join(folder ?? '', file));
    const answer = present(expected.meetings[file.split('/')[1] ?? ''], 'answer');
    expect(paperKind(paper)).toMatchObject({ value: 'supplement', doubt: null });
    const meeting = present(pdfMeeting(paper), 'meeting');
    expect(meeting.committee?.value).toBe(answer.committee);
    expect(meeting.date?.value).toBe(answer.start.slice(0, 10));
    expect([answer.start, undefined]).toContain(meeting.start?.value);
    for (const { number, title } of meeting.items) {
      const item = answer.items.find(({ no }) => no === number);
      expect(spaced(title.value)).toBe(spaced(item?.title ?? 'no such item'));
    }
    expect(new Set(meeting.items.map(({ number }) => number))).toEqual(
      new Set(packDocuments(paper).flatMap(({ itemNumber }) => itemNumber ?? [])),
    );
  });
});

describe.skipIf(folder === null)(`every other paper (${noFixtures} without them)`, () => {
  const kinds = papers
    .filter((path) => !basename(path).startsWith('PACK '))
    .map((path) => [basename(path), path] as const);

  test.for(kinds)('%s', async ([name, path]) => {
    const paper = await readPaper(path);
    const isSheet = name.startsWith('Agenda frontsheet');
    const other = /minutes/i.test(name) ? 'minutes' : 'report';
    expect(paperKind(paper).value).toBe(isSheet ? 'agenda' : other);
    expect(pdfMeeting(paper) !== null).toBe(isSheet);
    expect(packDocuments(paper)).toEqual([]);
  });
});

test('files that break readers hold no meeting, unless they are front sheets themselves', async ({
  skip,
}) => {
  const hard = findFixture('fixtures/3-hard-pdfs');
  if (hard === null || !existsSync(hard)) {
    skip(noFixtures);
    return;
  }
  const found: string[] = [];
  for (const path of pdfsUnder(hard)) {
    const paper = await reader.read(path);
    if (paper === null) continue;
    if (pdfMeeting(paper) !== null || packDocuments(paper).length > 0) found.push(basename(path));
  }
  expect(found.length).toBeGreaterThan(0);
  expect(found.filter((name) => !name.startsWith('kent-frontsheet'))).toEqual([]);
}, 60_000);
