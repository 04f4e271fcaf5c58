import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  makeDataDir,
  orderPaper,
  removeDataDir,
  startOrderPaper,
} from '../../support/order-paper-process.ts';
import { createCouncilOfFour, type CouncilOfFour } from './council-of-four.ts';
import { openOrThrow } from './data-folders.ts';
import { apology } from './said.ts';
import { enrolTablet, type SentEnvelope, type Tablet } from './tablet.ts';
import { verifyFolder } from '../../../src/server/folder/verify-folder.ts';

const kills = 5;
const dataDir = makeDataDir();
let council: CouncilOfFour;

beforeAll(async () => {
  const folder = openOrThrow(dataDir);
  council = await createCouncilOfFour(folder);
  folder.close();
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

describe('a server killed in the middle of pushes', () => {
  it('has kept every record it gave a receipt for, once, and takes the rest after', async () => {
    let port = 0;
    const overNetwork = {
      fetch: (request: Request) =>
        fetch(new Request(request.url.replace('//localhost/', `//127.0.0.1:${port}/`), request)),
    };
    const outboxes: Sent[] = [];
    for (let round = 0; round <= kills; round += 1) {
      const server = await startOrderPaper(dataDir, []);
      port = server.port;
      while (outboxes.length < 2) {
        const invited = await orderPaper(dataDir, ['invite', '--person', council.ids.member, '--json']);
        const tablet = await enrolTablet(overNetwork, { now: Date.now() }, JSON.parse(invited.out).code);
        outboxes.push({ tablet, sent: [], receipts: new Map() });
      }
      for (const { tablet, sent } of outboxes) {
        for (let said = 0; said < 60; said += 1) sent.push(tablet.say(apology(council)));
      }
      for (const outbox of outboxes) await offer({ ...outbox, sent: outbox.sent.slice(0, -50) });
      if (round === kills) {
        for (const outbox of outboxes) await offer(outbox);
        expect(await server.stop()).toBe(0);
      } else {
        // On their way when the power goes: taken or not, nobody knows.
        const onTheWay = Promise.allSettled(outboxes.map(offer));
        await overNetwork.fetch(new Request('http://localhost/healthz'));
        await server.kill();
        await onTheWay;
      }
      const folder = openOrThrow(dataDir, 'existing');
      expect(await verifyFolder(folder)).toMatchObject({ sound: true, setAside: 0 });
      const rows = folder.db.sql<{ id: string; seq: number; chain: string }>(
        'select id, seq, chain from log',
      );
      const logged = new Map(rows.map(({ id, seq, chain }) => [id, { seq, chain }]));
      for (const { receipts } of outboxes) {
        for (const [id, receipt] of receipts) expect(logged.get(id)).toEqual(receipt);
      }
      folder.close();
      if (round === kills) expect(rows).toHaveLength(1 + 2 * 60 * (kills + 1));
    }
  }, 60_000);
});

describe('a real server', () => {
  it('refuses a second one on its folder, closes its event streams and ends when told to', async () => {
    const server = await startOrderPaper(dataDir, []);
    const second = await orderPaper(dataDir, ['start']);
    expect(second.code).toBe(1);
    expect(second.err).toMatch(/^Another server is using the data folder .*\n$/);
    const invited = await orderPaper(dataDir, ['invite', '--person', council.ids.clerk, '--json']);
    const overNetwork = {
      fetch: (request: Request) =>
        fetch(new Request(request.url.replace('//localhost/', `//127.0.0.1:${server.port}/`), request)),
    };
    const clerk = await enrolTablet(overNetwork, { now: Date.now() }, JSON.parse(invited.out).code);
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
