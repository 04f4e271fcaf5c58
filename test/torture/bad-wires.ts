import { rmSync } from 'node:fs';
import { readOwnRows } from '../../src/storage/outbox.ts';
import { readEventRows } from '../../src/storage/event-view.ts';
import { goodWire, startBadWire, type BadWire } from '../support/bad-wire.ts';
import { orderPaper, startOrderPaper } from '../support/order-paper-process.ts';
import { createBell, type Bell } from './bell.ts';
import { makeCouncilFolder, type CouncilFolder } from './council-folder.ts';
import { brokenReceipts, notArrived, readKept, strangersAndGaps, type Told } from './log-file.ts';
import type { Part, Report } from './part.ts';
import { enrolRealClient, type RealClient } from './real-client.ts';
import { statementAt } from './statements.ts';
import { wireFaults, type WireFault } from './wire-faults.ts';

const members = 2;
// 30 s of patience with a request become half a second, a minute of back-off one second.
const haste = 60;
const patienceMs = 60_000;
// Enough to try, to fail, to try again and to find a renewed session or a second page in the way.
const requestsOfAFault = 3;

/** Real clients and a real server with each fault of the wire in between, each followed by a good wire. */
export const badWires: Part = {
  name: 'bad-wire',
  rounds: { full: 10, ci: 1 },
  run: async ({ rounds, seed }) => {
    const template = await makeCouncilFolder(members);
    try {
      const reports: Report[] = [];
      for (let round = 0; round < rounds; round += 1) reports.push(await oneRound(template, seed + round));
      const total = (figure: string): number =>
        reports.reduce((sum, { figures }) => sum + Number(figures[figure]), 0);
      return {
        rounds,
        violations: reports.flatMap(({ violations }) => violations),
        figures: {
          faults: wireFaults.length,
          records: total('records'),
          requests: total('requests'),
          resets: total('resets'),
          takenUnheard: total('takenUnheard'),
        },
      };
    } finally {
      template.remove();
    }
  },
};

interface Field {
  readonly dataDir: string;
  readonly wire: BadWire;
  readonly bell: Bell;
  readonly clients: readonly RealClient[];
  readonly clerk: RealClient;
  readonly meetingId: string;
  readonly requests: Map<RealClient, number>;
  /** Records that the council had and their tablet did not know of. */
  takenUnheard: number;
}

const oneRound = async (template: CouncilFolder, seed: number): Promise<Report> => {
  const dataDir = template.copy();
  const server = await startOrderPaper(dataDir, []);
  const wire = await startBadWire({ upstreamPort: server.port, seed });
  const bell = createBell(patienceMs);
  const field = await openField(template, { dataDir, wire, bell });
  const everybody = [...field.clients, field.clerk];
  const violations: string[] = [];
  try {
    for (const client of everybody) client.startEngine().state.subscribe(bell.ring);
    for (const fault of wireFaults) {
      const found = await endure(field, fault);
      violations.push(...found.map((sentence) => `seed ${seed}, ${fault.name}: ${sentence}`));
    }
    violations.push(...(await inspectAtRest(field)).map((sentence) => `seed ${seed}, at rest: ${sentence}`));
  } finally {
    for (const client of everybody) client.close();
    await wire.close();
    await server.kill();
  }
  const verified = await orderPaper(dataDir, ['verify']);
  if (verified.code !== 0) violations.push(`seed ${seed}: ${verified.err.trim()}`);
  const records = readKept(dataDir).length;
  rmSync(dataDir, { recursive: true, force: true });
  const { requests, resets } = wire.counts();
  return { rounds: 1, violations, figures: { records, requests, resets, takenUnheard: field.takenUnheard } };
};

