import { randomBytes, randomUUID } from 'node:crypto';
import type { Manifest } from '../../../src/domain/meeting.ts';
import { createApp } from '../../../src/server/app.ts';
import type { BlobStore } from '../../../src/server/blobs/blob-store.ts';
import { createMemoryBlobs } from '../../../src/server/blobs/memory-blobs.ts';
import { createCouncilStore } from '../../../src/server/create-council-store.ts';
import type { CouncilDatabase } from '../../../src/server/db/database.ts';
import { createPokeHub } from '../../../src/server/poke-hub.ts';
import { openTestDatabase } from '../../support/test-database.ts';
import { enrolTablet, type Tablet } from './tablet.ts';

/** A council in a fresh database with four people, one published meeting and a clock that stands still. */
export interface CouncilOfFour {
  readonly app: ReturnType<typeof createApp>;
  readonly db: CouncilDatabase;
  readonly blobs: BlobStore;
  readonly hub: ReturnType<typeof createPokeHub>;
  readonly store: ReturnType<typeof createCouncilStore>;
  readonly clock: { now: number };
  readonly councilId: string;
  readonly ids: Record<'member' | 'other' | 'chair' | 'clerk' | 'committee' | 'meeting' | 'item', string>;
  readonly manifest: Manifest;
  /** Lines of the request log. */
  readonly lines: string[];
  readonly enrol: (who: 'member' | 'other' | 'chair' | 'clerk') => Promise<Tablet>;
}

export interface Parts {
  readonly db?: CouncilDatabase;
  readonly blobs?: BlobStore;
  readonly publicDir?: string;
  readonly streams?: { readonly device: number; readonly overall: number };
}

export const createCouncilOfFour = async (parts: Parts = {}): Promise<CouncilOfFour> => {
  const clock = { now: Date.UTC(2026, 0, 5, 9) };
  const db = parts.db ?? (await openTestDatabase());
  const blobs = parts.blobs ?? createMemoryBlobs();
  const hub = createPokeHub();
  const lines: string[] = [];
  const deps = { db, blobs, hub, now: () => clock.now, random: randomBytes };
  const store = createCouncilStore(deps);
  const councilId = randomUUID();
  const ids = {
    member: randomUUID(),
    other: randomUUID(),
    chair: randomUUID(),
    clerk: randomUUID(),
    committee: randomUUID(),
    meeting: randomUUID(),
    item: randomUUID(),
  };
  await store.setCouncil({ councilId, name: 'Test Council', demonstration: false, contacts: [] });
  const member = { role: 'member', committeeId: ids.committee } as const;
  await store.addPerson({ id: ids.member, name: 'Mary Member', role: null, grants: [member] });
  await store.addPerson({
    id: ids.other,
    name: 'Olive Other',
    role: null,
    grants: [{ role: 'member', committeeId: null }],
  });
  await store.addPerson({ id: ids.chair, name: 'Carl Chair', role: null, grants: [member] });
  await store.addPerson({
    id: ids.clerk,
    name: 'Clara Clerk',
    role: null,
    grants: [{ role: 'clerk', committeeId: null }],
  });
  const manifest = manifestOf(councilId, ids);
  const published = await store.publishMeeting(manifest);
  if (!published.ok) throw new Error(`not published: ${published.error.kind}`);
  const app = createApp({
    ...deps,
    writeLog: (line) => void lines.push(line),
    publicDir: parts.publicDir ?? null,
    ...(parts.streams === undefined ? {} : { streams: parts.streams }),
  });
  return {
    app,
    db,
    blobs,
    hub,
    store,
    clock,
    councilId,
    ids,
    manifest,
    lines,
    enrol: async (who) => enrolTablet(app, clock, (await store.invite(ids[who])).code),
  };
};

const manifestOf = (councilId: string, ids: CouncilOfFour['ids']): Manifest => ({
  format: 1,
  meetingId: ids.meeting,
  version: 1,
  reason: 'First publication',
  councilId,
  committee: { id: ids.committee, name: 'Scrutiny Panel', type: 'scrutiny' },
  start: '2026-01-12T10:00',
  zone: 'Europe/London',
  venue: 'Committee Room 1',
  state: 'coming',
  regime: { id: 'LGA-2020', version: 1 },
  seats: [
    {
      id: randomUUID(),
      group: 'Members',
      role: 'chair',
      votes: 'all',
      holder: {
        kind: 'person',
        personId: ids.chair,
        listName: 'Mr C Chair',
        minuteName: 'Carl Chair',
        minuteRole: null,
      },
    },
  ],
  contacts: [],
  items: [{ id: ids.item, number: '4', title: 'Roads', pages: null, education: false, minute: null }],
  papers: [],
  plans: [],
});
