import { beforeEach, describe, expect, it } from 'vitest';
import { PullResponseSchema, type PullResponse } from '../../../src/protocol/pull.ts';
import * as v from 'valibot';
import { rowsOf } from '../../support/rows-of.ts';
import { createCouncilOfFour, type CouncilOfFour } from './council-of-four.ts';
import { apology, declaration, noted, reason } from './said.ts';
import type { Tablet } from './tablet.ts';

let council: CouncilOfFour;

beforeEach(async () => {
  council = await createCouncilOfFour();
});

const pull = async (tablet: Tablet, cursor = '', query = ''): Promise<PullResponse> =>
  v.parse(PullResponseSchema, await (await tablet.pull(cursor, query)).json());

/** Everything from a cursor on, as a tablet gathers it. */
const pullAll = async (tablet: Tablet, from = '', query = '') => {
  const types: string[] = [];
  const purges: string[] = [];
  let cursor = from;
  for (let page = 0; page < 50; page += 1) {
    const answer = await pull(tablet, cursor, query);
    types.push(...answer.items.map((item) => item.event.type));
    purges.push(...answer.purges);
    cursor = answer.cursor;
    if (!answer.more) return { types, purges, cursor };
  }
  throw new Error('the log never ends');
};

const publish = 'meeting.publish';

describe('who reads what', () => {
  it('a reason for absence appears in nobody’s pull but the author’s and the clerks’', async () => {
    const member = await council.enrol('member');
    const sent = member.say(apology(council));
    await member.push([sent, member.say(reason(council), { refs: [sent.event.id] })]);
    const read = async (who: 'member' | 'other' | 'chair' | 'clerk') =>
      (await pullAll(await council.enrol(who))).types;
    expect(await read('member')).toEqual([publish, 'apology.send', 'apology.reason']);
    expect(await read('clerk')).toEqual([publish, 'apology.send', 'apology.reason']);
    expect(await read('chair')).toEqual([publish, 'apology.send']);
    expect(await read('other')).toEqual([publish]);
  });

  it('a declaration reaches author, clerk and chair, and says whose it is', async () => {
    const member = await council.enrol('member');
    await member.push([member.say(declaration(council))]);
    const clerk = await council.enrol('clerk');
    const { items } = await pull(clerk);
    expect(items[1]).toMatchObject({
      seq: 2,
      receivedAt: '2026-01-05T09:00:00.000Z',
      author: { personId: council.ids.member, name: 'Mary Member', role: null },
      event: { type: 'interest.declare' },
    });
    expect((await pullAll(await council.enrol('chair'))).types).toEqual([publish, 'interest.declare']);
    expect((await pullAll(await council.enrol('other'))).types).toEqual([publish]);
  });

  it('that a record was noted reaches its author', async () => {
    const member = await council.enrol('member');
    const sent = member.say(apology(council));
    await member.push([sent]);
    const clerk = await council.enrol('clerk');
    await clerk.push([clerk.say(noted(council), { refs: [sent.event.id] })]);
    expect((await pullAll(member)).types).toEqual([publish, 'apology.send', 'record.noted']);
    expect((await pullAll(await council.enrol('chair'))).types).toEqual([publish, 'apology.send']);
  });
});

