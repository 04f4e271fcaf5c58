import { serveStatic } from '@hono/node-server/serve-static';
import { isApi } from './cache-rules.ts';
import type { App } from './env.ts';

/**
 * The built app from its folder. A page of the app that is typed into the address bar gets the shell; a
 * missing file never does, or a script would be HTML.
 */
export const serveApp = (app: App, publicDir: string): void => {
  app.get('*', serveStatic({ root: publicDir }));
  const shell = serveStatic({ root: publicDir, path: 'index.html' });
  app.get('*', (c, next) => {
    const wantsPage = (c.req.header('Accept') ?? '').includes('text/html');
    const isFile = /\.[^/]+$/.test(c.req.path);
    return wantsPage && !isFile && !isApi(c.req.path) ? shell(c, next) : next();
  });
};
