import { beforeEach, describe, expect, it } from 'vitest';
import * as v from 'valibot';
import type { Manifest, Paper } from '../../../src/domain/meeting.ts';
import { ManifestSchema } from '../../../src/protocol/manifest-schema.ts';
import { rowsOf } from '../../support/rows-of.ts';
import { createCouncilOfFour, type CouncilOfFour } from './council-of-four.ts';

let council: CouncilOfFour;
let next: Manifest;

beforeEach(async () => {
  council = await createCouncilOfFour();
  next = { ...council.manifest, version: 2, reason: 'A report was late' };
});

const logged = async (): Promise<number> => (await rowsOf(council.db, 'select seq from log')).length;
const uuid = '00000000-0000-7000-8000-000000000000';

describe('publishing', () => {
  it('lets every tablet read the manifest that the log points to', async () => {
    const published = await council.store.publishMeeting(next);
    expect(published).toMatchObject({ ok: true, value: { version: 2, seq: 2 } });
    const other = await council.enrol('other');
    const { items } = await (await other.pull()).json();
    expect(items[1]).toMatchObject({
      author: { name: 'Order Paper', role: null },
      event: { type: 'meeting.publish', body: { version: 2, reason: 'A report was late' } },
    });
    const { manifest } = items[1].event.body;
    const answer = await other.request(`/blobs/${manifest}`);
    expect(v.parse(ManifestSchema, await answer.json())).toEqual(next);
  });

  it('counts versions from one, without a gap', async () => {
    expect(await council.store.latestVersion(next.meetingId)).toBe(1);
    for (const version of [1, 3]) {
      expect(await council.store.publishMeeting({ ...next, version })).toEqual({
        ok: false,
        error: { kind: 'wrong-version', expected: 2 },
      });
    }
    expect(await logged()).toBe(1);
  });

  it('of one version by two at the same moment is done once', async () => {
    const answers = await Promise.all([
      council.store.publishMeeting(next),
      council.store.publishMeeting({ ...next, reason: 'Another reason' }),
    ]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(await logged()).toBe(2);
  });

  it('needs every paper to be kept first', async () => {
    const file = await council.store.putBlob(new TextEncoder().encode('a paper'));
    const gone = { ...file, sha256: '0'.repeat(64) };
    const paper: Paper = {
      id: uuid,
      title: 'Report',
      kind: 'report',
      itemId: null,
      mediaType: 'text/plain',
      pages: 1,
      file,
      text: gone,
    };
    expect(await council.store.publishMeeting({ ...next, papers: [paper] })).toEqual({
      ok: false,
      error: { kind: 'missing-blob', sha256: gone.sha256 },
    });
    expect(await logged()).toBe(1);
    expect((await council.store.publishMeeting({ ...next, papers: [{ ...paper, text: file }] })).ok).toBe(
      true,
    );
  });

  it.each([
    ['another council', { councilId: uuid }, { kind: 'wrong-council' }],
    ['no reason', { reason: ' ' }, { kind: 'not-a-manifest', where: 'reason' }],
    ['a date that is none', { start: 'tomorrow' }, { kind: 'not-a-manifest', where: 'start' }],
  ])('refuses %s', async (_name, changed, error) => {
    expect(await council.store.publishMeeting({ ...next, ...changed })).toEqual({ ok: false, error });
    expect(await logged()).toBe(1);
  });
});

describe('one data folder', () => {
  it('holds one council, which may be renamed', async () => {
    const here = { councilId: council.councilId, name: 'New Name', demonstration: false, contacts: [] };
    await council.store.setCouncil(here);
    expect(await council.store.readCouncil()).toEqual(here);
    const another = council.store.setCouncil({ ...here, councilId: uuid });
    await expect(another).rejects.toThrow('one council');
  });
});
