import { rmSync } from 'node:fs';
import { readEventRows } from '../../src/storage/event-view.ts';
import { orderPaper, startOrderPaper } from '../support/order-paper-process.ts';
import { seeded } from '../support/seeded.ts';
import { invite, makeCouncilFolder, type CouncilFolder } from './council-folder.ts';
import { brokenReceipts, notArrived, readKept, strangersAndGaps, type Kept, type Told } from './log-file.ts';
import type { Part, Report } from './part.ts';
import { enrolRealClient, type RealClient } from './real-client.ts';
import { statementAt } from './statements.ts';

// One stays offline over the loss; the last is set up after the backup, so that the restored council does not know it.
const members = 4;

/** The folder is lost and yesterday's backup restored: what tablets still hold comes back, once. */
export const restoreDrills: Part = {
  name: 'restore-drills',
  rounds: { full: 20, ci: 2 },
  run: async ({ rounds, seed }) => {
    const template = await makeCouncilFolder(members);
    try {
      const reports: Report[] = [];
      for (let round = 0; round < rounds; round += 1) reports.push(await drill(template, seed + round));
      const total = (figure: string): number =>
        reports.reduce((sum, { figures }) => sum + Number(figures[figure]), 0);
      return {
        rounds,
        violations: reports.flatMap(({ violations }) => violations),
        figures: { records: total('records'), broughtBack: total('broughtBack') },
      };
    } finally {
      template.remove();
    }
  },
};

const drill = async (template: CouncilFolder, seed: number): Promise<Report> => {
  const random = seeded(seed);
  const dataDir = template.copy();
  const backup = `${dataDir}-backup`;
  const clients: RealClient[] = [];
  let server = await startOrderPaper(dataDir, []);
  const { port } = server;
  const set = async (code: string, who: string): Promise<RealClient> => {
    const client = await enrolRealClient({ port: () => port }, code, who);
    clients.push(client);
    await client.sync();
    return client;
  };
  try {
    const clerk = await set(template.clerkCode, 'clerk');
    for (const [index, code] of template.memberCodes.slice(0, -1).entries()) {
      await set(code, `tablet ${index + 1}`);
    }
    const meeting = await clerk.records.manifests.toCollection().first();
    const meetingId = meeting?.meetingId ?? '';
    const speak = async (speakers: readonly RealClient[], isSent: boolean): Promise<void> => {
      for (const client of speakers) {
        const count = 1 + Math.floor(random() * 8);
        for (let index = 0; index < count; index += 1) await client.say(statementAt(meetingId, index));
        if (isSent) await client.sync();
      }
    };
    await speak(clients.slice(1), true);
    await demandGood(orderPaper(dataDir, ['backup', backup]));
    const known = readKept(dataDir);
    const [, ...tablets] = [...clients, await set(template.memberCodes.at(-1) ?? '', 'late tablet')];
    const offline = tablets[0];
    await speak(
      tablets.filter((client) => client !== offline),
      true,
    );
    if (offline) await speak([offline], false);
    const lost = readKept(dataDir).length - known.length;
    const before = await tell(clients);
    const epochs = await epochsOf(clients);

    await server.kill();
    rmSync(dataDir, { recursive: true });
    await demandGood(orderPaper(dataDir, ['restore', backup]));
    const restored = readKept(dataDir);
    server = await startOrderPaper(dataDir, [], port);
    await speak(tablets, false);
    const faults = [...(await comeBack(clients, dataDir)), ...sameLog(known, restored)];
    faults.push(...firstReceipts(known, before, readKept(dataDir)));
    faults.push(...(await inspectAtRest(clients, dataDir)));
    if (await sharesAny(clients, epochs)) faults.push('a tablet still has the old epoch');
    const records = readKept(dataDir).length;
    await server.stop();
    const verified = await orderPaper(dataDir, ['verify']);
    if (verified.code !== 0) faults.push(verified.err.trim());
    return {
      rounds: 1,
      violations: faults.map((fault) => `seed ${seed}: ${fault}`),
      figures: { records, broughtBack: lost },
    };
  } finally {
    clients.forEach((client) => client.close());
    await server.kill();
    for (const folder of [dataDir, backup]) rmSync(folder, { recursive: true, force: true });
  }
};

const demandGood = async (ran: ReturnType<typeof orderPaper>): Promise<void> => {
  const { code, err } = await ran;
  if (code !== 0) throw new Error(err.trim());
};

const tell = (clients: readonly RealClient[]): Promise<Told[]> =>
  Promise.all(clients.map((client) => client.told()));

const epochsOf = async (clients: readonly RealClient[]): Promise<ReadonlySet<string | null>> =>
  new Set(
    await Promise.all(clients.map(async ({ records }) => (await records.meta.get('sync'))?.epoch ?? null)),
  );

const sharesAny = async (
  clients: readonly RealClient[],
  epochs: ReadonlySet<string | null>,
): Promise<boolean> => [...(await epochsOf(clients))].some((epoch) => epoch === null || epochs.has(epoch));

/** Everybody syncs; whom the restored council does not know gets a new code, as its clerk would give one. */
const comeBack = async (clients: readonly RealClient[], dataDir: string): Promise<readonly string[]> => {
  const faults: string[] = [];
  for (const client of clients) {
    const outcome = await client.sync();
    if (outcome.kind === 'done') continue;
    if (outcome.kind !== 'need' || client.who !== 'late tablet') {
      faults.push(`${client.who} ended with ${outcome.kind}`);
      continue;
    }
    const code = await invite(dataDir, ['--name', await nameOf(client)]);
    await client.enrolAgain(code);
    const again = await client.sync();
    if (again.kind !== 'done') faults.push(`${client.who} ended with ${again.kind} under its new code`);
  }
  // Once more, so that everybody has heard of what the others brought back.
  for (const client of clients) await client.sync();
  return faults;
};

const nameOf = async ({ records }: RealClient): Promise<string> => {
  const manifest = await records.manifests.toCollection().first();
  const holders = manifest?.manifest.seats.map(({ holder }) => holder) ?? [];
  const holder = holders.find((one) => one.kind === 'person' && one.personId === records.personId);
  return holder?.kind === 'person' ? holder.minuteName : '';
};

const sameLog = (known: readonly Kept[], restored: readonly Kept[]): readonly string[] =>
  JSON.stringify(known) === JSON.stringify(restored) ? [] : ['the restored log is not what was backed up'];

/** Receipts from before the backup hold for ever, word for word. */
const firstReceipts = (
  known: readonly Kept[],
  before: readonly Told[],
  now: readonly Kept[],
): readonly string[] => {
  const ids = new Set(known.map(({ id }) => id));
  return brokenReceipts(
    now,
    before.map((told) => ({
      ...told,
      who: `${told.who} (before the backup)`,
      receipts: new Map([...told.receipts].filter(([id]) => ids.has(id))),
    })),
  );
};

const inspectAtRest = async (clients: readonly RealClient[], dataDir: string): Promise<readonly string[]> => {
  const kept = readKept(dataDir);
  const told = await tell(clients);
  const faults = [...brokenReceipts(kept, told), ...notArrived(kept, told), ...strangersAndGaps(kept, told)];
  const ids = kept.map(({ id }) => id).join(' ');
  const clerk = clients[0];
  const rows = clerk === undefined ? [] : await readEventRows(clerk.records);
  const seen = rows
    .filter(({ type }) => type !== 'meeting.publish')
    .toSorted((a, b) => (a.seq ?? 0) - (b.seq ?? 0))
    .map(({ id }) => id)
    .join(' ');
  if (seen !== ids) faults.push('the clerk does not see what the log holds, in its order');
  return faults;
};
