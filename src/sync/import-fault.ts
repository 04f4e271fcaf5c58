import type { ProblemCode } from '../protocol/problem.ts';
import type { Answer } from './request.ts';

/** Why the desk could not do what it was asked; the words for it are the screen's. */
export type ImportFault =
  /** No network, or no answer in time. */
  | 'offline'
  /** The device has to sign in, or is no clerk's any more. */
  | 'not-allowed'
  /** Removed, by this person elsewhere or because nobody touched it for two weeks. */
  | 'gone'
  | 'too-large'
  /** The server's disk is full. */
  | 'no-room'
  /** More imports are open than one person may have. */
  | 'too-many'
  /** Being read, or waiting to be. */
  | 'being-read'
  /** A file that was chosen has been changed or taken away since. */
  | 'unreadable'
  | 'server';

type NotOk = Exclude<Answer<unknown>, { kind: 'ok' }>;

const faultByCode: Partial<Record<ProblemCode, ImportFault>> = {
  no_session: 'not-allowed',
  device_revoked: 'not-allowed',
  not_allowed: 'not-allowed',
  not_found: 'gone',
  too_large: 'too-large',
  no_room: 'no-room',
  too_many_imports: 'too-many',
  being_read: 'being-read',
};

/** What an answer that is no success means to a clerk. */
export const importFaultOf = (answer: NotOk): ImportFault => {
  if (answer.kind === 'too-large') return 'too-large';
  if (answer.kind === 'not-modified') return 'server';
  if (answer.kind === 'unreachable') return unreachableFault(answer.status);
  return faultByCode[answer.problem.error] ?? (answer.status === 401 ? 'not-allowed' : 'server');
};

// 507 is the one status of the server's own trouble that a clerk can do something about (RFC 4918, 11.5).
const unreachableFault = (status: number | null): ImportFault => {
  if (status === 507) return 'no-room';
  // Somebody else's page with 200 (a captive portal) is no connection to the council.
  return status === null || status < 400 ? 'offline' : 'server';
};
