import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { toJsonSchema } from '@valibot/to-json-schema';
import { ProposalSchema } from '../../../../src/protocol/proposal-schema.ts';
import { understoodParts } from '../../../../src/protocol/understood-schema.ts';
import { runImport } from '../../../../src/server/import/import-command.ts';
import { withOwnNames } from '../../../../src/server/propose/given-files.ts';
import { findFixture, noFixtures } from '../../../support/fixtures.ts';
import { run } from '../../server/data-folders.ts';
import { samplePage, samplePdf } from '../../../support/sample-papers.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'order-paper-propose-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const put = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

const report = (): Uint8Array =>
  samplePdf('Roads Panel', 'Winter service plan', 'The salt barns are full and the routes were looked at.');

const dryRun = async (...words: readonly string[]) => {
  const ran = await run(runImport, [...words, '--dry-run', '--json'], { DATA_DIR: join(folder, 'data') });
  return { ...ran, proposal: v.parse(ProposalSchema, JSON.parse(ran.out.join('\n'))) };
};

test('a page and a paper come to one meeting as one JSON document, and nothing is stored', async () => {
  const { code, out, complaints, proposal } = await dryRun(
    put('page.html', samplePage),
    put('Winter service.pdf', report()),
  );
  expect([code, out.length, complaints]).toEqual([0, 1, []]);
  expect(proposal.sources.map(({ file, kind, pages }) => [file, kind, pages])).toEqual([
    ['page.html', 'meeting-page', null],
    ['Winter service.pdf', 'report', 1],
  ]);
  const [meeting] = proposal.meetings;
  expect(meeting?.start?.value).toBe('2026-02-03T18:30');
  expect(meeting?.items.map(({ number, title }) => [number, title.value])).toEqual([
    ['1', 'Apologies'],
    ['2', 'Winter service plan'],
  ]);
  expect(meeting?.papers).toMatchObject([{ file: 'Winter service.pdf', item: 1, doubt: null }]);
  expect(existsSync(join(folder, 'data'))).toBe(false);
});

test('what cannot be read is said in one sentence each, and the rest is understood', async () => {
  const { code, proposal } = await dryRun(
    put('page.html', samplePage),
    put('damaged.pdf', '%PDF-1.4\nnothing'),
    put('empty.xml', ''),
    put('photo.jpg', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 0])),
    put('login.aspx', '<html><head><title>Sign in</title></head><body>Please sign in</body></html>'),
    join(folder, 'not there.pdf'),
    'https://127.0.0.1/ieListDocuments.aspx',
  );
  expect(code).toBe(0);
  expect(proposal.meetings).toHaveLength(1);
  const refused = proposal.sources.filter((source) => source.refused !== null);
  expect(refused).toHaveLength(6);
  for (const source of refused) expect(source.refused).toMatch(/^[^\n]{5,200}\.$/);
  expect(refused.at(-1)?.refused).toContain('own network');
});

test('a page from before UTF-8 is read, and a text is a paper with its action plan', async () => {
  const old = new Uint8Array(Buffer.from(samplePage.replace('Guildhall', 'Caf\u00E9'), 'latin1'));
  const plan = [
    '1.1 Progress on the action plan is below.',
    '',
    '2.1 Salt. The barns are full.',
    '',
    '2.2 Routes. Delayed until March 2026.',
  ];
  const { proposal } = await dryRun(put('page.html', old), put('Winter service.txt', plan.join('\n')));
  expect(proposal.meetings[0]?.venue?.value).toBe('Café, Anytown');
  expect(proposal.meetings[0]?.papers).toMatchObject([
    { file: 'Winter service.txt', kind: 'report', item: 1 },
  ]);
});

test('nothing but what cannot be read ends with 1', async () => {
  expect((await dryRun(put('empty.pdf', ''))).code).toBe(1);
});

test('people read sentences, and are told what to look at', async () => {
  const words = [put('page.html', samplePage), put('scan.pdf', samplePdf())];
  const { out } = await run(runImport, [...words, '--dry-run'], {});
  expect(out[0]).toContain('Roads Panel, 2026-02-03 at 18:30, 2 items, 1 paper; 1 to look at.');
  expect(out).toContain('There is no text in this paper: scan.pdf.');
  expect(out).toContain('scan.pdf belongs to no item that could be found.');
});

test('files without a meeting file are not published', async () => {
  const { code, complaints } = await run(runImport, [put('page.html', samplePage)], {});
  expect(code).toBe(1);
  expect(complaints.join(' ')).toContain('--dry-run');
});

const drafted = (): string => join(folder, 'draft');

const draft = async (...words: readonly string[]) => run(runImport, [...words, '--draft', drafted()], {});

