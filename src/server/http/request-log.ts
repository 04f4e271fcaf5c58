import type { MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import { instant, type AppDeps } from '../app-deps.ts';

/** One line a request. The pattern of the route stands for the address: that may hold ids, names or a cursor. */
export const requestLog =
  ({ now, writeLog }: AppDeps): MiddlewareHandler =>
  async (c, next) => {
    const begin = now();
    await next();
    // Middleware and the app's files match everything; what is left is the route.
    const route = matchedRoutes(c).find(({ path }) => path !== '*' && path !== '/*')?.path ?? '*';
    const line = {
      time: instant(begin),
      method: c.req.method,
      route,
      status: c.res.status,
      ms: now() - begin,
    };
    writeLog(JSON.stringify(line));
  };
