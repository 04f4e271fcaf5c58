import { councilPath, CouncilSchema, type Council } from '../protocol/council.ts';
import type { Outside } from './ports.ts';
import { ask, readJson } from './request.ts';

/** What the council says of itself to anyone, or null while it cannot be asked. */
export const askCouncil = async (outside: Outside): Promise<Council | null> => {
  const answer = await ask(
    outside,
    { method: 'GET', path: councilPath, timeoutMs: 30_000 },
    readJson(CouncilSchema),
  );
  return answer.kind === 'ok' ? answer.value : null;
};
