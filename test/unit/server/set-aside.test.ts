import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { setAsidePath, SetAsideResponseSchema } from '../../../src/protocol/set-aside.ts';
import { parse } from 'valibot';
import { instant } from '../../../src/server/app-deps.ts';
import { revokeDevices } from '../../../src/server/devices.ts';
import { createCouncilOfFour, type CouncilOfFour } from './council-of-four.ts';
import { apology } from './said.ts';
import type { Tablet } from './tablet.ts';

let council: CouncilOfFour;
let member: Tablet;

beforeEach(async () => {
  council = await createCouncilOfFour();
  member = await council.enrol('member');
});

const secret = 'a stay in hospital';
const reasonFor = (meetingId: string) =>
  ({ type: 'apology.reason', body: { meetingId, text: secret } }) as const;

const listFor = async (clerk: Tablet) => {
  const answer = await clerk.request(setAsidePath);
  expect(answer.status).toBe(200);
  const text = await answer.text();
  expect(text).not.toContain(secret);
  return parse(SetAsideResponseSchema, JSON.parse(text)).records;
};

const rescue = async (tablet: Tablet, events: readonly unknown[]): Promise<void> => {
  const which = { column: 'id', value: tablet.deviceId } as const;
  await council.db.write(() => revokeDevices(council.councilId, which, instant(council.clock.now)));
  const { deviceId, epoch } = tablet;
  const sentAt = instant(council.clock.now);
  const push = JSON.stringify({ proto: 1, app: '', deviceId, epoch, sentAt, events });
  const answer = await tablet.post('/sync/v1/rescue', { push, signature: await tablet.sign(push) });
  expect(answer.status).toBe(200);
};

it('tells a clerk who, what kind, when and why, newest first, and nothing of what was said', async () => {
  const good = member.say(apology(council));
  const altered = { ...member.say(reasonFor(council.ids.meeting)), digest: 'a'.repeat(64) };
  const lost = member.say(reasonFor(randomUUID()));
  await member.push([good, altered, lost]);
  council.clock.now += 60_000;
  const held = member.say(reasonFor(council.ids.meeting));
  await rescue(member, [held]);

  const sender = { personId: council.ids.member, name: 'Mary Member', role: null };
  const list = await listFor(await council.enrol('clerk'));
  const before = instant(council.clock.now - 60_000);
  const meetingId = council.ids.meeting;
  const type = 'apology.reason';
  expect(list[0]).toEqual({
    id: held.event.id,
    meetingId,
    type,
    sender,
    receivedAt: instant(council.clock.now),
    status: 'held',
    code: 'device_revoked',
  });
  const quarantined = { type, sender, receivedAt: before, status: 'quarantined' };
  expect(list.slice(1).toSorted((a, b) => a.code.localeCompare(b.code))).toEqual([
    { ...quarantined, id: altered.event.id, meetingId, code: 'digest_mismatch' },
    { ...quarantined, id: lost.event.id, meetingId: null, code: 'unknown_meeting' },
  ]);
});

it('reads what is no event at all', async () => {
  const envelope = member.say(apology(council));
  const broken = { ...envelope, event: { id: envelope.event.id, type: { a: 1 }, body: [7] } };
  expect((await member.push([broken])).status).toBe(200);
  const list = await listFor(await council.enrol('clerk'));
  expect(list).toMatchObject([{ id: envelope.event.id, type: null, meetingId: null, code: 'unreadable' }]);
});

it('tells a clerk of one committee of that committee’s meetings only, and a member nothing', async () => {
  const here = { ...member.say(reasonFor(council.ids.meeting)), digest: 'a'.repeat(64) };
  const nowhere = member.say(reasonFor(randomUUID()));
  await member.push([here, nowhere]);
  const clerk = await council.enrol('clerk');
  expect(await listFor(clerk)).toHaveLength(2);
  const person = { id: council.ids.clerk, name: 'Clara Clerk', role: null } as const;
  await council.store.addPerson({
    ...person,
    grants: [{ role: 'clerk', committeeId: council.ids.committee }],
  });
  expect((await listFor(clerk)).map(({ id }) => id)).toEqual([here.event.id]);
  await council.store.addPerson({ ...person, grants: [{ role: 'clerk', committeeId: randomUUID() }] });
  expect(await listFor(clerk)).toEqual([]);
  for (const who of ['member', 'chair'] as const) {
    expect((await (await council.enrol(who)).request(setAsidePath)).status).toBe(403);
  }
});
