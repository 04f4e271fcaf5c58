import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { digestInput } from '../../../src/domain/digest.ts';
import type { AnyEvent, EventBody } from '../../../src/domain/event.ts';
import type { createApp } from '../../../src/server/app.ts';

type App = Pick<ReturnType<typeof createApp>, 'fetch'>;

export interface SentEnvelope {
  readonly deviceId: string;
  readonly n: number;
  readonly clock: { readonly offsetMs: number | null };
  readonly digest: string;
  readonly event: AnyEvent;
}

/** One enrolled browser, as far as a server can see it. */
export interface Tablet {
  readonly deviceId: string;
  readonly personId: string;
  readonly councilId: string;
  readonly epoch: string;
  readonly cookie: string;
  /** The next `n`; `say` takes it. */
  n: number;
  readonly request: (path: string, init?: RequestInit) => Promise<Response>;
  readonly post: (path: string, body: unknown) => Promise<Response>;
  /** An event of this person in the next envelope. */
  readonly say: (said: EventBody, extra?: Partial<AnyEvent>) => SentEnvelope;
  readonly push: (events: readonly unknown[], extra?: object) => Promise<Response>;
  readonly pull: (cursor?: string, query?: string) => Promise<Response>;
  readonly sign: (text: string) => Promise<string>;
}

export const makeKeys = () =>
  crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);

export const publicKeyOf = async (keys: CryptoKeyPair) => {
  const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', keys.publicKey);
  return { kty, crv, x, y };
};

export const postTo = (app: App, path: string, body: unknown, headers: Record<string, string> = {}) =>
  Promise.resolve(
    app.fetch(
      new Request(`http://localhost${path}`, { method: 'POST', body: JSON.stringify(body), headers }),
    ),
  );

/** The SHA-256 that an event must come with. */
export const digestOf = (event: AnyEvent): string =>
  createHash('sha256').update(digestInput(event)).digest('hex');

export const enrolTablet = async (app: App, clock: { now: number }, code: string): Promise<Tablet> => {
  const keys = await makeKeys();
  const answer = await postTo(app, '/enrol/v1', {
    code,
    deviceName: 'Tablet',
    publicKey: await publicKeyOf(keys),
  });
  if (answer.status !== 201) throw new Error(`enrolment answered ${answer.status}`);
  const self = (await answer.json()) as Pick<Tablet, 'deviceId' | 'personId' | 'councilId' | 'epoch'>;
  const cookie = (answer.headers.get('Set-Cookie') ?? '').split(';')[0] ?? '';
  const request = (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    headers.set('Cookie', cookie);
    return Promise.resolve(app.fetch(new Request(`http://localhost${path}`, { ...init, headers })));
  };
  const post = (path: string, body: unknown) =>
    request(path, { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) });
  const tablet: Tablet = {
    ...self,
    cookie,
    n: 1,
    request,
    post,
    say: (said, extra = {}) => {
      const event = {
        id: randomUUID(),
        councilId: self.councilId,
        personId: self.personId,
        typeVersion: 1,
        ...said,
        refs: [],
        madeAt: new Date(clock.now).toISOString(),
        zone: 'Europe/London',
        salt: randomBytes(16).toString('hex'),
        ...extra,
      } as AnyEvent;
      const envelope = {
        deviceId: self.deviceId,
        n: tablet.n,
        clock: { offsetMs: 0 },
        digest: digestOf(event),
        event,
      };
      tablet.n += 1;
      return envelope;
    },
    push: (events, extra = {}) =>
      post('/sync/v1/push', {
        proto: 1,
        app: '0.0.0',
        deviceId: self.deviceId,
        epoch: self.epoch,
        sentAt: new Date(clock.now).toISOString(),
        events,
        ...extra,
      }),
    pull: (cursor = '', query = '') => request(`/sync/v1/pull?cursor=${encodeURIComponent(cursor)}${query}`),
    sign: async (text) =>
      Buffer.from(
        await crypto.subtle.sign(
          { name: 'ECDSA', hash: 'SHA-256' },
          keys.privateKey,
          new TextEncoder().encode(text),
        ),
      ).toString('base64url'),
  };
  return tablet;
};
