import { beforeEach, describe, expect, inject, it } from 'vitest';
import * as v from 'valibot';
import { PullResponseSchema } from '../../../src/protocol/pull.ts';
import type { Parameter } from '../../../src/server/db/work.ts';
import { eraseRecords } from '../../../src/server/erasure/erase-records.ts';
import { findRows } from '../../../src/server/pull/scoped-rows.ts';
import { rowsOf } from '../../support/rows-of.ts';
import { createCouncilOfFour, type CouncilOfFour } from './council-of-four.ts';
import { lengthenLog } from './long-log.ts';
import { apology } from './said.ts';
import type { Tablet } from './tablet.ts';

const member = { role: 'member', committeeId: null } as const;
const clerk = { role: 'clerk', committeeId: null } as const;

let council: CouncilOfFour;
beforeEach(async () => {
  council = await createCouncilOfFour();
});

/** What a tablet that believes every page has at last. */
const createHolder = (tablet: Tablet) => {
  const held = new Set<string>();
  let cursor = '';
  const pullOne = async (query = '') => {
    const page = v.parse(PullResponseSchema, await (await tablet.pull(cursor, query)).json());
    for (const id of page.purges) held.delete(id);
    for (const { event } of page.items) held.add(event.id);
    cursor = page.cursor;
    return page;
  };
  return {
    held,
    pullOne,
    pullAll: async (query = '') => {
      const sizes: number[] = [];
      for (let pages = 0; pages < 50; pages += 1) {
        const page = await pullOne(query);
        sizes.push(page.purges.length);
        if (!page.more) return sizes;
      }
      throw new Error('the log never ends');
    },
  };
};

const grant = (grants: Parameters<CouncilOfFour['store']['addPerson']>[0]['grants']) =>
  council.store.addPerson({ id: council.ids.other, name: 'Olive Other', role: null, grants });

it('a page of nothing but erased records is not the end of the log', async () => {
  const author = await council.enrol('member');
  const sent = Array.from({ length: 6 }, () => author.say(apology(council)));
  await author.push(sent);
  const gone = sent.slice(1, 4).map(({ event }) => event.id);
  await council.db.write(() =>
    eraseRecords(
      council.councilId,
      gone.map((id) => ({ id, at: '2026-01-06T09:00:00.000Z', because: 'Asked for' })),
    ),
  );
  const holder = createHolder(author);
  await holder.pullAll('&limit=2');
  const left = [0, 4, 5].map((index) => sent[index]?.event.id);
  expect([...holder.held]).toEqual([expect.any(String), ...left]);
});

describe('a clerk with thousands of records who is one no longer', () => {
  let theirs: readonly string[];
  let holder: ReturnType<typeof createHolder>;
  beforeEach(async () => {
    const author = await council.enrol('member');
    await author.push([author.say(apology(council))]);
    await grant([member, clerk]);
    const other = await council.enrol('other');
    theirs = await lengthenLog(council, 4500, ['clerks']);
    holder = createHolder(other);
    await holder.pullAll();
  });

  it('is told so in pages, and keeps what every member reads', async () => {
    await grant([member]);
    const sizes = await holder.pullAll();
    expect(sizes.filter((size) => size > 0)).toEqual([1999, 2000, 502]);
    expect(holder.held.size).toBe(1);
  });

  it('and becomes one again in between, has everything again', async () => {
    await grant([member]);
    await holder.pullOne();
    expect(holder.held.size).toBe(2503);
    await grant([member, clerk]);
    await holder.pullAll();
    expect(holder.held.size).toBe(4502);
    expect(theirs.every((id) => holder.held.has(id))).toBe(true);
  });

  it('and loses the rest in between, keeps nothing', async () => {
    await grant([member]);
    await holder.pullOne();
    await grant([]);
    await holder.pullAll();
    expect([...holder.held]).toEqual([]);
  });
});

it('somebody who may read nothing of a long log costs no way through it', async () => {
  const author = await council.enrol('member');
  await author.push([author.say(apology(council))]);
  await lengthenLog(council, 4000, ['clerks', 'author:somebody']);
  const range = { councilId: council.councilId, after: 0, upTo: 5000, limit: 500 };
  const scopes = ['members', 'author:nobody', 'named:nobody'];
  for (const butNot of [[], ['members']]) {
    const asked = findRows({ ...range, scopes, butNot }).next();
    if (asked.done === true || asked.value.kind !== 'rows') throw new Error('nothing was asked');
    const { text, parameters } = asked.value;
    const isPostgres = inject('postgresUrl') !== undefined;
    if (isPostgres) await rowsOf(council.db, 'analyze');
    const plan = JSON.stringify(
      await rowsOf(
        council.db,
        `explain ${isPostgres ? '' : 'query plan '}${text}`,
        ...(parameters as Parameter[]),
      ),
    );
    expect(plan).toContain('readers_scope');
    // Each row of the log is looked up by its number, none is gone through.
    expect(plan).toMatch(
      isPostgres
        ? /Index Scan using log_pkey on log/
        : /SEARCH log USING INDEX \S+ \(council_id=\? AND seq=\?\)/,
    );
    expect(plan).not.toMatch(/Seq Scan on (log|readers)|SCAN (log|readers)/);
  }
});
