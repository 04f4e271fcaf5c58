import * as v from 'valibot';
import { pushMaxBytes } from './push.ts';

/**
 * `POST /sync/v1/rescue`: what a revoked device still had to send, signed by its key, answered as a push
 * whose results are `held` (or `duplicate`), and refused as one under another epoch than the server's. The
 * clerk decides; nothing is dropped.
 */
export const rescuePath = '/sync/v1/rescue';

export const RescueRequestSchema = v.object({
  /** A push request as JSON text: the very bytes that were signed. */
  push: v.pipe(v.string(), v.maxLength(pushMaxBytes)),
  signature: v.pipe(v.string(), v.maxLength(200)),
});
