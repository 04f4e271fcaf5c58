import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import type { Receipt } from '../../src/domain/receipt.ts';
import { PushResponseSchema } from '../../src/protocol/push.ts';
import { makeDataDir, orderPaper, startOrderPaper } from '../support/order-paper-process.ts';
import { seeded } from '../support/seeded.ts';
import { makeCouncilFolder, type CouncilFolder } from './council-folder.ts';
import { brokenReceipts, readKept, strangersAndGaps, type Told } from './log-file.ts';
import type { Effort, Part } from './part.ts';
import { createDisk, type Image } from './power/disk.ts';
import type { Step } from './power/trace.ts';
import { startTracedServer, type Synchronous } from './power/traced-server.ts';
import { enrolRawDevice, openRawDevice, type DeviceIdentity, type RawDevice } from './raw-device.ts';

const devices = 4;
const cutsOfATrace = 50;
// Enough for the write-ahead log to be moved into the file several times (every 1,000 pages).
const pushesOfADevice = 24;

/**
 * A power cut that drops what was not synced, at random points of what the server asked of the disk. With
 * `synchronous=FULL` no receipt may be lost; with NORMAL some must be, or this test is blind.
 */
export const powerCuts: Part = {
  name: 'power-cuts',
  rounds: { full: 100, ci: 8 },
  run: async ({ rounds, seed, tell }) => {
    const template = await makeCouncilFolder(devices);
    try {
      const identities = await enrolAll(template);
      const [full, normal] = await Promise.all([
        cutMany(template, identities, 'full', { rounds, seed, tell }),
        cutMany(template, identities, 'normal', { rounds, seed, tell: () => {} }),
      ]);
      const violations = full.faults.flat();
      const blind = normal.faults.filter((faults) => faults.length > 0).length;
      if (blind < Math.max(1, rounds / 10))
        violations.push(`with NORMAL only ${blind} of ${rounds} cuts were noticed: the test is blind`);
      return {
        rounds,
        violations,
        figures: {
          receipts: full.receipts,
          checkpoints: full.checkpoints,
          lostWithFull: full.faults.filter((faults) => faults.length > 0).length,
          lostWithNormal: blind,
        },
      };
    } finally {
      template.remove();
    }
  },
};

const enrolAll = async (template: CouncilFolder): Promise<readonly DeviceIdentity[]> => {
  const server = await startOrderPaper(template.dataDir, []);
  const identities: DeviceIdentity[] = [];
  for (const [index, code] of template.memberCodes.entries()) {
    identities.push(await enrolRawDevice(server.port, code, `device ${index + 1}`));
  }
  await server.stop();
  return identities;
};

interface Cuts {
  /** Of each cut. */
  readonly faults: readonly (readonly string[])[];
  readonly receipts: number;
  readonly checkpoints: number;
}

const cutMany = async (
  template: CouncilFolder,
  identities: readonly DeviceIdentity[],
  synchronous: Synchronous,
  { rounds, seed, tell }: Effort,
): Promise<Cuts> => {
  const faults: (readonly string[])[] = [];
  let receipts = 0;
  let checkpoints = 0;
  for (let done = 0; done < rounds; done += cutsOfATrace) {
    const traced = await traceOnce(template, identities, synchronous);
    receipts += traced.devices.reduce((total, device) => total + device.receipts.size, 0);
    checkpoints += traced.steps.filter(isCheckpoint).length;
    const cuts = Math.min(cutsOfATrace, rounds - done);
    faults.push(...(await cutAll(traced, { rounds: cuts, seed: seed + done, tell })));
  }
  return { faults, receipts, checkpoints };
};

// The write-ahead log has been moved into the file, which is synced at no other time.
const isCheckpoint = (step: Step): boolean => step.kind === 'sync' && step.path.endsWith('.sqlite');

interface Traced {
  readonly dataDir: string;
  readonly base: Image;
  readonly steps: readonly Step[];
  /** The first step of the load; before it the folder was only opened. */
  readonly loadBegins: number;
  readonly devices: readonly RawDevice[];
}

