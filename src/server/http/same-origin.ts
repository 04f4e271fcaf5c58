import { createMiddleware } from 'hono/factory';
import { refuse } from './problem.ts';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses a change that another site's page asks for. A browser says where a request comes from in
 * Sec-Fetch-Site, an older one in Origin; a program that is no browser sends neither and has no cookie.
 */
export const sameOrigin = createMiddleware(async (c, next) => {
  if (safeMethods.has(c.req.method)) return next();
  const site = c.req.header('Sec-Fetch-Site');
  if (site !== undefined && site !== 'same-origin' && site !== 'none') {
    return refuse(c, { error: 'not_allowed' });
  }
  const origin = c.req.header('Origin');
  if (origin !== undefined && !isOwn(origin, c.req.header('Host') ?? new URL(c.req.url).host)) {
    return refuse(c, { error: 'not_allowed' });
  }
  return next();
});

// Only the host is compared: behind a proxy that ends TLS the scheme here is http.
const isOwn = (origin: string, host: string): boolean =>
  URL.canParse(origin) && new URL(origin).host === host;
