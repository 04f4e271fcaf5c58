import type { MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import { instant, type AppDeps } from '../app-deps.ts';

/** One line a request. The pattern of the route stands for the address: that may hold ids, names or a cursor. */
export const requestLog =
  ({ now, writeLog }: AppDeps): MiddlewareHandler =>
  async (c, next) => {
    const begin = now();
    await next();
    const route = matchedRoutes(c).findLast((match) => match.method !== 'ALL')?.path ?? '*';
    const line = {
      time: instant(begin),
      method: c.req.method,
      route,
      status: c.res.status,
      ms: now() - begin,
    };
    writeLog(JSON.stringify(line));
  };
