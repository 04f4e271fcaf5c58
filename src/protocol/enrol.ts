import * as v from 'valibot';
import { UuidSchema } from './event-schema.ts';

/**
 * `POST /enrol/v1`: a single-use code, typed inside the app, makes this browser a device of one person.
 * Answers a session cookie beside the body; 4xx with a `ProblemSchema` body for a wrong, used or expired
 * code, and for too many tries.
 */
export const enrolPath = '/enrol/v1';

export const EnrolRequestSchema = v.strictObject({
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
