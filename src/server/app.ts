import { Hono } from 'hono';
import { syncHeader } from '../protocol/push.ts';
import { routeDeps, type AppDeps } from './app-deps.ts';
import { DatabaseBusy } from './db/database-busy.ts';
import { cacheControl, isApi } from './http/cache-rules.ts';
import { compressJson } from './http/compress-json.ts';
import type { App } from './http/env.ts';
import { refuse } from './http/problem.ts';
import { rateLimit } from './http/rate-limit.ts';
import { requestLog } from './http/request-log.ts';
import { sameOrigin } from './http/same-origin.ts';
import { serveApp } from './http/serve-app.ts';
import { faultWords } from './observe/log.ts';
import { addBlobRoute } from './routes/blob-route.ts';
import { addCouncilRoute } from './routes/council-route.ts';
import { addEnrolRoute } from './routes/enrol-route.ts';
import { addEventsRoute } from './routes/events-route.ts';
import { addHealthRoute } from './routes/health-route.ts';
import { addImportFilesRoute } from './routes/import-files-route.ts';
import { addImportsRoute } from './routes/imports-route.ts';
import { addMetricsRoute } from './routes/metrics-route.ts';
import { addPullRoute } from './routes/pull-route.ts';
import { addPushRoute } from './routes/push-route.ts';
import { addRescueRoute } from './routes/rescue-route.ts';
import { addSessionRoute } from './routes/session-route.ts';
import { addSetAsideRoute } from './routes/set-aside-route.ts';
import { securityHeaders } from './security-headers.ts';

/** The whole server as a value: `app.fetch(Request)` needs no socket. */
export const createApp = (given: AppDeps): App => {
  const deps = routeDeps(given);
  const app: App = new Hono();
  app.use(requestLog(deps));
  app.use(async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(securityHeaders)) c.header(name, value);
    // Also on refusals: a 401 without it may be a captive portal's.
    if (isApi(c.req.path)) c.header(syncHeader.name, syncHeader.value);
    if (!c.res.headers.has('Cache-Control')) {
      c.header('Cache-Control', cacheControl(c.req.path, c.res.status));
    }
  });
  app.use(compressJson);
  app.use(sameOrigin);
  app.use(rateLimit(deps));
  for (const add of routes) add(app, deps);
  app.notFound((c) => (isApi(c.req.path) ? refuse(c, { error: 'not_found' }) : c.text('Not found', 404)));
  app.onError((cause, c) => {
    if (cause instanceof DatabaseBusy) {
      deps.log('error', { event: 'database-busy', request: c.var.requestId, code: cause.code });
      return refuse(c, { error: 'database_busy', retryAfter: comeBackSeconds });
    }
    // A name of a class tells nothing about a person; a message may.
    deps.log('error', { event: 'fault', request: c.var.requestId, ...faultWords(cause) });
    deps.metrics.faults.inc();
    return refuse(c, { error: 'server_fault' });
  });
  if (deps.publicDir !== null) serveApp(app, deps.publicDir);
  return app;
};

/** When a tablet is to ask again that met a database which hangs; the tablets themselves spread it. */
const comeBackSeconds = 10;

const routes = [
  addHealthRoute,
  addMetricsRoute,
  addCouncilRoute,
  addEnrolRoute,
  addSessionRoute,
  addPushRoute,
  addPullRoute,
  addEventsRoute,
  addRescueRoute,
  addSetAsideRoute,
  addBlobRoute,
  addImportsRoute,
  addImportFilesRoute,
];
