import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Manifest } from '../../../src/domain/meeting.ts';
import { blockText } from '../../../src/papers/text/block-text.ts';
import { importMeeting, type ImportReport } from '../../../src/server/import/import-meeting.ts';
import { noFixtures } from '../../support/fixtures.ts';
import { kentMember, makeKentFolder } from '../../support/kent-meeting.ts';
import { createMemoryCouncil } from '../../support/memory-council.ts';
import { valueOf } from '../../support/present.ts';

const dir = mkdtempSync(join(tmpdir(), 'kent-'));
const isThere = makeKentFolder(dir);
const council = createMemoryCouncil(Date.UTC(2026, 0, 5));
afterAll(() => rmSync(dir, { recursive: true }));

const MIB = 1024 * 1024;
const countWords = (text: string): number => text.split(/\s+/).filter(Boolean).length;

/** What poppler finds, or null where it is not installed. */
const popplerWords = (file: string): number | null => {
  try {
    return countWords(
      execFileSync('pdftotext', ['-raw', join(dir, file), '-'], { encoding: 'utf8', maxBuffer: 1e8 }),
    );
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null;
    throw cause;
  }
};

describe("a real council's Cabinet meeting", () => {
  let manifest: Manifest | undefined;
  let report: ImportReport | undefined;
  beforeAll(async () => {
    if (!isThere) return;
    report = valueOf(await importMeeting(dir, council.store));
    manifest = council.manifests[0];
  }, 120_000);

  test('has its nine items with their page spans', ({ skip }) => {
    if (manifest === undefined) {
      skip(noFixtures);
      return;
    }
    expect(report).toMatchObject({ items: 9, notes: [], published: { version: 1 } });
    expect(manifest.start).toBe('2025-01-30T10:00');
    expect(manifest.items.map(({ number, pages }) => [number, pages?.first, pages?.last])).toEqual([
      ['1', undefined, undefined],
      ['2', undefined, undefined],
      ['3', '1', '10'],
      ['4', undefined, undefined],
      ['5', '11', '84'],
      ['6', '85', '276'],
      ['7', '277', '326'],
      ['8', '327', '460'],
      ['9', '461', '610'],
    ]);
  });

  test('keeps every paper, in chunks of 1 MiB with their checksums', async ({ skip }) => {
    if (manifest === undefined) {
      skip(noFixtures);
      return;
    }
    expect(manifest.papers).toHaveLength(readdirSync(dir).filter((name) => name.endsWith('.pdf')).length);
    for (const { file } of manifest.papers) {
      const bytes = await council.readBytes(file);
      expect(bytes.length).toBe(file.size);
      expect(file.chunks).toHaveLength(Math.ceil(file.size / MIB));
      expect(file.chunks[0]).toBe(createHash('sha256').update(bytes.subarray(0, MIB)).digest('hex'));
    }
  });

  test('gives text from every PDF, as many words as poppler finds', async ({ skip }) => {
    if (manifest === undefined) {
      skip(noFixtures);
      return;
    }
    const unlike: string[] = [];
    for (const paper of manifest.papers) {
      const text = await council.readText(paper.text);
      const blocks = text.pages.flatMap((page) => page.blocks).filter((block) => block.kind !== 'figure');
      const words = countWords(blocks.map(blockText).join(' '));
      // Poppler is only a second opinion: where it is not installed, a paper of few words is what would stand out.
      const theirs = popplerWords(`${paper.title}.pdf`) ?? Math.max(words, 50);
      const share = words / theirs;
      if (Math.abs(share - 1) > 0.02) unlike.push(`${paper.title}: ${words} of ${theirs}`);
    }
    expect(unlike).toEqual([]);
  });

  test('puts its member on the list of people, so that they can be invited', async ({ skip }) => {
    if (manifest === undefined) {
      skip(noFixtures);
      return;
    }
    const people = await council.store.listPeople();
    expect(people.map((person) => person.name)).toContain(kentMember.name);
  });
});
