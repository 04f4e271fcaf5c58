import { createMiddleware } from 'hono/factory';
import { matchedRoutes } from 'hono/route';
import type { RouteDeps } from '../app-deps.ts';
import type { AppEnv } from './env.ts';

/** Answered with every request, so that what a person saw can be found in the log. */
const requestIdHeader = 'X-Request-Id';
const knownMethods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS']);

/**
 * One line and one count a request. The pattern of the route stands for the address: that may hold ids,
 * names or a cursor. A caller's own request id is not taken over: it could say anything.
 */
export const requestLog = ({ now, random, log, metrics }: RouteDeps) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const begin = now();
    const id = Buffer.from(random(9)).toString('base64url');
    c.set('requestId', id);
    await next();
    c.header(requestIdHeader, id);
    // Middleware and the app's files match everything; what is left is the route.
    const route = matchedRoutes(c).find(({ path }) => path !== '*' && path !== '/*')?.path ?? '*';
    const method = knownMethods.has(c.req.method) ? c.req.method : 'other';
    const { status } = c.res;
    const ms = now() - begin;
    metrics.requests.inc({ route, method, status: `${Math.floor(status / 100)}xx` });
    metrics.requestSeconds.observe({ route }, Math.max(0, ms / 1000));
    log(status >= 500 ? 'error' : 'info', { event: 'request', request: id, method, route, status, ms });
  });
