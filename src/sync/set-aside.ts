import { setAsidePath, SetAsideResponseSchema, type SetAsideRecord } from '../protocol/set-aside.ts';
import type { SyncPorts } from './ports.ts';
import { readSyncJson } from './request.ts';
import { askSignedIn } from './session.ts';

export type { SetAsideRecord };

/**
 * Asks what the server has set aside, for a clerk's desk; null while it cannot be asked. Kept nowhere on the
 * tablet: the list is the server's, and only the server knows it whole. Empty for who is no clerk any more.
 */
export const askSetAside = async (ports: SyncPorts): Promise<readonly SetAsideRecord[] | null> => {
  const enrolment = await ports.enrolments.read();
  if (enrolment === null) return null;
  const answer = await askSignedIn(
    ports,
    enrolment,
    { method: 'GET', path: setAsidePath, timeoutMs: 20_000 },
    readSyncJson(SetAsideResponseSchema),
  );
  if (answer.kind === 'ok') return answer.value.records;
  return answer.kind === 'problem' && answer.problem.error === 'not_allowed' ? [] : null;
};
