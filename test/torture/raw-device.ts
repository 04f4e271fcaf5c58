import { randomBytes, randomUUID } from 'node:crypto';
import * as v from 'valibot';
import type { AnyEvent } from '../../src/domain/event.ts';
import type { Receipt } from '../../src/domain/receipt.ts';
import { PullResponseSchema } from '../../src/protocol/pull.ts';
import { pushPath, PushResponseSchema } from '../../src/protocol/push.ts';
import { digestOf, enrolTablet, type SentEnvelope } from '../unit/server/tablet.ts';
import type { Told } from './log-file.ts';
import { statementAt } from './statements.ts';

/** An enrolled device with the smallest outbox that keeps the rules: raw pushes, as fast as they go. */
export interface RawDevice extends Told {
  /** Puts records at the end of the outbox. */
  readonly say: (count: number) => void;
  /** Offers what has no receipt, at most `limit`; answers how many receipts came. Rejects as `fetch` does. */
  readonly offer: (limit: number) => Promise<number>;
  readonly waiting: () => number;
}

/** What the server knows of a device; it holds in every copy of the folder. */
export interface DeviceIdentity {
  readonly who: string;
  readonly deviceId: string;
  readonly personId: string;
  readonly councilId: string;
  readonly epoch: string;
  readonly cookie: string;
  readonly meetingId: string;
}

/** Enrols with a code and learns of the one meeting that there is. */
export const enrolRawDevice = async (port: number, code: string, who: string): Promise<DeviceIdentity> => {
  const app = {
    fetch: (request: Request) =>
      fetch(new Request(request.url.replace('//localhost/', `//127.0.0.1:${port}/`), request)),
  };
  const tablet = await enrolTablet(app, { now: Date.now() }, code);
  const { deviceId, personId, councilId, epoch, cookie } = tablet;
  const { items } = v.parse(PullResponseSchema, await (await tablet.pull()).json());
  const meetingId = items.find(({ event }) => event.type === 'meeting.publish')?.event.body['meetingId'];
  if (typeof meetingId !== 'string') throw new Error('no meeting was published');
  return { who, deviceId, personId, councilId, epoch, cookie, meetingId };
};

/** A device with an empty outbox that has said nothing yet. `port` is that of the server of the moment. */
export const openRawDevice = (identity: DeviceIdentity, port: () => number): RawDevice => {
  const { who } = identity;
  const sent: SentEnvelope[] = [];
  const said: string[] = [];
  const receipts = new Map<string, Receipt>();
  // Receipts come for a prefix, so what waits is the end of the outbox.
  let next = 0;
  return {
    who,
    said,
    receipts,
    waiting: () => sent.length - next,
    say: (count) => {
      for (let index = 0; index < count; index += 1) {
        const envelope = makeEnvelope(identity, sent.length + 1);
        sent.push(envelope);
        said.push(envelope.event.id);
      }
    },
    offer: async (limit) => {
      const events = sent.slice(next, next + limit);
      const answer = await sendPush(identity, port(), makePush(identity, events));
      if (answer.status !== 200) throw new Error(`a push answered ${answer.status}`);
      const { results } = v.parse(PushResponseSchema, await answer.json());
      for (const receipt of results) receipts.set(receipt.id, receipt);
      next += results.length;
      return results.length;
    },
  };
};

/** A push of version 1, whatever its events are. */
export const makePush = ({ deviceId, epoch }: DeviceIdentity, events: readonly unknown[]) => ({
  proto: 1,
  app: '0.0.0',
  deviceId,
  epoch,
  sentAt: new Date().toISOString(),
  events,
});

export const sendPush = ({ cookie }: DeviceIdentity, port: number, push: unknown): Promise<Response> =>
  fetch(`http://127.0.0.1:${port}${pushPath}`, {
    method: 'POST',
    // Not packed: the power cuts read receipts out of what was sent.
    headers: { Cookie: cookie, 'Accept-Encoding': 'identity' },
    body: JSON.stringify(push),
  });

/** Something said on this device, under number `n`. */
export const makeEnvelope = (identity: DeviceIdentity, n: number): SentEnvelope => {
  const event = makeEvent(identity, n - 1);
  return { deviceId: identity.deviceId, n, clock: { offsetMs: 0 }, digest: digestOf(event), event };
};

const makeEvent = ({ councilId, personId, meetingId }: DeviceIdentity, index: number): AnyEvent => ({
  id: randomUUID(),
  councilId,
  personId,
  typeVersion: 1,
  ...statementAt(meetingId, index),
  refs: [],
  madeAt: new Date().toISOString(),
  zone: 'Europe/London',
  salt: randomBytes(16).toString('hex'),
});
