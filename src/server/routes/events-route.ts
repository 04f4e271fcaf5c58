import { streamSSE } from 'hono/streaming';
import { pokePath } from '../../protocol/pull.ts';
import type { AppDeps } from '../app-deps.ts';
import type { App } from '../http/env.ts';
import { refuse } from '../http/problem.ts';
import { requireSession } from '../http/require-session.ts';
import { readSessionToken } from '../http/session-cookie.ts';
import { findSession } from '../sessions.ts';

const heartbeatMs = 25_000;

/**
 * Server-sent events that only say "pull now". A comment now and then keeps proxies from closing the
 * line; the stream ends when the session does.
 */
export const addEventsRoute = (app: App, deps: AppDeps): void => {
  app.get(pokePath, requireSession(deps), (c) => {
    const token = readSessionToken(c);
    if (token === null) return refuse(c, { error: 'no_session' });
    c.header('X-Accel-Buffering', 'no');
    return streamSSE(c, async (stream) => {
      let wake = nothing;
      let poked = true;
      const unsubscribe = deps.hub.subscribe(() => {
        poked = true;
        wake();
      });
      stream.onAbort(() => wake());
      try {
        while (!stream.aborted && findSession(deps.db, token, deps.now()).kind === 'actor') {
          if (poked) {
            poked = false;
            await stream.writeSSE({ data: 'pull' });
          } else await stream.write(':\n\n');
          if (!poked && !stream.aborted) await pause((resume) => (wake = resume));
        }
      } finally {
        unsubscribe();
      }
    });
  });
};

const nothing = (): void => undefined;

// Until the next poke, the end of the connection, or the time for a heartbeat.
const pause = async (offer: (resume: () => void) => void): Promise<void> => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, heartbeatMs);
  offer(resolve);
  await promise;
  clearTimeout(timer);
};
