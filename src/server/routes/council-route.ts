import { councilPath } from '../../protocol/council.ts';
import type { App } from '../http/env.ts';
import type { AppDeps } from '../app-deps.ts';
import { councilInfo, findCouncil } from '../council.ts';
import { refuse } from '../http/problem.ts';

/** What anyone may know before sign-in. */
export const addCouncilRoute = (app: App, { db }: AppDeps): void => {
  app.get(councilPath, async (c) => {
    const council = await db.read(findCouncil);
    return council === null ? refuse(c, { error: 'not_found' }) : c.json(councilInfo(council));
  });
};
