import * as v from 'valibot';
import { EnrolResponseSchema, GrantSchema } from './enrol.ts';
import { UuidSchema } from './event-schema.ts';

/**
 * `POST /session/v1/challenge` then `POST /session/v1`: a session that ran out is renewed by signing a
 * one-time challenge with the device's key. `GET /session/v1` says who is signed in, 401 when nobody is.
 */
export const sessionPath = '/session/v1';
export const challengePath = '/session/v1/challenge';

export const ChallengeRequestSchema = v.object({ deviceId: UuidSchema });
export const ChallengeResponseSchema = v.object({ challenge: v.string() });

export const SessionRequestSchema = v.object({
  deviceId: UuidSchema,
  challenge: v.pipe(v.string(), v.maxLength(200)),
  /** base64url of an ECDSA P-256 SHA-256 signature (IEEE P1363) over the challenge's UTF-8 bytes. */
  signature: v.pipe(v.string(), v.maxLength(200)),
});
export type SessionRequest = v.InferOutput<typeof SessionRequestSchema>;

export const SessionResponseSchema = v.object({
  ...EnrolResponseSchema.entries,
  grants: v.array(GrantSchema),
});
