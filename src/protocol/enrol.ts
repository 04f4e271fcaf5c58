import * as v from 'valibot';
import { UuidSchema } from './event-schema.ts';

/**
 * `POST /enrol/v1`: a single-use code, typed inside the app, makes this browser a device of one person.
 * Answers 201 and a session cookie beside the body; 4xx with a `ProblemSchema` body for a wrong, used or
 * expired code, and for too many tries. A code that was used up by the same key, within its 72 hours, is
 * answered 200 with the same device and a new session: the first answer may have been lost on its way.
 */
export const enrolPath = '/enrol/v1';

export const EnrolRequestSchema = v.object({
  code: v.pipe(v.string(), v.maxLength(40)),
  deviceName: v.pipe(v.string(), v.maxLength(120)),
  /** ECDSA P-256 public key; the private half never leaves the tablet. */
  publicKey: v.strictObject({
    kty: v.literal('EC'),
    crv: v.literal('P-256'),
    x: v.pipe(v.string(), v.maxLength(60)),
    y: v.pipe(v.string(), v.maxLength(60)),
  }),
});
export type EnrolRequest = v.InferOutput<typeof EnrolRequestSchema>;

/** Letters and digits of a code. */
export const codeLength = 8;

/**
 * What was typed, as codes are compared: capitals, no dashes or spaces, look-alikes read as digits
 * (Crockford's base 32). Null when it is no code.
 */
export const normaliseCode = (typed: string): string | null => {
  const code = typed
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  return code.length === codeLength && !code.includes('U') ? code : null;
};

export const GrantSchema = v.object({
  role: v.picklist(['member', 'clerk']),
  committeeId: v.nullable(UuidSchema),
});
export type Grant = v.InferOutput<typeof GrantSchema>;

export const EnrolResponseSchema = v.object({
  deviceId: UuidSchema,
  personId: UuidSchema,
  /** The person's own name, as the council writes it. */
  name: v.string(),
  councilId: UuidSchema,
  epoch: v.string(),
  grants: v.array(GrantSchema),
});
export type EnrolResponse = v.InferOutput<typeof EnrolResponseSchema>;
