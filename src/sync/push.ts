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
import { unheard } from './unheard.ts';

/** How many events a request may hold at present: halved when the server says that it was too large. */
export interface PushSize {
  limit: number;
}

export const newPushSize = (): PushSize => ({ limit: pushMaxEvents });

/**
 * Offers the outbox in order until nothing waits, the server stops, or the network does. Only results
 * that the server listed are believed; whatever else happens, the rows stay. What the server expects next
 * is on its way already while the answer before it is written down.
 */
export const push = async (ports: SyncPorts, enrolment: Enrolled, size: PushSize): Promise<Outcome> => {
  // An answer without results can be right once or twice (a new epoch, another `next`), but not for ever.
  for (let fruitless = 0; fruitless < 4;) {
    const first = cutToSize(await ports.store.readPending(size.limit));
    if (first.length === 0) return done;
    const coming = unheard(offer(ports, enrolment, first));
    const second = first.length < size.limit ? [] : await readAfter(ports, first, size.limit);
    const answer = await coming;
    const following = expects(answer, first, second) ? unheard(offer(ports, enrolment, second)) : null;
    let step = await settle(ports, enrolment, size, first, answer);
    if (following !== null) step = await settle(ports, enrolment, size, second, await following);
    if (step.kind === 'taken') fruitless = 0;
    else if (step.kind === 'epoch' || step.kind === 'nothing-taken') fruitless += 1;
    else if (step.kind !== 'smaller') return step;
  }
  return { kind: 'retry', retryAfter: null };
};

/** The batch after this one, read while this one is on its way. */
const readAfter = async (
  { store }: SyncPorts,
  events: readonly Outgoing[],
  limit: number,
): Promise<readonly Outgoing[]> =>
  cutToSize((await store.readPending(events.length + limit)).slice(events.length));

/** Whether the server has answered all of `events` and asks for just what follows. */
const expects = (
  answer: Answer<PushResponse>,
  events: readonly Outgoing[],
  following: readonly Outgoing[],
): boolean =>
  answer.kind === 'ok' &&
  answer.value.results.length === events.length &&
  answer.value.next === following[0]?.n;

/** Asks with nothing to send: the answer says the server's epoch and the number it expects. */
export const learnEpoch = async (ports: SyncPorts, enrolment: Enrolled): Promise<Outcome> => {
  const step = await settle(ports, enrolment, newPushSize(), [], await offer(ports, enrolment, []));
  return isStep(step) ? done : step;
};

const offer = async (
  ports: SyncPorts,
  enrolment: Enrolled,
  events: readonly Outgoing[],
): Promise<Answer<PushResponse>> => {
  const { deviceId } = enrolment;
  const body = await toPushRequest(ports, deviceId, events);
  return askSignedIn(
    ports,
    enrolment,
    { method: 'POST', path: pushPath, body, timeoutMs: 30_000 },
    readSyncJson(PushResponseSchema),
  );
};

/** What an answer comes to, where the push goes on. */
type Step = { readonly kind: 'taken' } | { readonly kind: 'nothing-taken' } | { readonly kind: 'smaller' };

const isStep = (step: Step | Outcome): step is Step =>
  step.kind === 'taken' || step.kind === 'nothing-taken' || step.kind === 'smaller';

/** Writes down what was answered to `events`. */
const settle = async (
  ports: SyncPorts,
  enrolment: Enrolled,
  size: PushSize,
  events: readonly Outgoing[],
  answer: Answer<PushResponse>,
): Promise<Step | Outcome> => {
  if (answer.kind === 'too-large' && events.length > 1) {
    size.limit = Math.max(1, Math.floor(events.length / 2));
    return { kind: 'smaller' };
  }
  if (answer.kind !== 'ok') return learn(ports, enrolment, answer);
  const { deviceId } = enrolment;
  const { epoch, results, next, serverTime } = answer.value;
  await ports.store.storeAnswer({ deviceId, epoch, results, next });
  await noteContact(ports, serverTime);
  return { kind: results.length > 0 ? 'taken' : 'nothing-taken' };
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
