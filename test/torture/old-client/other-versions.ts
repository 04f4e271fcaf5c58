import * as v from 'valibot';
import { PushResponseSchema } from '../../../src/protocol/push.ts';
import { makeEnvelope, makePush, sendPush, type DeviceIdentity } from '../raw-device.ts';

/** What a client of another version may send, and what the server must make of it (design 6). */
interface Trial {
  readonly name: string;
  /** From a sound push of one event under number `n`. */
  readonly push: (identity: DeviceIdentity, n: number) => object;
  readonly wanted: { readonly status: 200; readonly result: string } | { readonly status: 426 };
}

const applied = { status: 200, result: 'applied' } as const;
const keptAside = { status: 200, result: 'quarantined' } as const;

const trials: readonly Trial[] = [
  { name: 'a push as it is', push: (who, n) => makePush(who, [makeEnvelope(who, n)]), wanted: applied },
  {
    name: 'an unknown field of the push',
    push: (who, n) => ({ ...makePush(who, [makeEnvelope(who, n)]), battery: 0.5 }),
    wanted: applied,
  },
  {
    name: 'an unknown field of the envelope',
    push: (who, n) => makePush(who, [{ ...makeEnvelope(who, n), attempt: 3 }]),
    wanted: applied,
  },
  {
    name: 'an unknown field of the clock',
    push: (who, n) => makePush(who, [{ ...makeEnvelope(who, n), clock: { offsetMs: 0, boot: 'b' } }]),
    wanted: applied,
  },
  {
    // Inside the event a field is part of what was said: it is not dropped, it waits for who understands it.
    name: 'an unknown field of the event',
    push: (who, n) => {
      const envelope = makeEnvelope(who, n);
      return makePush(who, [{ ...envelope, event: { ...envelope.event, mood: 'new' } }]);
    },
    wanted: keptAside,
  },
  {
    name: 'an unknown type of event',
    push: (who, n) => {
      const envelope = makeEnvelope(who, n);
      return makePush(who, [{ ...envelope, event: { ...envelope.event, type: 'petition.sign' } }]);
    },
    wanted: keptAside,
  },
  {
    name: 'a later version of a type',
    push: (who, n) => {
      const envelope = makeEnvelope(who, n);
      return makePush(who, [{ ...envelope, event: { ...envelope.event, typeVersion: 2 } }]);
    },
    wanted: keptAside,
  },
  { name: 'a protocol that is too old', push: (who, n) => otherProtocol(who, n, 0), wanted: { status: 426 } },
  { name: 'a protocol that is too new', push: (who, n) => otherProtocol(who, n, 2), wanted: { status: 426 } },
];

const otherProtocol = (who: DeviceIdentity, n: number, proto: number): object => ({
  ...makePush(who, [makeEnvelope(who, n)]),
  proto,
});

/** Sends each; answers what was not as it must be. */
export const tryOtherVersions = async (
  identity: DeviceIdentity,
  port: number,
): Promise<readonly string[]> => {
  const faults: string[] = [];
  let n = 1;
  for (const { name, push, wanted } of trials) {
    const answer = await sendPush(identity, port, push(identity, n));
    const text = await answer.text();
    if (answer.status !== wanted.status) {
      faults.push(`${name}: answered ${answer.status} ${text.slice(0, 100)}, not ${wanted.status}`);
      continue;
    }
    if (wanted.status !== 200) continue;
    n += 1;
    const [result] = v.parse(PushResponseSchema, JSON.parse(text)).results;
    if (result?.status !== wanted.result) faults.push(`${name}: ${result?.status}, not ${wanted.result}`);
  }
  return faults;
};
