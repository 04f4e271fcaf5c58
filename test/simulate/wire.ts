import { pullMaxLimit, pullPath } from '../../src/protocol/pull.ts';
import { syncHeader } from '../../src/protocol/push.ts';
import { rescuePath } from '../../src/protocol/rescue.ts';
import type { RequestFault } from './faults.ts';
import type { ServerCrash } from './server.ts';
import type { World } from './world.ts';

/** The browser's side of the wire: one for all tabs of a tablet. */
export interface Line {
  cookie: string;
  isOnline: boolean;
  /** Somebody's wireless network answers everything with its own page. */
  isPortal: boolean;
  /** The app is so old that the server asks for an update before it lets it read. */
  isTooOld: boolean;
  /** The next such answer is held up somewhere on its way, for so many milliseconds; then null again. */
  hold: { readonly path: string; readonly status: number; readonly ms: number } | null;
  /** As `hold`, for the next request that offers records: on its way to the server. */
  holdOffer: { readonly path: string; readonly ms: number } | null;
  /** Answers to a rescue that the server has given and the tablet has not yet acted on. */
  rescuesUnderWay: number;
  /** How many rows the tablet asks for at a time; the app's own number would put every log on one page. */
  readonly pageLimit: number;
  /** When the last of what was ever on its way has arrived, as far as it is known already. */
  busyUntil: number;
  /** Every way takes this many times as long as usual. */
  readonly slowness: number;
}

const firstHalf = (body: RequestInit['body']): RequestInit['body'] => {
  if (typeof body !== 'string') return body ?? null;
  const request: unknown = JSON.parse(body);
  // A rescue is signed and cannot be cut.
  if (typeof request !== 'object' || request === null || !('events' in request)) return body;
  const events: readonly unknown[] = Array.isArray(request.events) ? request.events : [];
  return JSON.stringify({ ...request, events: events.slice(0, Math.ceil(events.length / 2)) });
};

/** Whether a push or a rescue has records in it. In a rescue, which is signed, the list is a text in a text. */
const isOffer = (body: RequestInit['body']): boolean =>
  typeof body === 'string' && !/\\?"events\\?":\[\]/.test(body);

const tooOld = (): Response =>
  Response.json({ error: 'app_too_old' }, { status: 426, headers: { [syncHeader.name]: syncHeader.value } });

/** How long a tablet takes at most, from an answer to its rescue until it is empty. */
const wiping = 500;

const lateBy = [1000, 25_000, 60_000] as const;

/** As the browser's `fetch` of one tab, through the world's weather. A tab that has ended hears nothing. */
export const createFetch =
  ({ timeline, chance, trace, faults, server }: World, name: string, line: Line, isAlive: () => boolean) =>
  (path: string, init: RequestInit): Promise<Response> =>
    new Promise((resolve, reject) => {
      const way = (): number => chance.int(5, 300) * line.slowness;
      const later = (then: () => void, ms: number): void => {
        line.busyUntil = Math.max(line.busyUntil, timeline.now() + ms);
        timeline.after(then, ms);
      };
      const answer = (response: Response | null, ms = way()): void => {
        const isRescue = path === rescuePath;
        if (isRescue) {
          line.rescuesUnderWay += 1;
          timeline.after(() => void (line.rescuesUnderWay -= 1), ms + wiping);
        }
        later(() => {
          if (!isAlive()) return;
          if (response === null) return reject(new TypeError('no network'));
          const set = response.headers.get('Set-Cookie');
          if (set !== null) line.cookie = set.split(';')[0] ?? '';
          trace.note(timeline.now(), `${name} < ${response.status}`);
          resolve(response);
        }, ms);
      };
      const deliver = async (cookie: string, crash: ServerCrash, cut: boolean): Promise<Response | null> => {
        const body = cut ? firstHalf(init.body) : init.body;
        const headers = new Headers(init.headers);
        if (cookie !== '') headers.set('Cookie', cookie);
        if (typeof body === 'string') headers.set('Content-Length', String(Buffer.byteLength(body)));
        const { method } = init;
        const request = new Request(
          `http://localhost${path.replace(`limit=${pullMaxLimit}`, `limit=${line.pageLimit}`)}`,
          {
            headers,
            ...(method === undefined ? {} : { method }),
            ...(body === undefined ? {} : { body }),
          },
        );
        const response = await server.handle(request, crash);
        trace.note(timeline.now(), `server ${path} ${crash} ${response?.status ?? 'ended'}`);
        return response;
      };
      const arrive = (ms: number, then: (cookie: string) => void): void => {
        const { cookie } = line;
        later(() => then(cookie), ms);
      };
      const lose = (): void => {
        // Half of what gets lost is not heard of before the asker's own patience ends.
        if (chance.happens(0.5)) answer(null);
      };

      init.signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
      const fault: RequestFault = line.isOnline ? faults.ofRequest() : 'request-lost';
      trace.note(timeline.now(), `${name} > ${init.method ?? 'GET'} ${path} ${fault}`);
      if (!line.isOnline) return answer(null);
      if (line.isPortal) return answer(new Response('<h1>Welcome</h1>'));
      if (line.isTooOld && path.startsWith(pullPath)) return answer(tooOld());
      if (fault === 'signed-out') line.cookie = '';
      const { holdOffer } = line;
      if (holdOffer?.path === path && isOffer(init.body)) {
        line.holdOffer = null;
        return arrive(
          holdOffer.ms,
          (cookie) => void deliver(cookie, 'none', false).then((response) => answer(response)),
        );
      }
      switch (fault) {
        case 'request-lost':
          return lose();
        case 'late':
          arrive(chance.pick(lateBy), (cookie) => void deliver(cookie, 'none', false));
          return lose();
        case 'answer-lost':
          arrive(way(), (cookie) => void deliver(cookie, 'none', false));
          return lose();
        case 'twice': {
          const gap = chance.happens(0.5) ? 0 : way();
          const isFirstHeard = chance.happens(0.5);
          arrive(way(), (cookie) => {
            void deliver(cookie, 'none', false).then((response) => isFirstHeard && answer(response));
            const again = (): void =>
              void deliver(cookie, 'none', false).then((response) => isFirstHeard || answer(response));
            if (gap === 0) again();
            else later(again, gap);
          });
          return;
        }
        case 'none':
        case 'signed-out':
        case 'stops-early':
        case 'crash-before':
        case 'crash-after':
        case 'answer-late': {
          const crash = fault === 'crash-before' || fault === 'crash-after' ? fault : 'none';
          arrive(way(), (cookie) => {
            // The network may have become somebody else's meanwhile.
            if (line.isPortal) return answer(new Response('<h1>Welcome</h1>'));
            void deliver(cookie, crash, fault === 'stops-early').then((response) => {
              const { hold } = line;
              const isHeld = hold !== null && path.startsWith(hold.path) && response?.status === hold.status;
              if (isHeld) line.hold = null;
              if (isHeld) return answer(response, hold.ms);
              return fault === 'answer-late' ? answer(response, chance.int(1000, 19_000)) : answer(response);
            });
          });
        }
      }
    });
