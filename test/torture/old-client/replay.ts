import * as v from 'valibot';
import { EnrolResponseSchema, enrolPath } from '../../../src/protocol/enrol.ts';
import { challengePath, ChallengeResponseSchema, sessionPath } from '../../../src/protocol/session.ts';
import { makeKeys, publicKeyOf } from '../../unit/server/tablet.ts';
import type { Exchange, Recording } from './recording.ts';

const AnswerSchema = v.record(v.string(), v.unknown());
const PushedSchema = v.object({ results: v.array(v.object({ id: v.string(), status: v.string() })) });
const PulledSchema = v.object({ items: v.array(v.object({ event: v.object({ id: v.string() }) })) });

/** What stands for a recorded person today. */
interface Today {
  readonly code: string;
  readonly keys: CryptoKeyPair;
  deviceId: string;
  epoch: string;
  cookie: string;
  challenge: string;
}

/**
 * Says again, word for word, what the recording says; only device, epoch, code, key and signature are
 * today's. Answers what an old client would have stumbled over.
 */
export const replay = async (
  { exchanges }: Recording,
  port: number,
  codes: Readonly<Record<Exchange['who'], string>>,
): Promise<readonly string[]> => {
  const today = { member: await startAs(codes.member), clerk: await startAs(codes.clerk) };
  const faults: string[] = [];
  for (const exchange of exchanges) {
    const found = await sayAgain(exchange, port, today[exchange.who]);
    faults.push(...found.map((fault) => `${exchange.method} ${exchange.path}: ${fault}`));
  }
  return faults;
};

const startAs = async (code: string): Promise<Today> => ({
  code,
  keys: await makeKeys(),
  deviceId: '',
  epoch: '',
  cookie: '',
  challenge: '',
});

const sayAgain = async (exchange: Exchange, port: number, today: Today): Promise<readonly string[]> => {
  const headers = new Headers(exchange.headers);
  // A session that had run out is one that is not sent.
  const isOver = exchange.status === 401;
  if (today.cookie !== '' && !isOver) headers.set('Cookie', today.cookie);
  const response = await fetch(`http://127.0.0.1:${port}${fill(exchange.path, today)}`, {
    method: exchange.method,
    headers,
    body: exchange.body === null ? null : await bodyOf(exchange, exchange.body, today),
  });
  today.cookie = response.headers.get('Set-Cookie')?.split(';')[0] ?? today.cookie;
  const text = await response.text();
  if (response.status !== exchange.status)
    return [`answered ${response.status} ${text.slice(0, 200)}, not ${exchange.status}`];
  if (exchange.answer === null) return [];
  const answer = v.parse(AnswerSchema, JSON.parse(text));
  learn(exchange, answer, today);
  return [
    ...missing(exchange.answer, answer, 'the answer'),
    ...sameResults(exchange.answer, answer),
    ...sameItems(exchange.answer, answer),
  ];
};

const fill = (text: string, { code, deviceId, epoch }: Today): string =>
  text.replaceAll('{code}', code).replaceAll('{deviceId}', deviceId).replaceAll('{epoch}', epoch);

const bodyOf = async ({ path }: Exchange, recorded: string, today: Today): Promise<string> => {
  const body = fill(recorded, today);
  const { keys, challenge } = today;
  if (path === enrolPath) {
    return JSON.stringify({ ...v.parse(AnswerSchema, JSON.parse(body)), publicKey: await publicKeyOf(keys) });
  }
  if (path !== sessionPath) return body;
  const signature = await crypto.subtle.sign(
    { name: 'ECDSA', hash: 'SHA-256' },
    keys.privateKey,
    new TextEncoder().encode(challenge),
  );
  return JSON.stringify({
    ...v.parse(AnswerSchema, JSON.parse(body)),
    challenge,
    signature: Buffer.from(signature).toString('base64url'),
  });
};

const learn = ({ path }: Exchange, answer: unknown, today: Today): void => {
  if (path === enrolPath) {
    const { deviceId, epoch } = v.parse(EnrolResponseSchema, answer);
    today.deviceId = deviceId;
    today.epoch = epoch;
  }
  if (path === challengePath) today.challenge = v.parse(ChallengeResponseSchema, answer).challenge;
};

/** Keys that an old client reads and that are there no more, or are of another kind. */
export const missing = (recorded: unknown, now: unknown, where: string): readonly string[] => {
  if (recorded === null || recorded === undefined) return [];
  if (Array.isArray(recorded)) {
    if (!Array.isArray(now)) return [`${where} is no list any more`];
    return recorded.length > 0 && now.length > 0 ? missing(recorded[0], now[0], `${where}[]`) : [];
  }
  if (typeof recorded !== 'object') {
    return typeof recorded === typeof now ? [] : [`${where} is no ${typeof recorded} any more`];
  }
  const today = v.safeParse(AnswerSchema, now);
  if (!today.success) return [`${where} is no object any more`];
  return Object.entries(recorded).flatMap(([key, value]) =>
    Object.hasOwn(today.output, key)
      ? missing(value, today.output[key], `${where}.${key}`)
      : [`${where}.${key} is gone`],
  );
};

const sameResults = (recorded: unknown, now: unknown): readonly string[] => {
  const [before, today] = [v.safeParse(PushedSchema, recorded), v.safeParse(PushedSchema, now)];
  if (!before.success || !today.success) return [];
  const say = ({ results }: v.InferOutput<typeof PushedSchema>): string =>
    results.map(({ id, status }) => `${id} ${status}`).join(', ');
  return say(before.output) === say(today.output)
    ? []
    : [`the results are ${say(today.output)}, not ${say(before.output)}`];
};

const sameItems = (recorded: unknown, now: unknown): readonly string[] => {
  const [before, today] = [v.safeParse(PulledSchema, recorded), v.safeParse(PulledSchema, now)];
  if (!before.success || !today.success) return [];
  const ids = ({ items }: v.InferOutput<typeof PulledSchema>): string =>
    items.map(({ event }) => event.id).join(', ');
  return ids(before.output) === ids(today.output) ? [] : ['other records come than did then'];
};
