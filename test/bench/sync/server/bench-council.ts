import { randomBytes, randomUUID } from 'node:crypto';
import type { Manifest } from '../../../../src/domain/meeting.ts';
import { createApp } from '../../../../src/server/app.ts';
import { createCouncilStore } from '../../../../src/server/create-council-store.ts';
import { databaseFile, openDataFolder, type DataFolder } from '../../../../src/server/folder/data-folder.ts';
import { createPokeHub } from '../../../../src/server/poke-hub.ts';

/** The real server on a data folder of its own, with one council, one meeting and as many members as asked for. */
export interface BenchCouncil {
  readonly app: ReturnType<typeof createApp>;
  readonly db: DataFolder['db'];
  /** The SQLite file, for what is not the server's own work. */
  readonly file: string;
  readonly councilId: string;
  readonly committeeId: string;
  readonly meetingId: string;
  readonly members: readonly string[];
  readonly invite: (personId: string) => Promise<string>;
  readonly close: () => Promise<void>;
}

export const openBenchCouncil = async (
  dataDir: string,
  memberCount = 1,
  databaseUrl: string | null = null,
): Promise<BenchCouncil> => {
  const opened = await openDataFolder({ dataDir, databaseUrl }, 'alone', Date.now);
  if (!opened.ok) throw new Error(`the data folder is ${opened.error.kind}`);
  const folder = opened.value;
  const store = createCouncilStore(folder);
  const [councilId, meetingId, committeeId] = [randomUUID(), randomUUID(), randomUUID()];
  await store.setCouncil({ councilId, name: 'Benchmark Council', demonstration: false, contacts: [] });
  const members: string[] = [];
  for (let index = 0; index < memberCount; index += 1) {
    const id = randomUUID();
    const grants = [{ role: 'member', committeeId: null }] as const;
    await store.addPerson({ id, name: `Member ${index + 1}`, role: null, grants });
    members.push(id);
  }
  const published = await store.publishMeeting(manifestOf(councilId, meetingId, committeeId));
  if (!published.ok) throw new Error(`the meeting was not published: ${published.error.kind}`);
  const app = createApp({
    ...folder,
    hub: createPokeHub(),
    random: randomBytes,
    writeLog: () => undefined,
    publicDir: null,
    limits: { push: endless, pull: endless, session: endless, enrol: endless, imports: endless },
  });
  return {
    app,
    db: folder.db,
    file: databaseFile(dataDir),
    councilId,
    committeeId,
    meetingId,
    members,
    invite: async (personId) => (await store.invite(personId)).code,
    close: async () => {
      await folder.close();
    },
  };
};

// Limits of how often are kept and looked up as usual; a benchmark is only more impatient than any tablet.
const endless = {
  session: { burst: 1e9, perSecond: 1e9 },
  address: { burst: 1e9, perSecond: 1e9 },
} as const;

const manifestOf = (councilId: string, meetingId: string, committeeId: string): Manifest => ({
  format: 1,
  meetingId,
  version: 1,
  reason: 'First publication',
  councilId,
  committee: { id: committeeId, name: 'Scrutiny Panel', type: 'scrutiny' },
  start: '2030-01-12T10:00',
  zone: 'Europe/London',
  venue: 'Committee Room 1',
  state: 'coming',
  regime: { id: 'LGA-2020', version: 1 },
  seats: [],
  contacts: [],
  items: [{ id: randomUUID(), number: '4', title: 'Roads', pages: null, education: false, minute: null }],
  papers: [],
  plans: [],
});
