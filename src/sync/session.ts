import {
  ChallengeRequestSchema,
  ChallengeResponseSchema,
  challengePath,
  sessionPath,
  SessionResponseSchema,
  type SessionRequest,
} from '../protocol/session.ts';
import type { InferInput } from 'valibot';
import { toBase64url } from './base64url.ts';
import type { Enrolled, SyncPorts } from './ports.ts';
import { ask, readJson, type Answer, type Ask } from './request.ts';

type Renewal =
  | { readonly kind: 'renewed' }
  /** The server does not know this device, or its key: only a new code helps. */
  | { readonly kind: 'sign-in' }
  | { readonly kind: 'revoked' }
  | Extract<Answer<never>, { kind: 'unreachable' }>;

const timeoutMs = 20_000;

/** Gets a new session by signing the server's challenge with the device's key. */
const renewSession = async (ports: SyncPorts, enrolment: Enrolled): Promise<Renewal> => {
  const { outside } = ports;
  const { deviceId, keys } = enrolment;
  const body: InferInput<typeof ChallengeRequestSchema> = { deviceId };
  const challenged = await ask(
    outside,
    { method: 'POST', path: challengePath, body, timeoutMs },
    readJson(ChallengeResponseSchema),
  );
  if (challenged.kind !== 'ok') return refusalOf(challenged);
  const { challenge } = challenged.value;
  const signature = await outside.cryptography.sign(keys.privateKey, new TextEncoder().encode(challenge));
  const request: SessionRequest = { deviceId, challenge, signature: toBase64url(signature) };
  const renewed = await ask(
    outside,
    { method: 'POST', path: sessionPath, body: request, timeoutMs },
    readJson(SessionResponseSchema),
  );
  if (renewed.kind !== 'ok') return refusalOf(renewed);
  await keepGrants(ports, enrolment, renewed.value);
  return { kind: 'renewed' };
};

const refusalOf = (answer: Exclude<Answer<unknown>, { kind: 'ok' }>): Renewal => {
  if (answer.kind === 'unreachable') return answer;
  const isRevoked = answer.kind === 'problem' && answer.problem.error === 'device_revoked';
  return { kind: isRevoked ? 'revoked' : 'sign-in' };
};

/** Asks who is signed in, so that a tablet hears of new and ended grants long before its session runs out. */
export const refreshGrants = async (ports: SyncPorts, enrolment: Enrolled): Promise<Answer<unknown>> => {
  const answer = await askSignedIn(
    ports,
    enrolment,
    { method: 'GET', path: sessionPath, timeoutMs },
    readJson(SessionResponseSchema),
  );
  if (answer.kind === 'ok' && answer.value.deviceId === enrolment.deviceId) {
    await keepGrants(ports, enrolment, answer.value);
  }
  return answer;
};

// Grants begin and end on the server; a renewal is where the tablet hears of it.
const keepGrants = async (
  { enrolments }: SyncPorts,
  enrolment: Enrolled,
  { name, grants }: Pick<Enrolled, 'name' | 'grants'>,
): Promise<void> => {
  if (JSON.stringify([name, grants]) === JSON.stringify([enrolment.name, enrolment.grants])) return;
  const current = await enrolments.read();
  if (current?.deviceId === enrolment.deviceId) await enrolments.save({ ...current, name, grants });
};

const signedOut: Answer<never> = { kind: 'problem', status: 401, problem: { error: 'no_session' } };

/**
 * Asks in the person's name. A session that ran out, or that is another device's (as after enrolling again
 * in this browser), is renewed once and the question asked again.
 */
export const askSignedIn = async <T>(
  ports: SyncPorts,
  enrolment: Enrolled,
  request: Ask,
  read: (response: Response) => Promise<T | null>,
): Promise<Answer<T>> => {
  const first = await ask(ports.outside, request, read);
  const isForeign =
    request.method === 'POST' && first.kind === 'problem' && first.problem.error === 'not_allowed';
  if (!isForeign && (first.kind !== 'problem' || first.status !== 401)) return first;
  const renewal = await renewSession(ports, enrolment);
  if (renewal.kind === 'renewed') return ask(ports.outside, request, read);
  if (renewal.kind === 'unreachable') return renewal;
  // In another device's session reading may work, so that only this tells the person to type a code.
  if (renewal.kind === 'sign-in') return isForeign ? signedOut : first;
  return { kind: 'problem', status: 403, problem: { error: 'device_revoked' } };
};
