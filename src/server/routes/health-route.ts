import type { App } from '../http/env.ts';
import type { AppDeps } from '../app-deps.ts';
import { findCouncil } from '../council.ts';

/** For whoever watches the machine: 200 when the database answers. Says nothing about anybody. */
export const addHealthRoute = (app: App, { db }: AppDeps): void => {
  app.get('/healthz', async (c) => {
    await db.read(findCouncil);
    return c.json({ ok: true });
  });
};
