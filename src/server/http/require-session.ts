import { createMiddleware } from 'hono/factory';
import type { AppDeps } from '../app-deps.ts';
import { findSession } from '../sessions.ts';
import type { AppEnv } from './env.ts';
import { refuse } from './problem.ts';
import { readSessionToken } from './session-cookie.ts';

/** Lets a request through with its actor; else 401 `no_session`, or 403 `device_revoked`. */
export const requireSession = ({ db, now }: AppDeps) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const token = readSessionToken(c);
    if (token === null) return refuse(c, { error: 'no_session' });
    const session = await db.read(() => findSession(token, now()));
    switch (session.kind) {
      case 'nobody':
        return refuse(c, { error: 'no_session' });
      case 'revoked':
        return refuse(c, { error: 'device_revoked' });
      case 'actor':
        c.set('actor', session.actor);
        return next();
    }
  });