const openField = async (
  template: CouncilFolder,
  parts: Pick<Field, 'dataDir' | 'wire' | 'bell'>,
): Promise<Field> => {
  const requests = new Map<RealClient, number>();
  const enrolOne = async (code: string, who: string): Promise<RealClient> => {
    const pace = { haste: 1, asked: () => {} };
    const client = await enrolRealClient(
      { port: () => parts.wire.port, haste: () => pace.haste, asked: () => pace.asked() },
      code,
      who,
    );
    pace.asked = () => {
      requests.set(client, (requests.get(client) ?? 0) + 1);
      parts.bell.ring();
    };
    await client.sync();
    // From here on the wire is bad, and nobody is in a hurry but the test.
    pace.haste = haste;
    return client;
  };
  const clients: RealClient[] = [];
  for (const [index, code] of template.memberCodes.entries()) {
    clients.push(await enrolOne(code, `tablet ${index + 1}`));
  }
  const clerk = await enrolOne(template.clerkCode, 'clerk');
  const meeting = await clerk.records.manifests.toCollection().first();
  if (meeting === undefined) throw new Error('the clerk was told of no meeting');
  return { ...parts, clients, clerk, requests, meetingId: meeting.meetingId, takenUnheard: 0 };
};

/** One fault while records are said, then a good wire until nothing waits. */
const endure = async (field: Field, fault: WireFault): Promise<readonly string[]> => {
  const { wire, bell, clients, requests } = field;
  const before = await countReceipts(field);
  const keptBefore = readKept(field.dataDir).length;
  wire.set({ ...goodWire, ...fault.settings });
  requests.clear();
  for (const client of clients) {
    await client.say(statementAt(field.meetingId, 0), statementAt(field.meetingId, 1));
    await client.say(statementAt(field.meetingId, 2));
  }
  const triedEnough = (): boolean =>
    clients.every((client) => (requests.get(client) ?? 0) >= requestsOfAFault);
  const tried = await bell.until(async () => triedEnough() || (await nothingWaits(field)));
  const faults = tried ? [] : ['the clients did not even try'];
  const after = await countReceipts(field);
  const kept = readKept(field.dataDir).length;
  if (fault.told === 'nothing' && after > before) faults.push(`${after - before} records became received`);
  if (!fault.arrives && kept > keptBefore) faults.push('the wire let a request through: the test is blind');
  if (fault.arrives && kept === keptBefore) faults.push('the wire let nothing through: the test is blind');
  field.takenUnheard += kept - keptBefore - (after - before);
  faults.push(...brokenReceipts(readKept(field.dataDir), await toldAll(field)));
  wire.set(goodWire);
  if (!(await bell.until(() => nothingWaits(field)))) faults.push('records still wait on a good wire');
  return faults;
};

const nothingWaits = async ({ clients }: Field): Promise<boolean> => {
  for (const { records } of clients) {
    if ((await records.outbox.count()) > 0) return false;
  }
  return true;
};

const toldAll = ({ clients }: Field): Promise<Told[]> => Promise.all(clients.map((client) => client.told()));

/** How many records the screens would call received; one without a receipt counts as a lie. */
const countReceipts = async ({ clients }: Field): Promise<number> => {
  let count = 0;
  for (const { records, who } of clients) {
    const rows = (await readOwnRows(records)).filter(({ state }) => state === 'received');
    if (rows.some(({ receipt }) => receipt === null))
      throw new Error(`${who} says "received" without a receipt`);
    count += rows.length;
  }
  return count;
};

const inspectAtRest = async (field: Field): Promise<readonly string[]> => {
  const kept = readKept(field.dataDir);
  const told = await toldAll(field);
  const ids = kept.map(({ id }) => id).join(' ');
  const clerkIds = async (): Promise<string> => {
    const rows = await readEventRows(field.clerk.records);
    return rows
      .filter(({ type }) => type !== 'meeting.publish')
      .toSorted((a, b) => (a.seq ?? 0) - (b.seq ?? 0))
      .map(({ id }) => id)
      .join(' ');
  };
  const arrived = await field.bell.until(async () => (await clerkIds()) === ids);
  const refused = await field.clerk.records.faults.count();
  return [
    ...brokenReceipts(kept, told),
    ...notArrived(kept, told),
    ...strangersAndGaps(kept, told),
    ...(arrived ? [] : ['the clerk does not see what the log holds, in its order']),
    ...(refused === 0 ? [] : [`the clerk's tablet refused ${refused} records`]),
  ];
};
