import type { RouteDeps } from '../app-deps.ts';
import { findCouncil } from '../council.ts';
import type { App } from '../http/env.ts';
import { passes } from '../observe/health.ts';

/**
 * For whoever watches the machine: 200 when the database answers and the disk takes what is written, else
 * 503; the answer says which. An old backup is told too, but is no reason to send nobody here any more.
 */
export const addHealthRoute = (app: App, { db, health }: RouteDeps): void => {
  app.get('/healthz', async (c) => {
    const [database, disk] = await Promise.all([
      passes(() => db.read(findCouncil)),
      health === undefined ? null : passes(health.disk),
    ]);
    const ok = database && disk !== false;
    const words = {
      ok,
      database: word(database),
      ...(disk === null ? {} : { disk: word(disk) }),
      ...(health === undefined ? {} : { backup: health.backup() }),
    };
    return c.json(words, ok ? 200 : 503);
  });
};

const word = (isGood: boolean): string => (isGood ? 'ok' : 'failed');
