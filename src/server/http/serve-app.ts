import { serveStatic } from '@hono/node-server/serve-static';
import type { App } from './env.ts';

/**
 * The built app from its folder. Files with a hash in their name never change; everything else is asked
 * for again each time, `sw.js` and `index.html` above all. A page of the app that is typed into the
 * address bar gets the shell; a missing file never does, or a script would be HTML.
 */
export const serveApp = (app: App, publicDir: string): void => {
  app.get(
    '*',
    serveStatic({
      root: publicDir,
      onFound: (_file, c) =>
        c.header(
          'Cache-Control',
          c.req.path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
        ),
    }),
  );
  const shell = serveStatic({
    root: publicDir,
    path: 'index.html',
    onFound: (_file, c) => c.header('Cache-Control', 'no-cache'),
  });
  app.get('*', (c, next) => {
    const wantsPage = (c.req.header('Accept') ?? '').includes('text/html');
    const isFile = /\.[^/]+$/.test(c.req.path);
    const isApi = /^\/(sync|blobs|enrol\/v1|session|council)\//.test(c.req.path);
    return wantsPage && !isFile && !isApi ? shell(c, next) : next();
  });
};
