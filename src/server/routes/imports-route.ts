import type { Context } from 'hono';
import type { Result } from '../../domain/result.ts';
import {
  type ImportBegun,
  type ImportList,
  importPartMaxBytes,
  importsPath,
  PublishSchema,
  ReadRequestSchema,
} from '../../protocol/imports.ts';
import type { AppDeps } from '../app-deps.ts';
import type { DeskFault } from '../desk/desk.ts';
import type { App, AppEnv } from '../http/env.ts';
import { limitBody } from '../http/limit-body.ts';
import { refuse } from '../http/problem.ts';
import { readBody } from '../http/read-json.ts';
import { requireSession } from '../http/require-session.ts';
import { importPath, mayStill, notFound, requireDesk, withDesk } from './desk-of.ts';

/** Twenty addresses of 2,000 characters. */
const readRequestMaxBytes = 128 * 1024;

/** The clerk's desk for papers that come in; its files have a file of their own. */
export const addImportsRoute = (app: App, deps: AppDeps): void => {
  const guards = [requireSession(deps), requireDesk(deps)] as const;
  app.get(importsPath, ...guards, (c) =>
    withDesk(deps, c, async ({ desk, owner }) =>
      c.json({ imports: [...(await desk.list(owner))] } satisfies ImportList),
    ),
  );
  app.post(importsPath, ...guards, (c) =>
    withDesk(deps, c, async ({ desk, owner }) => {
      const begun = await desk.begin(owner);
      if (!begun.ok) return refuse(c, { error: begun.error });
      return c.json({ id: begun.value } satisfies ImportBegun, 201);
    }),
  );
  app.get(importPath, ...guards, (c) =>
    withDesk(deps, c, async ({ desk, owner }) => {
      const state = await desk.state(owner, c.req.param('id'));
      return state === null ? refuse(c, notFound) : c.json(state);
    }),
  );
  app.post(`${importPath}/read`, ...guards, limitBody(readRequestMaxBytes), (c) =>
    withDesk(deps, c, async ({ desk, owner }) => {
      const request = readBody(c, ReadRequestSchema);
      if (!request.ok) return refuse(c, request.error);
      return done(c, await desk.read(owner, c.req.param('id'), request.value), 202);
    }),
  );
  app.post(`${importPath}/stop`, ...guards, (c) =>
    withDesk(deps, c, async ({ desk, owner }) => done(c, await desk.stop(owner, c.req.param('id')))),
  );
  app.post(`${importPath}/remove`, ...guards, (c) =>
    withDesk(deps, c, async ({ desk, owner }) => done(c, await desk.remove(owner, c.req.param('id')))),
  );
  addPublish(app, deps);
};

const addPublish = (app: App, deps: AppDeps): void => {
  // A draft of a long meeting with all its minutes is far below what a part of a file may be.
  const guards = [requireSession(deps), requireDesk(deps), limitBody(importPartMaxBytes)] as const;
  app.post(`${importPath}/publish`, ...guards, (c) =>
    withDesk(deps, c, async ({ desk, owner }) => {
      const request = readBody(c, PublishSchema);
      if (!request.ok) return refuse(c, request.error);
      const { meeting, draft } = request.value;
      const given = { meeting, draft };
      const answer = await desk.publish(owner, c.req.param('id'), given, () => mayStill(deps, c));
      if (!answer.ok) return refuse(c, { error: answer.error });
      if (answer.value.kind === 'published') deps.hub.poke();
      return c.json(answer.value);
    }),
  );
};

const done = (c: Context<AppEnv>, result: Result<void, DeskFault>, status: 200 | 202 = 200): Response =>
  result.ok ? c.json({}, status) : refuse(c, { error: result.error });