describe('a draft', () => {
  test('is a folder that can be published once it is corrected', async () => {
    const words = [put('page.html', samplePage), put('Winter service.pdf', report())];
    expect((await draft(...words)).code).toBe(0);
    expect(readdirSync(drafted()).toSorted()).toEqual(['Winter service.pdf', 'meeting.json']);
    const env = { DATA_DIR: join(folder, 'data') };
    const path = join(drafted(), 'meeting.json');
    const meeting = { ...(JSON.parse(readFileSync(path, 'utf8')) as object), council: { name: 'Anytown' } };
    writeFileSync(path, JSON.stringify(meeting));
    const published = await run(runImport, [drafted(), '--json'], env);
    expect(published.complaints).toEqual([]);
    expect(JSON.parse(published.out.join(''))).toMatchObject({
      committee: 'Roads Panel',
      start: '2026-02-03T18:30',
      items: 2,
      published: { version: 1 },
    });
  });

  test('never replaces what is there, and a meeting that was not found leaves none', async () => {
    const page = put('page.html', samplePage);
    await draft(page);
    const again = await draft(page);
    expect([again.code, again.complaints]).toEqual([
      1,
      [`${drafted()} is there already, and nothing in it is replaced.`],
    ]);
    rmSync(drafted(), { recursive: true });
    expect((await draft(put('scan.pdf', samplePdf()))).complaints).toEqual([
      'No meeting was found in these files.',
    ]);
    expect(existsSync(drafted())).toBe(false);
  });
});

test('a draft that was cut off in the middle is gone with the next one a day later, and nothing else is', async () => {
  const page = put('page.html', samplePage);
  const dayAgo = new Date(Date.now() - 25 * 3600 * 1000);
  for (const name of ['.draft-aB3dE6', '.draft-aB3dE7', '.draft-of-mine']) mkdirSync(join(folder, name));
  for (const name of ['.draft-aB3dE6', '.draft-of-mine']) utimesSync(join(folder, name), dayAgo, dayAgo);
  expect((await draft(page)).code).toBe(0);
  expect(readdirSync(folder).toSorted()).toEqual(['.draft-aB3dE7', '.draft-of-mine', 'draft', 'page.html']);
});

test('files of one name stay apart, also from one that is called like the second', () => {
  const files = ['a.pdf', 'a (2).pdf', 'a.pdf', 'a (2).pdf', 'a.pdf'].map((name) => ({
    kind: 'file' as const,
    name,
    path: '/',
  }));
  expect(withOwnNames(files).map(({ name }) => name)).toEqual([
    'a.pdf',
    'a (2).pdf',
    'a (3).pdf',
    'a (2) (2).pdf',
    'a (4).pdf',
  ]);
});

test('a draft where nothing can be written is refused in one sentence, and leaves nothing', async () => {
  const page = put('page.html', samplePage);
  const inFile = join(page, 'draft');
  const { code, complaints } = await run(runImport, [page, '--draft', inFile], {});
  expect([code, complaints]).toEqual([1, [`The draft could not be written to ${inFile}.`]]);
  expect(readdirSync(folder)).toEqual(['page.html']);
});

describe('what is documented', () => {
  test('as the schema is the schema', async () => {
    const schema = `${JSON.stringify(toJsonSchema(ProposalSchema, { definitions: understoodParts }), null, 2)}\n`;
    await expect(schema).toMatchFileSnapshot('../../../../docs/import-proposal.schema.json');
  });

  test('as an example is what the command prints', async () => {
    const { proposal } = await dryRun(put('page.html', samplePage), put('Winter service.pdf', report()));
    const example = `${JSON.stringify(proposal, null, 2)}\n`;
    await expect(example).toMatchFileSnapshot('../../../../docs/import-proposal.example.json');
  });
});

describe('a real council’s meetings', () => {
  const days = ['cabinet__2025-01-30', 'cabinet__2025-03-04', 'full_council__2025-02-13'];
  test.for(days)('%s is one meeting with every paper in it', { timeout: 60_000 }, async (day, { skip }) => {
    const path = findFixture(`fixtures/2-documents/kent-cc-moderngov-pdfs/meetings/${day}`);
    if (path === null) {
      skip(noFixtures);
      return;
    }
    const { proposal } = await dryRun(path);
    const papers = readdirSync(path).filter((name) => name.endsWith('.pdf'));
    expect(proposal.meetings).toHaveLength(1);
    expect(proposal.unplaced).toEqual([]);
    expect(proposal.meetings[0]?.start?.value.slice(0, 10)).toBe(day.split('__')[1]);
    expect(proposal.meetings[0]?.papers.map(({ file }) => file).toSorted()).toEqual(papers.toSorted());
  });
});
