import * as v from 'valibot';

/** Why a request was refused, as data; the words for a person are the client's (RFC 9457 in spirit). */
const problemCodes = [
  'code_wrong',
  'code_used',
  'code_expired',
  'too_many_tries',
  'too_many_streams',
  'too_many_requests',
  'too_many_imports',
  'being_read',
  'no_room',
  'no_session',
  'device_revoked',
  'not_allowed',
  'not_found',
  'bad_json',
  'bad_request',
  'too_large',
  'id_reused',
  'epoch_changed',
  'app_too_old',
  'server_fault',
  'database_busy',
] as const;

export const ProblemSchema = v.object({
  error: v.picklist(problemCodes),
  /** Seconds to wait, where that helps. */
  retryAfter: v.optional(v.number()),
  /** With `epoch_changed`: the server's epoch and the `n` it expects next. */
  epoch: v.optional(v.string()),
  next: v.optional(v.number()),
});
export type Problem = v.InferOutput<typeof ProblemSchema>;
export type ProblemCode = Problem['error'];
