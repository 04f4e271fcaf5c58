import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  makeDataDir,
  orderPaper,
  removeDataDir,
  startOrderPaper,
} from '../../support/order-paper-process.ts';
import { rowsOf } from '../../support/rows-of.ts';
import { createCouncilOfFour, type CouncilOfFour } from './council-of-four.ts';
import { environmentOf, openOrThrow } from './data-folders.ts';
import { apology } from './said.ts';
import { enrolTablet, type SentEnvelope, type Tablet } from './tablet.ts';
import { verifyFolder } from '../../../src/server/folder/verify-folder.ts';

const kills = 3;
const dataDir = makeDataDir();
let council: CouncilOfFour;
let env: Readonly<Record<string, string>>;

beforeAll(async () => {
  env = await environmentOf(dataDir);
  const folder = await openOrThrow(dataDir);
  council = await createCouncilOfFour(folder);
  await folder.close();
});
afterAll(() => removeDataDir(dataDir));

interface Sent {
  readonly tablet: Tablet;
  readonly sent: SentEnvelope[];
  readonly receipts: Map<string, { seq: number; chain: string }>;
}

/** What an outbox does: offers everything without a receipt, believes only what is listed. */
const offer = async ({ tablet, sent, receipts }: Sent): Promise<void> => {
  const left = sent.filter((one) => !receipts.has(one.event.id)).slice(0, 100);
  const answer = await tablet.push(left);
  if (answer.status !== 200) throw new Error(`a push answered ${answer.status}`);
  const { results } = await answer.json();
  for (const { id, seq, chain } of results) receipts.set(id, { seq, chain });
};

/** A fetch to whatever port the server of the moment has. */
const network = (port: () => number) => ({
  fetch: (request: Request) =>
    fetch(new Request(request.url.replace('//localhost/', `//127.0.0.1:${port()}/`), request)),
});

const invite = async (personId: string): Promise<string> => {
  const invited = await orderPaper(dataDir, ['invite', '--person', personId, '--json'], env);
  return JSON.parse(invited.out).code;
};

/** The receipts that the log does not bear out, and whether the folder is sound. */
const inspect = async (outboxes: readonly Sent[]) => {
  const folder = await openOrThrow(dataDir, 'existing');
  const { sound, setAside, records } = await verifyFolder(folder);
  const rows = await rowsOf<{ id: string; seq: number; chain: string }>(
    folder.db,
    'select id, seq, chain from log',
  );
  await folder.close();
  const logged = new Map(rows.map(({ id, seq, chain }) => [id, `${seq} ${chain}`]));
  const broken = outboxes.flatMap(({ receipts }) =>
    [...receipts].filter(([id, { seq, chain }]) => logged.get(id) !== `${seq} ${chain}`),
  );
  return { sound, setAside, records, broken };
};

describe('a server killed in the middle of pushes', () => {
  it('has kept every record it gave a receipt for, once, and takes the rest after', async () => {
    let port = 0;
    const app = network(() => port);
    const outboxes: Sent[] = [];
    const said = 60;
    for (let round = 1; round <= kills; round += 1) {
      const server = await startOrderPaper(dataDir, [], 0, env);
      port = server.port;
      while (outboxes.length < 2) {
        const tablet = await enrolTablet(app, { now: Date.now() }, await invite(council.ids.member));
        outboxes.push({ tablet, sent: [], receipts: new Map() });
      }
      for (const { tablet, sent } of outboxes) {
        for (let count = 0; count < said; count += 1) sent.push(tablet.say(apology(council)));
      }
      for (const outbox of outboxes) await offer({ ...outbox, sent: outbox.sent.slice(0, -50) });
      // On their way when the power goes: taken or not, nobody knows.
      const onTheWay = Promise.allSettled(outboxes.map(offer));
      await app.fetch(new Request('http://localhost/healthz'));
      await server.kill();
      await onTheWay;
      expect(await inspect(outboxes)).toMatchObject({ sound: true, setAside: 0, broken: [] });
    }
    const server = await startOrderPaper(dataDir, [], 0, env);
    port = server.port;
    for (const outbox of outboxes) await offer(outbox);
    expect(await server.stop()).toBe(0);
    const records = 1 + outboxes.length * said * kills;
    expect(await inspect(outboxes)).toEqual({ sound: true, setAside: 0, records, broken: [] });
    expect(outboxes.map(({ receipts }) => receipts.size)).toEqual([said * kills, said * kills]);
  }, 60_000);
});

describe('a real server', () => {
  it('refuses a second one on its folder, closes its event streams and ends when told to', async () => {
    const server = await startOrderPaper(dataDir, [], 0, env);
    const second = await orderPaper(dataDir, ['start'], env);
    expect(second.code).toBe(1);
    expect(second.err).toMatch(/^Another server is using the data folder .*\n$/);
    const app = network(() => server.port);
    const clerk = await enrolTablet(app, { now: Date.now() }, await invite(council.ids.clerk));
    const stream = (await clerk.request('/sync/v1/events')).body?.getReader();
    expect(new TextDecoder().decode((await stream?.read())?.value)).toBe('data: pull\n\n');
    const ending = stream?.read().then(
      () => 'ended',
      () => 'ended',
    );
    expect(await server.stop()).toBe(0);
    expect(await ending).toBe('ended');
  }, 20_000);
});
