import * as v from 'valibot';
import { InstantSchema, UuidSchema } from './event-schema.ts';

/**
 * `GET /sync/v1/set-aside`, for clerks only: what the server kept but did not take into the log, newest
 * first, at most `setAsideMax`. Says who, what kind, when and why; never what was said. A clerk of one
 * committee is told of that committee's meetings only.
 */
export const setAsidePath = '/sync/v1/set-aside';
export const setAsideMax = 500;

const SetAsideRecordSchema = v.object({
  id: UuidSchema,
  /** The meeting that the record names, or null where it names none that was published. */
  meetingId: v.nullable(UuidSchema),
  /** The type of the event, or null where it is none that this server knows. */
  type: v.nullable(v.string()),
  /** Whose device sent it, which is more than the record itself can prove. */
  sender: v.object({ personId: UuidSchema, name: v.string(), role: v.nullable(v.string()) }),
  receivedAt: InstantSchema,
  status: v.picklist(['quarantined', 'held']),
  /** Why, as a code; the receipt on the tablet carries the same. */
  code: v.string(),
});
export type SetAsideRecord = v.InferOutput<typeof SetAsideRecordSchema>;

export const SetAsideResponseSchema = v.object({ records: v.array(SetAsideRecordSchema) });
export type SetAsideResponse = v.InferOutput<typeof SetAsideResponseSchema>;
