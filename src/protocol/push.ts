import * as v from 'valibot';
import { EnvelopeSchema, InstantSchema, Sha256Schema, UuidSchema } from './event-schema.ts';

/**
 * `POST /sync/v1/push`: at most 500 events and 512 KiB, contiguous in `n`. The server may stop after any
 * prefix; the client believes only the results listed. Content is never a 4xx: what is not valid for the
 * domain is kept in quarantine and answered as such. Unknown fields are ignored; a `proto` that is not
 * spoken here is answered 426.
 */
export const pushPath = '/sync/v1/push';
export const pushMaxEvents = 500;
export const pushMaxBytes = 512 * 1024;

/** Every answer of the sync endpoints carries it; a 200 without it is a captive portal. */
export const syncHeader = { name: 'X-Order-Paper', value: '1' } as const;

export const PushRequestSchema = v.object({
  proto: v.literal(1),
  app: v.pipe(v.string(), v.maxLength(40)),
  deviceId: UuidSchema,
  epoch: v.pipe(v.string(), v.maxLength(64)),
  sentAt: InstantSchema,
  events: v.pipe(v.array(EnvelopeSchema), v.maxLength(pushMaxEvents)),
});
export type PushRequest = v.InferOutput<typeof PushRequestSchema>;

/** What the server did with one event, as an acknowledgement in law's sense: it can be shown. */
const ReceiptSchema = v.variant('status', [
  v.object({
    id: UuidSchema,
    n: v.number(),
    status: v.picklist(['applied', 'duplicate']),
    seq: v.number(),
    receivedAt: InstantSchema,
    chain: Sha256Schema,
  }),
  v.object({
    id: UuidSchema,
    n: v.number(),
    status: v.picklist(['quarantined', 'held']),
    receivedAt: InstantSchema,
    code: v.string(),
  }),
]);
export type Receipt = v.InferOutput<typeof ReceiptSchema>;

export const PushResponseSchema = v.object({
  epoch: v.string(),
  serverTime: InstantSchema,
  /** The `n` that the server expects next from this device. */
  next: v.number(),
  results: v.array(ReceiptSchema),
});
export type PushResponse = v.InferOutput<typeof PushResponseSchema>;
