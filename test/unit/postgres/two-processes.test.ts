import { beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'valibot';
import { PullResponseSchema } from '../../../src/protocol/pull.ts';
import type { CouncilDatabase } from '../../../src/server/db/database.ts';
import { sql } from '../../../src/server/db/work.ts';
import { rowsOf } from '../../support/rows-of.ts';
import { newDatabaseUrl } from '../../support/test-database.ts';
import { createCouncilOfFour, type CouncilOfFour } from '../server/council-of-four.ts';
import { apology } from '../server/said.ts';
import { enrolTablet, type Tablet } from '../server/tablet.ts';
import { inspect, offer, openProcess, serveToo, type Outbox } from './council-on-postgres.ts';

let url: string;
let first: CouncilDatabase;
let second: CouncilDatabase;
let council: CouncilOfFour;
/** Each request reaches another of the two processes. */
let either: Pick<CouncilOfFour['app'], 'fetch'>;

beforeEach(async () => {
  url = (await newDatabaseUrl()) ?? '';
  first = await openProcess(url);
  second = await openProcess(url);
  council = await createCouncilOfFour({ db: first });
  const apps = [council.app, serveToo(council, second)] as const;
  let turn = 0;
  either = { fetch: (request) => apps[(turn += 1) % 2 === 0 ? 0 : 1].fetch(request) };
});

const enrol = async (who: 'member' | 'clerk'): Promise<Tablet> =>
  enrolTablet(either, council.clock, (await council.store.invite(council.ids[who])).code);

const pullAll = async (reader: Tablet, seen: number[], from: string): Promise<string> => {
  let cursor = from;
  for (let more = true; more;) {
    const page = parse(PullResponseSchema, await (await reader.pull(cursor, '&limit=7')).json());
    seen.push(...page.items.map(({ seq }) => seq));
    ({ cursor, more } = page);
  }
  return cursor;
};

const seqNow = async (db: CouncilDatabase): Promise<number> =>
  Number((await db.read(() => sql<{ seq: number }>('select seq from council')))[0]?.seq);

const add = (db: CouncilDatabase) =>
  db.write(function* () {
    const [row] = yield* sql<{ seq: number }>('select seq from council');
    yield* sql('update council set seq = ?', Number(row?.seq) + 1);
  });

it('two processes that write at once give each number once, skip none, and a reader misses no row', async () => {
  const outboxes: Outbox[] = [];
  for (let count = 0; count < 6; count += 1) {
    const tablet = await enrol('member');
    const sent = Array.from({ length: 30 }, () => tablet.say(apology(council)));
    outboxes.push({ tablet, sent, receipts: new Map() });
  }
  const clerk = await enrol('clerk');
  const writers = { isDone: false };
  const read = async (): Promise<readonly number[]> => {
    const seen: number[] = [];
    let cursor = '';
    while (!writers.isDone) cursor = await pullAll(clerk, seen, cursor);
    await pullAll(clerk, seen, cursor);
    return seen;
  };
  const reading = read();
  await Promise.all(
    outboxes.map(async (outbox) => {
      while (outbox.receipts.size < outbox.sent.length) expect(await offer(outbox)).toBe(200);
    }),
  );
  writers.isDone = true;
  const all = Array.from({ length: 1 + 6 * 30 }, (_, index) => index + 1);
  expect(await reading).toEqual(all);
  const given = outboxes.flatMap(({ receipts }) => [...receipts.values()].map(({ seq }) => seq));
  expect([1, ...given].toSorted((a, b) => a - b)).toEqual(all);
  expect(await inspect(second, outboxes)).toEqual({ faults: [], broken: [], records: all.length });
});

it('the same records offered to both processes at once are kept once', async () => {
  const tablet = await enrol('member');
  const sent = Array.from({ length: 20 }, () => tablet.say(apology(council)));
  const answers = await Promise.all(Array.from({ length: 6 }, () => tablet.push(sent)));
  expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(200));
  const seqs = await Promise.all(
    answers.map(async (answer) =>
      ((await answer.json()) as { results: { seq: number }[] }).results.map(({ seq }) => seq),
    ),
  );
  expect(new Set(seqs.map((list) => list.join())).size).toBe(1);
  expect((await inspect(first, [])).records).toBe(21);
});

