import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { importMeeting } from '../../../src/server/import/import-meeting.ts';
import { noFixtures } from '../../support/fixtures.ts';
import { createMemoryCouncil } from '../../support/memory-council.ts';
import { makeSeedFolder } from '../../support/seed-meeting.ts';

const dir = mkdtempSync(join(tmpdir(), 'seeds-'));
const isThere = makeSeedFolder(dir);
afterAll(() => rmSync(dir, { recursive: true }));

test('the two seed documents give the eight areas of the plan and the minute numbers', async ({ skip }) => {
  if (!isThere) {
    skip(noFixtures);
    return;
  }
  const council = createMemoryCouncil(Date.UTC(2026, 0, 5));
  const imported = await importMeeting(dir, council.store);
  expect(imported).toMatchObject({ ok: true, value: { notes: [], published: { version: 1 } } });
  const [manifest] = council.manifests;
  expect(manifest?.state).toBe('held');
  expect(manifest?.items.map(({ number, minute }) => [number, minute?.number, minute?.truncated])).toEqual([
    ['1', '225', false],
    ['2', '226', false],
    ['3', '227', false],
    ['4', '228', true],
    ['5', '229', true],
  ]);
  expect(manifest?.items[2]?.minute?.paragraphs).toEqual(['None.']);
  const areas = manifest?.plans[0]?.areas ?? [];
  expect(areas.map(({ number, name }) => [number, name])).toEqual([
    ['2.2', 'Public awareness campaign'],
    ['2.3', 'Schools'],
    ['2.4', 'Training'],
    ['2.5', 'Identification and risk assessment'],
    ['2.6', 'Standards'],
    ['2.7', 'Governance'],
    ['2.8', 'Voluntary Sector'],
    ['2.9', 'Taxi drivers and operators'],
  ]);
  expect(areas.map((area) => area.dates)).toEqual([
    ['January 2016'],
    ['March 2016'],
    [],
    [],
    ['29/1/16'],
    [],
    [],
    [],
  ]);
  // Paragraph 2.5 runs over the page break: its end must not be lost.
  expect(areas[3]?.text.split(' ').length).toBeGreaterThan(150);
});
