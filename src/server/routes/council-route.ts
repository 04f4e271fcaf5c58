import { councilPath } from '../../protocol/council.ts';
import type { App } from '../http/env.ts';
import type { AppDeps } from '../app-deps.ts';
import { councilInfo, findCouncil } from '../council.ts';
import { refuse } from '../http/problem.ts';

/** What anyone may know before sign-in. */
export const addCouncilRoute = (app: App, { db }: AppDeps): void => {
  app.get(councilPath, (c) => {
    const council = findCouncil(db);
    return council === null ? refuse(c, { error: 'not_found' }) : c.json(councilInfo(council));
  });
};