it('a code is good for one tablet, whichever process it is shown to', async () => {
  const { code } = await council.store.invite(council.ids.member);
  const tries = await Promise.allSettled(
    Array.from({ length: 6 }, () => enrolTablet(either, council.clock, code)),
  );
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await rowsOf(first, "select id from devices where kind = 'tablet'")).toHaveLength(1);
});

it('writers stand in line; readers go on meanwhile and see one state', async () => {
  let waiting: Promise<unknown> = Promise.resolve();
  const order: string[] = [];
  const before = await seqNow(second);
  await first.write(function* () {
    yield* sql('update council set seq = seq + 1');
    // The second process asks for its turn now, and does not get it before this one has ended.
    waiting = second.write(function* () {
      order.push('second');
      yield* sql('update council set seq = seq + 10');
    });
    yield* sql('select pg_sleep(0.2)');
    order.push('first');
    yield* sql('update council set seq = seq + 1');
  });
  await waiting;
  expect(order).toEqual(['first', 'second']);
  expect(await seqNow(second)).toBe(before + 12);

  let seen: readonly number[] = [];
  await second.read(function* () {
    const [one] = yield* sql<{ seq: number }>('select seq from council');
    void first.write(() => sql('update council set seq = seq + 100'));
    yield* sql('select pg_sleep(0.2)');
    const [two] = yield* sql<{ seq: number }>('select seq from council');
    seen = [Number(one?.seq), Number(two?.seq)];
  });
  expect(seen).toEqual([before + 12, before + 12]);
});

it('a database whose transactions are serializable by default keeps the numbers right too', async () => {
  const user = new URL(url);
  const schema = /search_path=(\w+)/.exec(decodeURIComponent(user.href))?.[1];
  user.searchParams.set('options', `-c search_path=${schema} -c default_transaction_isolation=serializable`);
  const strict = await openProcess(user.href.replaceAll('+', '%20'));
  const before = await seqNow(first);
  await Promise.all(Array.from({ length: 20 }, (_, index) => add(index % 2 === 0 ? strict : first)));
  expect(await seqNow(first)).toBe(before + 20);
});

describe('the mark of a change', () => {
  it('moves when another process has committed, also between own writes, and only then', async () => {
    const start = await first.changeMark();
    await add(first);
    await expect(
      second.write(function* () {
        yield* sql('update council set seq = seq + 1');
        throw new Error('on second thoughts');
      }),
    ).rejects.toThrow('on second thoughts');
    expect(await first.changeMark()).toBe(start);
    await add(first);
    await add(second);
    await add(first);
    const moved = await first.changeMark();
    expect(moved).not.toBe(start);
    expect(await first.changeMark()).toBe(moved);
    await add(second);
    expect(await first.changeMark()).not.toBe(moved);
  });

  it('does not move before the change can be read', async () => {
    const start = await first.changeMark();
    const ask = async () => ({ mark: await first.changeMark(), seq: await seqNow(first) });
    let asked = Promise.resolve({ mark: '', seq: 0 });
    const before = await seqNow(first);
    await second.write(function* () {
      yield* sql('update council set seq = seq + 1');
      asked = ask();
      yield* sql('select pg_sleep(0.1)');
    });
    expect(await asked).toEqual({ mark: expect.not.stringMatching(start), seq: before + 1 });
  });
});

it('a process that freezes in the middle of a write loses its turn', async () => {
  expect(await rowsOf(first, 'show idle_in_transaction_session_timeout')).toEqual([
    { idle_in_transaction_session_timeout: '30s' },
  ]);
});
