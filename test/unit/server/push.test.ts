import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { rowsOf } from '../../support/rows-of.ts';
import { pushMaxBytes, pushMaxEvents } from '../../../src/protocol/push.ts';
import { createCouncilOfFour, type CouncilOfFour } from './council-of-four.ts';
import { apology, declaration, noted, reason } from './said.ts';
import { digestOf, type Tablet } from './tablet.ts';

let council: CouncilOfFour;
let tablet: Tablet;

beforeEach(async () => {
  council = await createCouncilOfFour();
  tablet = await council.enrol('member');
});

const statuses = async (answer: Response): Promise<readonly string[]> => {
  const body = await answer.json();
  return body.results.map((result: { status: string; code?: string }) =>
    result.code === undefined ? result.status : `${result.status} ${result.code}`,
  );
};

const logged = async (): Promise<number> => (await rowsOf(council.db, 'select seq from log')).length;

describe('what a tablet sends', () => {
  it('is taken once, in order, with a receipt that the log bears out', async () => {
    const first = tablet.say(apology(council));
    const second = tablet.say(reason(council), { refs: [first.event.id] });
    const answer = await tablet.push([first, second]);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('X-Order-Paper')).toBe('1');
    const body = await answer.json();
    expect(body).toMatchObject({ next: 3, epoch: tablet.epoch });
    expect(body.results).toMatchObject([
      { id: first.event.id, n: 1, status: 'applied', seq: 2, receivedAt: '2026-01-05T09:00:00.000Z' },
      { id: second.event.id, n: 2, status: 'applied', seq: 3 },
    ]);
    const [row] = await rowsOf<{ chain: string }>(council.db, 'select chain from log where seq = 3');
    expect(row?.chain).toBe(body.results[1].chain);
  });

  it('is answered with the first receipt when it comes again', async () => {
    const sent = tablet.say(apology(council));
    const before = await (await tablet.push([sent])).json();
    council.clock.now += 60_000;
    const after = await (await tablet.push([sent])).json();
    expect(after.results).toEqual([{ ...before.results[0], status: 'duplicate' }]);
    expect(after.next).toBe(2);
    expect(await logged()).toBe(2);
  });

  it('is refused when the same id comes with other content, and the first stays', async () => {
    const sent = tablet.say(apology(council));
    await tablet.push([sent]);
    const altered = { ...sent.event, madeAt: '2026-01-05T10:00:00.000Z' };
    const answer = await tablet.push([{ ...sent, event: altered, digest: digestOf(altered) }]);
    expect(answer.status).toBe(409);
    expect(await answer.json()).toEqual({ error: 'id_reused' });
    expect(await logged()).toBe(2);
  });

  it('is refused when an n comes again with another record', async () => {
    await tablet.push([tablet.say(apology(council))]);
    tablet.n = 1;
    const answer = await tablet.push([tablet.say(apology(council))]);
    expect(answer.status).toBe(409);
    expect(await logged()).toBe(2);
  });

  it('stops at a gap and says which n it waits for', async () => {
    const first = tablet.say(apology(council));
    tablet.say(apology(council));
    const third = tablet.say(apology(council));
    const body = await (await tablet.push([first, third])).json();
    expect(body.next).toBe(2);
    expect(body.results).toHaveLength(1);
    expect(await logged()).toBe(2);
  });

  it('goes on after a poisoned event, which is kept as it came', async () => {
    const poisoned = tablet.say({ ...apology(council), type: 'apology.sing' } as never);
    const sound = tablet.say(apology(council));
    expect(await statuses(await tablet.push([poisoned, sound]))).toEqual([
      'quarantined unknown_type',
      'applied',
    ]);
    // Again, as after a lost answer: the same receipt, and nothing kept twice.
    expect(await statuses(await tablet.push([poisoned, sound]))).toEqual([
      'quarantined unknown_type',
      'duplicate',
    ]);
    const kept = await rowsOf<{ envelope: string }>(council.db, 'select envelope from set_aside');
    expect(kept.map((row) => JSON.parse(row.envelope))).toEqual([poisoned]);
  });

  it('goes on after an event whose outer shape is broken', async () => {
    const broken = tablet.say(apology(council));
    const { salt: _salt, ...unsalted } = broken.event;
    const sound = tablet.say(apology(council));
    expect(await statuses(await tablet.push([{ ...broken, event: unsalted }, sound]))).toEqual([
      'quarantined unreadable',
      'applied',
    ]);
  });

  it('is told the epoch and its next n when the server was restored', async () => {
    await tablet.push([tablet.say(apology(council))]);
    const answer = await tablet.push([tablet.say(apology(council))], { epoch: 'another' });
    expect(answer.status).toBe(409);
    expect(await answer.json()).toEqual({ error: 'epoch_changed', epoch: tablet.epoch, next: 2 });
  });

  it('is taken under a new count when the tablet enrolled again', async () => {
    const sent = tablet.say(apology(council));
    const first = await (await tablet.push([sent])).json();
    const again = await council.enrol('member');
    const resent = { ...sent, deviceId: again.deviceId, n: 1 };
    const fresh = { ...tablet.say(apology(council)), deviceId: again.deviceId, n: 2 };
    const body = await (await again.push([resent, fresh])).json();
    expect(body.results).toMatchObject([
      { status: 'duplicate', seq: first.results[0].seq },
      { status: 'applied', n: 2 },
    ]);
    expect(body.next).toBe(3);
  });

  it('from two devices of one person is one log', async () => {
    const second = await council.enrol('member');
    const [a, b] = [tablet.say(apology(council)), second.say(declaration(council))];
    await tablet.push([a]);
    await second.push([b]);
    const pulled = await (await tablet.pull()).json();
    expect(pulled.items.map((item: { event: { id: string } }) => item.event.id)).toEqual([
      expect.any(String),
      a.event.id,
      b.event.id,
    ]);
  });
});

