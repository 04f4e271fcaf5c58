import { setAsidePath, type SetAsideResponse } from '../../protocol/set-aside.ts';
import type { AppDeps } from '../app-deps.ts';
import type { App } from '../http/env.ts';
import { refuse } from '../http/problem.ts';
import { requireSession } from '../http/require-session.ts';
import { readSetAside } from '../read-set-aside.ts';

/** What waits for a clerk to look at it, outside the log. Nobody else is told that there is anything. */
export const addSetAsideRoute = (app: App, deps: AppDeps): void => {
  app.get(setAsidePath, requireSession(deps), async (c) => {
    const { councilId, grants } = c.var.actor;
    const records = await deps.db.read(() => readSetAside(councilId, grants));
    if (records === null) return refuse(c, { error: 'not_allowed' });
    return c.json({ records: [...records] } satisfies SetAsideResponse);
  });
};