describe('the cursor', () => {
  it('goes through the log page by page, once', async () => {
    const member = await council.enrol('member');
    await member.push(Array.from({ length: 7 }, () => member.say(apology(council))));
    const paged = await pullAll(member, '', '&limit=2');
    expect(paged.types).toHaveLength(8);
    expect((await pullAll(member, paged.cursor)).types).toEqual([]);
    await member.push([member.say(declaration(council))]);
    expect((await pullAll(member, paged.cursor)).types).toEqual(['interest.declare']);
  });

  it('answers 304 only when nothing lies behind it', async () => {
    const member = await council.enrol('member');
    const first = await member.pull();
    const tag = first.headers.get('ETag') ?? '';
    const { cursor } = await first.json();
    const headers = { 'If-None-Match': tag };
    const ask = (at: string) => member.request(`/sync/v1/pull?cursor=${at}`, { headers });
    const unchanged = await ask(cursor);
    expect(unchanged.status).toBe(304);
    expect(unchanged.headers.get('X-Order-Paper')).toBe('1');
    // The same tag with an older cursor: the rows in between are still owed.
    expect((await ask('')).status).toBe(200);
    await member.push([member.say(apology(council))]);
    expect((await ask(cursor)).status).toBe(200);
  });

  it('of another epoch is answered with the epoch', async () => {
    const member = await council.enrol('member');
    const { cursor } = await pull(member);
    await rowsOf(council.db, "update council set epoch = 'restored'");
    const answer = await member.pull(cursor);
    expect(answer.status).toBe(409);
    expect(await answer.json()).toEqual({ error: 'epoch_changed', epoch: 'restored', next: 1 });
    expect((await member.pull()).status).toBe(200);
  });

  it.each(['nonsense', 'a.b.c', '....', 'x'.repeat(4000)])('that is none starts again: %s', async (text) => {
    const member = await council.enrol('member');
    expect((await pull(member, text)).items).toHaveLength(1);
  });

  it.each(['0', '501', '-1', 'many'])('refuses a limit of %s', async (limit) => {
    const member = await council.enrol('member');
    expect((await member.pull('', `&limit=${limit}`)).status).toBe(400);
  });
});

const grant = (grants: Parameters<CouncilOfFour['store']['addPerson']>[0]['grants']) =>
  council.store.addPerson({ id: council.ids.other, name: 'Olive Other', role: null, grants });

describe('when grants change', () => {
  const clerk = { role: 'clerk', committeeId: null } as const;
  const member = { role: 'member', committeeId: null } as const;

  it('a new one brings older rows, and a lost one purges exactly those', async () => {
    const author = await council.enrol('member');
    const sent = [
      author.say(apology(council)),
      author.say(declaration(council)),
      author.say(apology(council)),
    ];
    await author.push(sent);
    const other = await council.enrol('other');
    const before = await pullAll(other);
    expect(before.types).toEqual([publish]);

    await grant([member, clerk]);
    const risen = await pullAll(other, before.cursor, '&limit=2');
    expect(risen).toMatchObject({
      types: ['apology.send', 'interest.declare', 'apology.send'],
      purges: [],
    });

    await grant([member]);
    const fallen = await pullAll(other, risen.cursor);
    expect(fallen.types).toEqual([]);
    expect(fallen.purges).toEqual(sent.map((one) => one.event.id));
  });

  it('a change in the middle of the older rows still ends with exactly what may be read', async () => {
    const author = await council.enrol('member');
    const sent = Array.from({ length: 5 }, () => author.say(apology(council)));
    await author.push(sent);
    const other = await council.enrol('other');
    const { cursor } = await pullAll(other);
    await grant([member, clerk]);
    const change = await pull(other, cursor);
    const half = await pull(other, change.cursor, '&limit=3');
    expect(half.items).toHaveLength(2);
    await grant([member]);
    const rest = await pullAll(other, half.cursor);
    const kept = new Set(half.items.map((item) => item.event.id));
    for (const id of rest.purges) kept.delete(id);
    expect(kept.size).toBe(0);
    expect(rest.types).not.toContain('apology.send');
  });

  it('the end of all of them leaves one’s own records', async () => {
    const other = await council.enrol('other');
    const mine = other.say(apology(council));
    await other.push([mine]);
    const { cursor } = await pullAll(other);
    await grant([]);
    const after = await pullAll(other, cursor);
    expect(after.purges).toHaveLength(1);
    expect(after.purges).not.toContain(mine.event.id);
    expect((await pullAll(other)).types).toEqual(['apology.send']);
  });
});
