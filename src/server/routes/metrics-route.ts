import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import type { RouteDeps } from '../app-deps.ts';
import type { App } from '../http/env.ts';
import { refuse } from '../http/problem.ts';
import { remoteOf } from '../http/remote-address.ts';

/**
 * Counts for Prometheus. They are nobody's business but the operator's: with a token only whoever shows
 * it reads them, without one only this very machine; everybody else learns not even that they are there.
 */
export const addMetricsRoute = (app: App, { metrics, metricsToken = null }: RouteDeps): void => {
  app.get('/metrics', async (c) => {
    const isAllowed = metricsToken === null ? remoteOf(c)?.isThisMachine === true : shows(c, metricsToken);
    if (!isAllowed) return refuse(c, { error: 'not_found' });
    c.header('Content-Type', metrics.registry.contentType);
    return c.body(await metrics.registry.metrics());
  });
};

// Hashed, so that both have one length and the time taken tells nothing about the token.
const shows = (c: Context, token: string): boolean =>
  timingSafeEqual(hash(c.req.header('Authorization') ?? ''), hash(`Bearer ${token}`));

const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
