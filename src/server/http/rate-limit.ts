import { createMiddleware } from 'hono/factory';
import { enrolPath } from '../../protocol/enrol.ts';
import { importsPath } from '../../protocol/imports.ts';
import { pokePath, pullPath } from '../../protocol/pull.ts';
import { pushPath } from '../../protocol/push.ts';
import { rescuePath } from '../../protocol/rescue.ts';
import { challengePath, sessionPath } from '../../protocol/session.ts';
import { setAsidePath } from '../../protocol/set-aside.ts';
import type { RouteDeps } from '../app-deps.ts';
import type { AppEnv } from './env.ts';
import { usualRates, type Rate, type RateGroup } from './limits.ts';
import { refuse } from './problem.ts';
import { remoteOf } from './remote-address.ts';
import { readSessionToken } from './session-cookie.ts';

const groups: Readonly<Record<string, RateGroup>> = {
  [pushPath]: 'push',
  [rescuePath]: 'push',
  [pullPath]: 'pull',
  [pokePath]: 'pull',
  [setAsidePath]: 'pull',
  [sessionPath]: 'session',
  [challengePath]: 'session',
  [enrolPath]: 'enrol',
};

const groupOf = (path: string): RateGroup | null => {
  if (path === importsPath || path.startsWith(`${importsPath}/`)) return 'imports';
  return (Object.hasOwn(groups, path) ? groups[path] : undefined) ?? null;
};

/**
 * Refuses with 429 and Retry-After what comes faster than a tablet ever asks, from one session or one
 * address. Told before the session is looked up and the body read. Counted in memory, by each process for
 * itself: what a restart forgets does no harm.
 */
export const rateLimit = ({ now, limits = usualRates, log, metrics }: RouteDeps) => {
  const sessions = createThrottle();
  const addresses = createThrottle();
  return createMiddleware<AppEnv>(async (c, next) => {
    const group = groupOf(c.req.path);
    if (group === null) return next();
    const rates = limits[group];
    // Ours are 43 characters: nobody fills the memory with longer ones.
    const token = readSessionToken(c)?.slice(0, 64) ?? null;
    const address = remoteOf(c)?.address ?? null;
    const wait = Math.max(
      token === null ? 0 : sessions(`${group} ${token}`, rates.session, now()),
      address === null ? 0 : addresses(`${group} ${address}`, rates.address, now()),
    );
    if (wait === 0) return next();
    metrics.rateRefused.inc({ group });
    log('warn', { event: 'rate-refused', request: c.var.requestId, group });
    return refuse(c, { error: 'too_many_requests', retryAfter: Math.ceil(wait / 1000) });
  });
};

/** How many callers are remembered before those that have been quiet are forgotten. */
const remembered = 20_000;

/**
 * The generic cell rate algorithm: one number for each caller, the time at which it would be due if it
 * had kept to the rate. Answers the milliseconds to wait, 0 for none; a refused request counts nothing.
 */
export const createThrottle = () => {
  const dueByCaller = new Map<string, number>();
  return (caller: string, { burst, perSecond }: Rate, now: number): number => {
    const interval = 1000 / perSecond;
    const window = burst * interval;
    // A clock that was set back must not shut anybody out for as long as it was ahead.
    const due = Math.min(Math.max(dueByCaller.get(caller) ?? now, now), now + window);
    const wait = Math.max(0, due - now - (window - interval));
    if (dueByCaller.size >= remembered && !dueByCaller.has(caller)) forgetSome(dueByCaller, now);
    dueByCaller.set(caller, wait > 0 ? due : due + interval);
    return wait;
  };
};

// Where few are quiet, those that came first are forgotten too: down to half, so that it is seldom done.
const forgetSome = (dueByCaller: Map<string, number>, now: number): void => {
  for (const [caller, due] of dueByCaller) if (due <= now) dueByCaller.delete(caller);
  for (const caller of dueByCaller.keys()) {
    if (dueByCaller.size <= remembered / 2) return;
    dueByCaller.delete(caller);
  }
};
