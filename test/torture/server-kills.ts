import { rmSync } from 'node:fs';
import { orderPaper, startOrderPaper } from '../support/order-paper-process.ts';
import { seeded } from '../support/seeded.ts';
import { makeCouncilFolder, type CouncilFolder } from './council-folder.ts';
import { brokenReceipts, notArrived, readKept, strangersAndGaps } from './log-file.ts';
import type { Effort, Part, Report } from './part.ts';
import { enrolRawDevice, openRawDevice, type DeviceIdentity, type RawDevice } from './raw-device.ts';
import { enrolRealClient, type RealClient } from './real-client.ts';
import { statementAt } from './statements.ts';

// A folder is used for so many kills in a row: `verify` reads all of it each time.
const killsOfAFolder = 50;
const realClients = 2;
const rawDevices = 10;
// As many as there are cores on the machines that this runs on.
const lanes = 2;

/** `order-paper start` killed with -9 under load; then `verify`, and every receipt against the log. */
export const serverKills: Part = {
  name: 'server-kills',
  rounds: { full: 500, ci: 12 },
  run: async ({ rounds, seed, tell }) => {
    const folders = Math.min(rounds, Math.max(lanes, Math.ceil(rounds / killsOfAFolder)));
    const template = await makeCouncilFolder(rawDevices + realClients);
    try {
      const identities = await enrolAll(template);
      const trials = Array.from({ length: folders }, (_, index) => ({
        rounds: Math.floor(rounds / folders) + (index < rounds % folders ? 1 : 0),
        seed: seed + index,
        tell,
      }));
      const reports: Report[] = [];
      const work = async (): Promise<void> => {
        for (let trial = trials.pop(); trial !== undefined; trial = trials.pop()) {
          reports.push(await killOnOneFolder(template, identities, trial));
        }
      };
      await Promise.all(Array.from({ length: lanes }, work));
      return sum(reports);
    } finally {
      template.remove();
    }
  },
};

const enrolAll = async (template: CouncilFolder): Promise<readonly DeviceIdentity[]> => {
  const server = await startOrderPaper(template.dataDir, []);
  const codes = template.memberCodes.slice(realClients);
  const identities: DeviceIdentity[] = [];
  for (const [index, code] of codes.entries()) {
    identities.push(await enrolRawDevice(server.port, code, `device ${index + 1}`));
  }
  await server.stop();
  return identities;
};

interface Field {
  readonly dataDir: string;
  readonly raw: readonly RawDevice[];
  readonly real: readonly RealClient[];
  readonly meetingId: string;
  readonly random: () => number;
  port: number;
  /** Pushes that were on their way when the server died. */
  onTheWay: number;
}

const killOnOneFolder = async (
  template: CouncilFolder,
  identities: readonly DeviceIdentity[],
  { rounds, seed, tell }: Effort,
): Promise<Report> => {
  const real: RealClient[] = [];
  const field: Field = {
    dataDir: template.copy(),
    raw: identities.map((identity) => openRawDevice(identity, () => field.port)),
    real,
    meetingId: identities[0]?.meetingId ?? '',
    random: seeded(seed),
    port: 0,
    onTheWay: 0,
  };
  const violations: string[] = [];
  try {
    for (let round = 1; round <= rounds; round += 1) {
      const found = await killOnce(field, template);
      violations.push(...found.map((fault) => `seed ${seed}, kill ${round}: ${fault}`));
      tell();
    }
    violations.push(...(await finish(field)).map((fault) => `seed ${seed}, at rest: ${fault}`));
    const records = readKept(field.dataDir).length;
    return { rounds, violations, figures: { records, onTheWay: field.onTheWay } };
  } finally {
    real.forEach((client) => client.close());
    rmSync(field.dataDir, { recursive: true, force: true });
  }
};

const killOnce = async (field: Field, template: CouncilFolder): Promise<readonly string[]> => {
  const server = await startOrderPaper(field.dataDir, []);
  field.port = server.port;
  await enrolRealClients(field, template);
  // The moment is counted in answers, so that it falls anywhere in the work and nothing sleeps.
  const answersBefore = Math.floor(field.random() * 40);
  let answers = 0;
  const death = { came: false };
  const { promise: due, resolve: kill } = Promise.withResolvers<void>();
  let underWay = 0;
  const answered = (): void => {
    answers += 1;
    if (answers >= answersBefore) kill();
  };
  const load = async (say: () => unknown, offer: () => Promise<unknown>): Promise<void> => {
    while (!death.came) {
      await say();
      underWay += 1;
      await offer().then(answered, () => undefined);
      underWay -= 1;
    }
  };
  const loads = [
    ...field.raw.map((device) =>
      load(
        () => device.say(1 + Math.floor(field.random() * 12)),
        () => device.offer(100),
      ),
    ),
    ...field.real.map((client) =>
      load(
        () => client.say(statementAt(field.meetingId, 0), statementAt(field.meetingId, 1)),
        () => client.sync(),
      ),
    ),
  ];
  if (answersBefore === 0) kill();
  await due;
  field.onTheWay += underWay;
  const gone = server.kill();
  death.came = true;
  await gone;
  await Promise.all(loads);
  return inspect(field);
};

const enrolRealClients = async (field: Field, template: CouncilFolder): Promise<void> => {
  const codes = template.memberCodes.slice(field.real.length, realClients);
  const real = field.real as RealClient[];
  for (const code of codes) {
    const who = `tablet ${real.length + 1}`;
    real.push(await enrolRealClient({ port: () => field.port }, code, who));
  }
};

const toldAll = async ({ raw, real }: Field) => [
  ...raw,
  ...(await Promise.all(real.map((client) => client.told()))),
];

const inspect = async (field: Field): Promise<readonly string[]> => {
  const verified = await orderPaper(field.dataDir, ['verify']);
  const unsound = verified.code === 0 ? [] : [`verify: ${verified.err.trim()}`];
  const told = await toldAll(field);
  const kept = readKept(field.dataDir);
  return [...unsound, ...brokenReceipts(kept, told), ...strangersAndGaps(kept, told)];
};

/** One more start, everything sent, an orderly end: all of it is there. */
const finish = async (field: Field): Promise<readonly string[]> => {
  const server = await startOrderPaper(field.dataDir, []);
  field.port = server.port;
  for (const device of field.raw) {
    // No receipt at all means that the server and the device will never agree; what is missing is told below.
    while (device.waiting() > 0 && (await device.offer(100)) > 0);
  }
  for (const client of field.real) await client.sync();
  const code = await server.stop();
  const told = await toldAll(field);
  const late = notArrived(readKept(field.dataDir), told);
  return [...(code === 0 ? [] : [`the server ended with ${code}`]), ...late, ...(await inspect(field))];
};

const sum = (reports: readonly Report[]): Report => ({
  rounds: reports.reduce((total, { rounds }) => total + rounds, 0),
  violations: reports.flatMap(({ violations }) => violations),
  figures: {
    records: reports.reduce((total, { figures }) => total + Number(figures['records']), 0),
    pushesOnTheirWay: reports.reduce((total, { figures }) => total + Number(figures['onTheWay']), 0),
  },
});
