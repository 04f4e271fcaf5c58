import { streamSSE } from 'hono/streaming';
import { pokePath } from '../../protocol/pull.ts';
import type { RouteDeps } from '../app-deps.ts';
import type { App } from '../http/env.ts';
import { refuse } from '../http/problem.ts';
import { requireSession } from '../http/require-session.ts';
import { readSessionToken } from '../http/session-cookie.ts';
import { findSession } from '../sessions.ts';
import { createStreamSlots } from '../stream-slots.ts';

const heartbeatMs = 25_000;
/** When to come back, for a stream that found no place or lost its own. */
const comeBackSeconds = 30;
/** After a restart the tablets come back one after the other, within so many milliseconds. */
const restartMs = { least: 2000, spread: 10_000 } as const;

/**
 * Server-sent events that only say "pull now". A comment now and then keeps proxies from closing the
 * line; the stream ends when the session or the server does, or when its device has opened too many newer ones.
 */
export const addEventsRoute = (app: App, deps: RouteDeps): void => {
  const enterStream = createStreamSlots(deps.streams);
  const { openStreams } = deps.metrics;
  const isStopping = (): boolean => deps.isStopping?.() === true;
  app.get(pokePath, requireSession(deps), (c) => {
    const token = readSessionToken(c);
    if (token === null) return refuse(c, { error: 'no_session' });
    let wake = nothing;
    const { deviceId } = c.var.actor;
    const slot = enterStream(deviceId, () => wake());
    if (slot === null) return refuse(c, { error: 'too_many_streams', retryAfter: comeBackSeconds });
    c.header('X-Accel-Buffering', 'no');
    return streamSSE(c, async (stream) => {
      let poked = true;
      const unsubscribe = deps.hub.subscribe((broughtBy) => {
        // The tabs of one device share what it has: none of them needs to ask for its own push.
        if (broughtBy === deviceId) return;
        poked = true;
        wake();
      });
      stream.onAbort(() => wake());
      openStreams.inc();
      const isOpen = async (): Promise<boolean> => {
        if (stream.aborted || slot.isLost() || isStopping()) return false;
        const session = await deps.db.read(() => findSession(token, deps.now()));
        return session.kind === 'actor';
      };
      try {
        while (await isOpen()) {
          if (poked) {
            poked = false;
            await stream.writeSSE({ data: 'pull' });
          } else await stream.write(':\n\n');
          if (!poked && !stream.aborted && !slot.isLost()) await pause((resume) => (wake = resume));
        }
        // Else the browser would be back in seconds and end another tab's stream in its turn.
        if (isStopping() && !stream.aborted) await stream.write(`retry: ${restartPause(deps)}\n\n`);
        else if (slot.isLost() && !stream.aborted) await stream.write(`retry: ${comeBackSeconds * 1000}\n\n`);
      } finally {
        openStreams.dec();
        unsubscribe();
        slot.release();
      }
    });
  });
};

const restartPause = ({ random }: RouteDeps): number =>
  restartMs.least + Math.floor(((random(1)[0] ?? 0) / 256) * restartMs.spread);

const nothing = (): void => undefined;

// Until the next poke, the end of the connection, or the time for a heartbeat.
const pause = async (offer: (resume: () => void) => void): Promise<void> => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, heartbeatMs);
  offer(resolve);
  await promise;
  clearTimeout(timer);
};