const traceOnce = async (
  template: CouncilFolder,
  identities: readonly DeviceIdentity[],
  synchronous: Synchronous,
): Promise<Traced> => {
  const dataDir = template.copy();
  try {
    const base = readImage(dataDir);
    const server = await startTracedServer(dataDir, synchronous);
    const raw = identities.map((identity) => openRawDevice(identity, () => server.port));
    const random = seeded(identities.length);
    const load = async (device: RawDevice): Promise<void> => {
      for (let push = 0; push < pushesOfADevice; push += 1) {
        device.say(1 + Math.floor(random() * 60));
        await device.offer(100);
      }
    };
    await Promise.all(raw.map(load));
    const steps = await server.stop();
    const found = steps.flatMap(receiptsIn).length;
    const given = raw.reduce((total, { receipts }) => total + receipts.size, 0);
    if (found !== given) throw new Error(`the trace shows ${found} receipts of ${given}`);
    const loadBegins = steps.findIndex((step) => receiptsIn(step).length > 0);
    return { dataDir, base, steps, loadBegins, devices: raw };
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
};

/** The faults of each cut, on a way through the steps from first to last. */
const cutAll = async (traced: Traced, { rounds, seed, tell }: Effort): Promise<(readonly string[])[]> => {
  const { steps, loadBegins } = traced;
  const random = seeded(seed);
  const moments = Array.from(
    { length: rounds },
    () => loadBegins + Math.floor(random() * (steps.length - loadBegins + 1)),
  ).toSorted((a, b) => a - b);
  const disk = createDisk(traced.base);
  const receipts = new Map<string, Receipt>();
  const faults: (readonly string[])[] = [];
  let at = 0;
  for (const moment of moments) {
    for (const step of steps.slice(at, moment)) {
      disk.take(step);
      for (const receipt of receiptsIn(step)) receipts.set(receipt.id, receipt);
    }
    at = moment;
    const found = await inspect(traced, disk.cut(random), receipts);
    tell();
    faults.push(found.map((fault) => `seed ${seed}, cut at step ${moment}: ${fault}`));
  }
  return faults;
};

const inspect = async (
  traced: Traced,
  image: Image,
  receipts: ReadonlyMap<string, Receipt>,
): Promise<readonly string[]> => {
  const dataDir = makeDataDir();
  try {
    writeImage(image, traced.dataDir, dataDir);
    const verified = await orderPaper(dataDir, ['verify']);
    if (verified.code !== 0) return [`verify: ${verified.err.trim()}`];
    const kept = readKept(dataDir);
    const told = traced.devices.map(({ who, said }): Told => {
      const own = said.flatMap((id) => receipts.get(id) ?? []);
      return { who, said, receipts: new Map(own.map((receipt) => [receipt.id, receipt])) };
    });
    return [...brokenReceipts(kept, told), ...strangersAndGaps(kept, told)];
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
};

/** The receipts in what was sent to a client: the whole of an answer leaves in one piece. */
const receiptsIn = (step: Step): readonly Receipt[] => {
  if (step.kind !== 'said') return [];
  const body = step.text.slice(step.text.indexOf('\r\n\r\n') + 4);
  if (!body.includes('"results":')) return [];
  return v.parse(PushResponseSchema, JSON.parse(body)).results;
};

const readImage = (dataDir: string): Image =>
  new Map(
    readdirSync(dataDir, { recursive: true, encoding: 'utf8' })
      .map((name) => join(dataDir, name))
      .filter((path) => statSync(path).isFile())
      .map((path) => [path, readFileSync(path)]),
  );

// What readers of the log share in memory is gone with the power.
const isShared = (path: string): boolean => path.endsWith('-shm');

const writeImage = (image: Image, from: string, to: string): void => {
  for (const [path, bytes] of image) {
    if (isShared(path)) continue;
    const target = path.replace(from, to);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, bytes);
  }
};
