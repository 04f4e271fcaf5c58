import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Problem, ProblemCode } from '../../protocol/problem.ts';

const statusByCode = {
  code_wrong: 404,
  code_used: 410,
  code_expired: 410,
  too_many_tries: 429,
  too_many_streams: 429,
  too_many_imports: 409,
  being_read: 409,
  no_room: 507,
  too_many_requests: 429,
  no_session: 401,
  device_revoked: 403,
  not_allowed: 403,
  not_found: 404,
  bad_json: 400,
  bad_request: 400,
  too_large: 413,
  id_reused: 409,
  epoch_changed: 409,
  app_too_old: 426,
  server_fault: 500,
  database_busy: 503,
} satisfies Record<ProblemCode, ContentfulStatusCode>;

/** The one way a request is refused: a status, a code as JSON, and Retry-After where waiting helps. */
export const refuse = (c: Context, problem: Problem): Response => {
  if (problem.retryAfter !== undefined) c.header('Retry-After', String(problem.retryAfter));
  return c.json(problem, statusByCode[problem.error]);
};
