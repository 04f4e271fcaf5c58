import {
  pushMaxBytes,
  pushMaxEvents,
  pushPath,
  PushResponseSchema,
  type PushRequest,
  type PushResponse,
} from '../protocol/push.ts';
import { noteContact } from './contact.ts';
import { done, outcomeOf, type Outcome } from './outcome.ts';
import type { Enrolled, Outgoing, SyncPorts } from './ports.ts';
import { readSyncJson, type Answer } from './request.ts';
import { askSignedIn } from './session.ts';

/** How many events a request may hold at present: halved when the server says that it was too large. */
export interface PushSize {
  limit: number;
}

export const newPushSize = (): PushSize => ({ limit: pushMaxEvents });

/**
 * Offers the outbox in order until nothing waits, the server stops, or the network does. Only results
 * that the server listed are believed; whatever else happens, the rows stay.
 */
export const push = async (ports: SyncPorts, enrolment: Enrolled, size: PushSize): Promise<Outcome> => {
  // An answer without results can be right once or twice (a new epoch, another `next`), but not for ever.
  for (let fruitless = 0; fruitless < 4;) {
    const batch = cutToSize(await ports.store.readPending(size.limit));
    if (batch.length === 0) return done;
    const answer = await send(ports, enrolment, batch);
    if (answer.kind === 'too-large' && batch.length > 1) {
      size.limit = Math.max(1, Math.floor(batch.length / 2));
    } else if (answer.kind === 'ok') {
      fruitless = answer.value.results.length > 0 ? 0 : fruitless + 1;
    } else {
      const outcome = await learn(ports, enrolment, answer);
      if (outcome.kind !== 'epoch') return outcome;
      fruitless += 1;
    }
  }
  return { kind: 'retry', retryAfter: null };
};

/** Asks with nothing to send: the answer says the server's epoch and the number it expects. */
export const learnEpoch = async (ports: SyncPorts, enrolment: Enrolled): Promise<Outcome> => {
  const answer = await send(ports, enrolment, []);
  return answer.kind === 'ok' ? done : learn(ports, enrolment, answer);
};

const send = async (
  ports: SyncPorts,
  enrolment: Enrolled,
  events: readonly Outgoing[],
): Promise<Answer<PushResponse>> => {
  const { deviceId } = enrolment;
  const body = await toPushRequest(ports, deviceId, events);
  const answer = await askSignedIn(
    ports,
    enrolment,
    { method: 'POST', path: pushPath, body, timeoutMs: 30_000 },
    readSyncJson(PushResponseSchema),
  );
  if (answer.kind !== 'ok') return answer;
  const { epoch, results, next, serverTime } = answer.value;
  await ports.store.storeAnswer({ deviceId, epoch, results, next });
  await noteContact(ports, serverTime);
  return answer;
};

const learn = async (
  ports: SyncPorts,
  { deviceId }: Enrolled,
  answer: Exclude<Answer<PushResponse>, { kind: 'ok' }>,
): Promise<Outcome> => {
  if (answer.kind === 'not-modified') return { kind: 'retry', retryAfter: null };
  const outcome = outcomeOf(answer);
  if (outcome.kind === 'epoch' && answer.kind === 'problem') {
    const { epoch, next } = answer.problem;
    if (epoch === undefined || next === undefined) return { kind: 'retry', retryAfter: null };
    await ports.store.changeEpoch({ deviceId, epoch, next });
  }
  return outcome;
};

/** A push as it travels, also inside a rescue. An epoch that was never heard goes as empty. */
export const toPushRequest = async (
  { store, outside }: SyncPorts,
  deviceId: string,
  events: readonly Outgoing[],
): Promise<Omit<PushRequest, 'events'> & { events: readonly Outgoing[] }> => ({
  proto: 1,
  app: outside.app,
  deviceId,
  epoch: (await store.readMeta()).epoch ?? '',
  sentAt: new Date(outside.now()).toISOString(),
  events,
});

// The frame around the events is far below this many bytes.
const frame = 1024;

/** The longest beginning of the batch that fits into one request; at least one event. */
export const cutToSize = (batch: readonly Outgoing[]): readonly Outgoing[] => {
  const encoder = new TextEncoder();
  let bytes = frame;
  const end = batch.findIndex((outgoing) => {
    bytes += encoder.encode(JSON.stringify(outgoing)).length + 1;
    return bytes > pushMaxBytes;
  });
  return end === -1 ? batch : batch.slice(0, Math.max(1, end));
};
