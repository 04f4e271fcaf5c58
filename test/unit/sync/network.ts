import type { createApp } from '../../../src/server/app.ts';

/** What becomes of one request on its way. */
export type Fault =
  | 'none'
  | 'request-lost'
  | 'answer-lost'
  /** Arrives twice; the second answer is the one that comes back. */
  | 'twice'
  /** Its sender hears nothing; the server gets it when the next request arrives. */
  | 'late'
  /** The server fails before it has done anything. */
  | 'crash-before'
  /** The server fails when everything is on its disk. */
  | 'crash-after'
  /** The server stops after the first half of what it was sent. */
  | 'stops-early'
  /** Somebody else's page, with status 200. */
  | 'portal'
  /** The session has run out. */
  | 'signed-out';

export interface Network {
  /** Asked once for each request. */
  faultOf: (path: string) => Fault;
  readonly paths: string[];
  /** As a browser's `fetch`, with the cookies of one browser. */
  readonly createFetch: () => (path: string, init: RequestInit) => Promise<Response>;
}

const firstHalf = (body: RequestInit['body']): RequestInit['body'] => {
  if (typeof body !== 'string') return body ?? null;
  const request = JSON.parse(body) as { events?: unknown[] };
  const { events = [] } = request;
  // A rescue is signed and cannot be cut.
  return request.events === undefined
    ? body
    : JSON.stringify({ ...request, events: events.slice(0, Math.ceil(events.length / 2)) });
};

/** The way between tablets and the real server, without a socket. */
export const createNetwork = (app: () => Pick<ReturnType<typeof createApp>, 'fetch'>): Network => {
  const delayed: (() => Promise<unknown>)[] = [];
  const network: Network = {
    faultOf: () => 'none',
    paths: [],
    createFetch: () => {
      let cookie = '';
      const deliver = async (path: string, init: RequestInit): Promise<Response> => {
        for (const late of delayed.splice(0)) await late();
        const headers = new Headers(init.headers);
        headers.set('Cookie', cookie);
        const response = await app().fetch(new Request(`http://localhost${path}`, { ...init, headers }));
        const set = response.headers.get('Set-Cookie');
        if (set !== null) cookie = set.split(';')[0] ?? '';
        return response;
      };
      return async (path, init) => {
        network.paths.push(path);
        switch (network.faultOf(path)) {
          case 'none':
            break;
          case 'request-lost':
            throw new TypeError('no network');
          case 'answer-lost':
            await deliver(path, init);
            throw new TypeError('no network');
          case 'twice':
            await deliver(path, init);
            break;
          case 'late':
            // The signal has been given up by then, as in a proxy that still holds the request.
            delayed.push(() => deliver(path, { ...init, signal: null }));
            throw new TypeError('no network');
          case 'crash-before':
            return new Response('bad gateway', { status: 502 });
          case 'crash-after':
            await deliver(path, init);
            return new Response('bad gateway', { status: 502 });
          case 'portal':
            return new Response('<h1>Welcome to our WLAN</h1>', { status: 200 });
          case 'stops-early':
            return deliver(path, { ...init, body: firstHalf(init.body) });
          case 'signed-out':
            cookie = '';
        }
        return deliver(path, init);
      };
    },
  };
  return network;
};
