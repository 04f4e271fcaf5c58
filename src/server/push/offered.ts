import * as v from 'valibot';
import { EnvelopeSchema, Sha256Schema, UuidSchema, type LooseEnvelope } from '../../protocol/event-schema.ts';
import { PushRequestSchema } from '../../protocol/push.ts';

/** One event of a push. What cannot be read wholly is still kept, as long as it can be named and ordered. */
export interface Offered {
  readonly id: string;
  readonly n: number;
  readonly digest: string;
  /** Null when the outer shape is broken. */
  readonly envelope: LooseEnvelope | null;
  /** The envelope as it came, as JSON text. */
  readonly raw: string;
}

export interface OfferedPush {
  readonly deviceId: string;
  readonly epoch: string;
  readonly events: readonly Offered[];
}

const OuterSchema = v.strictObject({
  ...PushRequestSchema.entries,
  events: v.pipe(v.array(v.unknown()), v.maxLength(PushRequestSchema.entries.events.pipe[1].requirement)),
});

const LegibleSchema = v.looseObject({
  deviceId: UuidSchema,
  n: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  digest: Sha256Schema,
  event: v.looseObject({ id: UuidSchema }),
});

/**
 * Reads a push, or answers null when it is none. One broken event does not spoil the others and does
 * not block the tablet for ever: it goes to quarantine.
 */
export const readOffered = (body: unknown): OfferedPush | null => {
  const outer = v.safeParse(OuterSchema, body);
  if (!outer.success) return null;
  const { deviceId, epoch } = outer.output;
  const events: Offered[] = [];
  for (const raw of outer.output.events) {
    const legible = v.safeParse(LegibleSchema, raw);
    if (!legible.success || legible.output.deviceId !== deviceId) return null;
    const whole = v.safeParse(EnvelopeSchema, raw);
    const { n, digest, event } = legible.output;
    events.push({
      id: event.id,
      n,
      digest,
      envelope: whole.success ? whole.output : null,
      raw: JSON.stringify(raw),
    });
  }
  return { deviceId, epoch, events };
};
