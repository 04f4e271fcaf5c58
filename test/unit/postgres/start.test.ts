import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'valibot';
import { PullResponseSchema, type PullResponse } from '../../../src/protocol/pull.ts';
import {
  makeDataDir,
  orderPaper,
  removeDataDir,
  startOrderPaper,
  type OrderPaperProcess,
} from '../../support/order-paper-process.ts';
import { newDatabaseUrl } from '../../support/test-database.ts';
import { apology } from '../server/said.ts';
import { enrolTablet, type Tablet } from '../server/tablet.ts';

const folders: string[] = [];
const newFolder = (): string => {
  const folder = makeDataDir();
  folders.push(folder);
  return folder;
};
afterAll(() => folders.forEach(removeDataDir));

const newPlace = async (): Promise<{ readonly DATABASE_URL: string }> => ({
  DATABASE_URL: (await newDatabaseUrl()) ?? '',
});

const appOf = ({ port }: Pick<OrderPaperProcess, 'port'>) => ({
  fetch: (request: Request) =>
    fetch(new Request(request.url.replace('//localhost/', `//127.0.0.1:${port}/`), request)),
});

const pull = async (tablet: Tablet): Promise<PullResponse> =>
  parse(PullResponseSchema, await (await tablet.pull()).json());

/** Says apologies for the first meeting that was published. */
const apologise = async (tablet: Tablet) => {
  const published = (await pull(tablet)).items.find(({ event }) => event.type === 'meeting.publish');
  const { meetingId } = (published?.event.body ?? {}) as { meetingId: string };
  const ids = { meeting: meetingId, item: meetingId };
  const said = tablet.say(
    apology({ ids: { ...ids, member: '', other: '', chair: '', clerk: '', committee: '' } }),
  );
  return { said, answer: await (await tablet.push([said])).json() };
};

describe('a demonstration on PostgreSQL', () => {
  let dataDir: string;
  let env: { readonly DATABASE_URL: string };
  let server: OrderPaperProcess;

  beforeAll(async () => {
    dataDir = newFolder();
    env = await newPlace();
    server = await startOrderPaper(dataDir, ['--demo'], 0, env);
  }, 120_000);
  afterAll(() => server.kill());

  const command = async (...args: string[]) => {
    const { code, out, err } = await orderPaper(dataDir, args, env);
    expect([code, err]).toEqual([0, '']);
    return out;
  };

  const enrol = async (name: string, at: OrderPaperProcess = server): Promise<Tablet> => {
    const people: { id: string; name: string }[] = JSON.parse(await command('people', '--json'));
    const { id } = people.find((one) => one.name === name) ?? { id: 'nobody' };
    const { code } = JSON.parse(await command('invite', '--person', id, '--json'));
    return enrolTablet(appOf(at), { now: Date.now() }, code);
  };

  it('starts, enrols a tablet, takes its records, gives them to the clerk, and verifies', async () => {
    const member = await enrol('Priya Hollis');
    const clerk = await enrol('Robin Castell');
    const { said, answer } = await apologise(member);
    expect(answer.results).toMatchObject([{ id: said.event.id, status: 'applied' }]);
    const { items } = await pull(clerk);
    expect(items.find(({ event }) => event.id === said.event.id)?.author.name).toBe('Priya Hollis');
    expect(await command('verify')).toMatch(/^Sound: \d+ records in the log, 0 set aside, \d+ blobs\./);
    expect(existsSync(join(dataDir, 'council.sqlite'))).toBe(false);
    expect(server.said()).not.toContain(new URL(env.DATABASE_URL).password);
    // The tests' PostgreSQL may forget at a power cut; a council's may not, and whoever runs it is told.
    const warnings = server
      .said()
      .split('\n')
      .filter((line) => line.includes('not-durable'));
    expect(warnings.map((line) => JSON.parse(line))).toEqual([
      {
        time: expect.any(String),
        level: 'warn',
        event: 'not-durable',
        settings: ['fsync', 'full_page_writes'],
      },
    ]);
  }, 60_000);

  it('is there again after a kill, backs up while it runs, and is restored into another database', async () => {
    const { records } = JSON.parse(await command('verify', '--json'));
    await server.kill();
    server = await startOrderPaper(dataDir, [], 0, env);
    const backup = join(newFolder(), 'backup');
    await command('backup', backup);
    const [fresh, place] = [newFolder(), await newPlace()];
    const restored = await orderPaper(fresh, ['restore', backup, '--json'], place);
    expect(JSON.parse(restored.out)).toMatchObject({ records });
    const verified = await orderPaper(fresh, ['verify', '--json'], place);
    expect(JSON.parse(verified.out)).toMatchObject({ sound: true, records });
    const again = await orderPaper(newFolder(), ['restore', backup], place);
    expect([again.code, again.err]).toEqual([
      1,
      'The database that DATABASE_URL names has records already: restore into an empty one.\n',
    ]);
  }, 60_000);

  it('is served by a second process too, whose readers hear of what the first one took', async () => {
    const second = await startOrderPaper(newFolder(), [], 0, env);
    try {
      const clerk = await enrol('Robin Castell', second);
      const member = await enrol('Priya Hollis');
      const stream = (await clerk.request('/sync/v1/events')).body?.getReader();
      const next = async () => new TextDecoder().decode((await stream?.read())?.value);
      expect(await next()).toContain('data: pull');
      const { said } = await apologise(member);
      // What it hears first may be about the enrolments of a moment ago.
      for (let heard = false; !heard;) {
        expect(await next()).not.toBe('');
        heard = (await pull(clerk)).items.some(({ event }) => event.id === said.event.id);
      }
      await stream?.cancel();
    } finally {
      expect(await second.stop()).toBe(0);
    }
  }, 60_000);
});