describe('what means nothing here is kept in quarantine', () => {
  const cases: readonly (readonly [string, () => unknown])[] = [
    ['wrong_council', () => tablet.say(apology(council), { councilId: randomUUID() })],
    ['wrong_person', () => tablet.say(apology(council), { personId: council.ids.other })],
    ['unknown_meeting', () => tablet.say(apology({ ids: { ...council.ids, meeting: randomUUID() } }))],
    ['unknown_ref', () => tablet.say(reason(council), { refs: [randomUUID()] })],
    ['clerk_only', () => tablet.say(noted(council))],
    ['digest_mismatch', () => ({ ...tablet.say(apology(council)), digest: '0'.repeat(64) })],
    [
      'server_only',
      () =>
        tablet.say({
          type: 'meeting.publish',
          body: {
            meetingId: council.ids.meeting,
            version: 2,
            manifest: '0'.repeat(64),
            size: 1,
            reason: 'mine',
          },
        }),
    ],
  ];
  it.each(cases)('%s', async (code, say) => {
    expect(await statuses(await tablet.push([say()]))).toEqual([`quarantined ${code}`]);
    expect(await logged()).toBe(1);
  });

  it('no_grant: a term of office that has ended', async () => {
    await council.store.addPerson({ id: council.ids.member, name: 'Mary Member', role: null, grants: [] });
    expect(await statuses(await tablet.push([tablet.say(apology(council))]))).toEqual([
      'quarantined no_grant',
    ]);
  });

  it('unknown_ref: a record of somebody else', async () => {
    const other = await council.enrol('other');
    const theirs = other.say(apology(council));
    await other.push([theirs]);
    const mine = tablet.say(reason(council), { refs: [theirs.event.id] });
    expect(await statuses(await tablet.push([mine]))).toEqual(['quarantined unknown_ref']);
  });
});

describe('a clerk', () => {
  it('notes a record of somebody else', async () => {
    const sent = tablet.say(apology(council));
    await tablet.push([sent]);
    const clerk = await council.enrol('clerk');
    const note = clerk.say(noted(council), { refs: [sent.event.id] });
    expect(await statuses(await clerk.push([note]))).toEqual(['applied']);
  });

  it('of another committee may not', async () => {
    const sent = tablet.say(apology(council));
    await tablet.push([sent]);
    await council.store.addPerson({
      id: council.ids.clerk,
      name: 'Clara Clerk',
      role: null,
      grants: [{ role: 'clerk', committeeId: randomUUID() }],
    });
    const clerk = await council.enrol('clerk');
    const note = clerk.say(noted(council), { refs: [sent.event.id] });
    expect(await statuses(await clerk.push([note]))).toEqual(['quarantined clerk_only']);
  });
});

const manyEvents = JSON.stringify({
  proto: 1,
  app: '0.0.0',
  deviceId: randomUUID(),
  epoch: 'any',
  sentAt: '2026-01-05T09:00:00.000Z',
  events: Array.from({ length: pushMaxEvents + 1 }, () => 0),
});

describe('a push that is none', () => {
  it.each([
    ['malformed JSON', '{"proto":1,', 400, 'bad_json'],
    ['nothing but depth', `${'{"a":'.repeat(30_000)}1${'}'.repeat(30_000)}`, 400, 'bad_json'],
    ['another shape', '{"proto":1}', 400, 'bad_request'],
    ['an older protocol', '{"proto":0,"events":[]}', 426, 'app_too_old'],
    ['a later protocol', '{"proto":2}', 426, 'app_too_old'],
    ['a body over the limit', JSON.stringify({ pad: 'x'.repeat(pushMaxBytes) }), 413, 'too_large'],
    ['more events than the limit', manyEvents, 413, 'too_large'],
  ])('%s', async (_name, text, status, error) => {
    const answer = await tablet.post('/sync/v1/push', text);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toEqual({ error });
  });

  it('of a later version is taken without the fields that are not known here', async () => {
    const sent = tablet.say(apology(council));
    const later = { ...sent, attempt: 3, clock: { ...sent.clock, boot: 'b' } };
    expect(await statuses(await tablet.push([later], { battery: 0.5 }))).toEqual(['applied']);
  });

  it('in the name of another device is refused', async () => {
    const other = await council.enrol('other');
    const answer = await other.push([tablet.say(apology(council))], { deviceId: tablet.deviceId });
    expect(answer.status).toBe(403);
    expect(await logged()).toBe(1);
  });
});
