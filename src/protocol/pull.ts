import * as v from 'valibot';
import { InstantSchema, LooseEventSchema, Sha256Schema, UuidSchema } from './event-schema.ts';

/**
 * `GET /sync/v1/pull?cursor=&limit=`: the log after the cursor, as far as this person may read it.
 * `If-None-Match` with the last `ETag` answers 304. `cursor` is opaque; an empty one starts from the beginning.
 */
export const pullPath = '/sync/v1/pull';
export const pullMaxLimit = 500;

/**
 * `GET /sync/v1/events`: server-sent events that only say "pull now". A device has a few streams at a time:
 * a new one ends its oldest. 429 with Retry-After when the server has no more; the minute's pull goes on.
 */
export const pokePath = '/sync/v1/events';

export const LogItemSchema = v.object({
  seq: v.number(),
  receivedAt: InstantSchema,
  digest: Sha256Schema,
  chain: Sha256Schema,
  /** The author's name as minutes say it, so that a desk needs no second question. */
  author: v.object({ personId: UuidSchema, name: v.string(), role: v.nullable(v.string()) }),
  event: LooseEventSchema,
});
export type LogItem = v.InferOutput<typeof LogItemSchema>;

/** A page whose items are not looked at yet: a reader that draws checks them a part at a time. */
export const PullPageSchema = v.object({
  epoch: v.string(),
  serverTime: InstantSchema,
  items: v.array(v.unknown()),
  /** Ids of events that this person may no longer read, or that were erased. */
  purges: v.array(UuidSchema),
  cursor: v.string(),
  more: v.boolean(),
  device: v.picklist(['ok', 'revoked', 'wipe']),
});
export type PullPage = v.InferOutput<typeof PullPageSchema>;

export const PullResponseSchema = v.object({ ...PullPageSchema.entries, items: v.array(LogItemSchema) });
export type PullResponse = v.InferOutput<typeof PullResponseSchema>;
