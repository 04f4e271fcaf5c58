import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, vi } from 'vitest';
import type { ImportState, ReadRequest } from '../../../src/domain/import-state.ts';
import type { Proposal } from '../../../src/domain/proposal.ts';
import { createApp } from '../../../src/server/app.ts';
import { type DeskOutside, openDesk } from '../../../src/server/desk/open-desk.ts';
import type { Desk } from '../../../src/server/desk/desk.ts';
import { prepareOffThread } from '../../../src/server/desk/prepare-off-thread.ts';
import type { Matching } from '../../../src/server/desk/ports.ts';
import { createMatching } from '../../../src/server/match/create-matching.ts';
import { createLog } from '../../../src/server/observe/log.ts';
import { draftMeeting } from '../../../src/server/propose/draft-meeting.ts';
import { closeAfterTest } from '../../support/close-after-test.ts';
import { createCouncilOfFour, type CouncilOfFour } from '../server/council-of-four.ts';
import { enrolTablet, type Tablet } from '../server/tablet.ts';

// Each reading loads the PDF library into a thread of its own: seconds, on a machine that does other things as well.
vi.setConfig({ testTimeout: 60_000 });

/** A folder that is gone after the test. */
const freshFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'order-paper-desk-'));
  closeAfterTest(async () => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** Matches nothing: every meeting is new here, and nothing was published before. */
const matchNothing: Matching = {
  published: () => Promise.resolve([]),
  meetings: (proposal: Proposal) =>
    Promise.resolve({
      meetings: proposal.meetings.map((meeting) => ({
        draft: draftMeeting(meeting, proposal),
        match: null,
        people: [],
        published: null,
      })),
      people: [],
      committees: [],
    }),
  publish: () => Promise.reject(new Error('nobody publishes here')),
};

/** A server with a desk over a folder, as far as its routes go. */
export interface DeskServer {
  readonly council: CouncilOfFour;
  readonly desk: Desk;
  /** Where the imports lie. */
  readonly path: string;
  readonly lines: string[];
  readonly enrol: (who: 'member' | 'clerk' | 'other') => Promise<Tablet>;
}

interface Parts extends Partial<Omit<DeskOutside, 'matching'>> {
  /** What is not said is `matchNothing`'s; with 'real' it is the server's own. */
  readonly matching?: Partial<Matching> | 'real';
}

/** Opens a server; with the council and path of another one it is the same server after a restart. */
export const openDeskServer = async (
  parts: Parts = {},
  before?: Pick<DeskServer, 'council' | 'path'>,
): Promise<DeskServer> => {
  const council = before?.council ?? (await createCouncilOfFour());
  const path = before?.path ?? join(freshFolder(), 'imports');
  const lines: string[] = [];
  const writeLog = (line: string): void => void lines.push(line);
  const now = (): number => council.clock.now;
  const matching =
    parts.matching === 'real'
      ? createMatching(council.store, prepareOffThread)
      : { ...matchNothing, ...parts.matching };
  const desk = await openDesk({
    path,
    now,
    random: randomBytes,
    fetchAllow: '',
    log: createLog(now, writeLog),
    ...parts,
    matching,
  });
  closeAfterTest(desk.close);
  const { db, blobs, hub, store, ids, clock } = council;
  const app = createApp({
    db,
    blobs,
    hub,
    now,
    random: randomBytes,
    writeLog,
    publicDir: null,
    imports: desk,
  });
  return {
    council,
    desk,
    path,
    lines,
    enrol: async (who) => enrolTablet(app, clock, (await store.invite(ids[who])).code),
  };
};

/** Begins an import and answers its address. */
export const beginImport = async (clerk: Tablet): Promise<string> => {
  const answer = await clerk.post('/imports', {});
  expect(answer.status).toBe(201);
  return `/imports/${(await answer.json()).id}`;
};

/** Sends a file in one part; answers its place. */
export const giveFile = async (
  clerk: Tablet,
  at: string,
  name: string,
  content: string | Uint8Array,
): Promise<number> => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const begun = await clerk.post(`${at}/files`, { name, size: bytes.length });
  expect(begun.status).toBe(201);
  const { place } = await begun.json();
  const kept = await sendPart(clerk, `${at}/files/${place}?at=0`, bytes);
  expect([kept.status, await kept.json()]).toEqual([200, { here: bytes.length }]);
  return place;
};

export const sendPart = (clerk: Tablet, path: string, bytes: Uint8Array | string): Promise<Response> =>
  clerk.request(path, { method: 'POST', body: typeof bytes === 'string' ? bytes : bytes.slice() });

export const stateOf = async (clerk: Tablet, at: string): Promise<ImportState> => {
  const answer = await clerk.request(at);
  expect(answer.status).toBe(200);
  return answer.json();
};

export const askToRead = (clerk: Tablet, at: string, request: Partial<ReadRequest> = {}): Promise<Response> =>
  clerk.post(`${at}/read`, {
    addresses: [],
    documents: false,
    password: null,
    meeting: null,
    apart: [],
    ...request,
  });

type Kind = ImportState['reading']['kind'];
type StateThatIs<K extends Kind> = Extract<ImportState['reading'], { readonly kind: K }>;

/** Waits until the reading is of this kind. */
export const untilReading = <K extends Kind>(clerk: Tablet, at: string, kind: K): Promise<StateThatIs<K>> =>
  vi.waitFor(
    async () => {
      const { reading } = await stateOf(clerk, at);
      expect(reading.kind).toBe(kind);
      return reading as StateThatIs<K>;
    },
    { timeout: 50_000, interval: 20 },
  );

/** Reads an import to its end. */
export const readAll = async (clerk: Tablet, at: string, request: Partial<ReadRequest> = {}) => {
  expect((await askToRead(clerk, at, request)).status).toBe(202);
  return untilReading(clerk, at, 'read');
};
