import * as v from 'valibot';
import { err, ok, type Result } from '../../domain/result.ts';
import { EnvelopeSchema, Sha256Schema, UuidSchema, type LooseEnvelope } from '../../protocol/event-schema.ts';
import { pushMaxEvents, PushRequestSchema } from '../../protocol/push.ts';

/** One event of a push. What cannot be read wholly is still kept, as long as it can be named and ordered. */
export interface Offered {
  readonly id: string;
  readonly n: number;
  readonly digest: string;
  /** Null when the outer shape is broken. */
  readonly envelope: LooseEnvelope | null;
  /** The envelope as it came, as JSON text: made when it is asked for, since few are set aside. */
  readonly raw: string;
}

export interface OfferedPush {
  readonly deviceId: string;
  readonly epoch: string;
  readonly events: readonly Offered[];
}

// Fields that are not known are ignored: a later version may send more.
const OuterSchema = v.object({
  ...PushRequestSchema.entries,
  events: v.array(v.unknown()),
});

const OtherProtocolSchema = v.object({
  proto: v.pipe(v.number(), v.integer(), v.notValue(PushRequestSchema.entries.proto.literal)),
});

const LegibleSchema = v.looseObject({
  deviceId: UuidSchema,
  n: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  digest: Sha256Schema,
  event: v.looseObject({ id: UuidSchema }),
});

/**
 * Reads a push. One broken event does not spoil the others and does not block the tablet for ever: it goes
 * to quarantine. A protocol that is not spoken here is told apart, so that the app can ask for its update.
 */
export const readOffered = (
  body: unknown,
): Result<OfferedPush, 'bad_request' | 'app_too_old' | 'too_large'> => {
  const outer = v.safeParse(OuterSchema, body);
  if (!outer.success) {
    return err(v.safeParse(OtherProtocolSchema, body).success ? 'app_too_old' : 'bad_request');
  }
  // As for too many bytes: the tablet halves its batch, as one would that was made for a higher limit.
  if (outer.output.events.length > pushMaxEvents) return err('too_large');
  const { deviceId, epoch } = outer.output;
  const events: Offered[] = [];
  for (const raw of outer.output.events) {
    const one = readOne(raw);
    if (one === null || one.legible.deviceId !== deviceId) return err('bad_request');
    const { legible, envelope } = one;
    const { n, digest } = legible;
    events.push({
      id: legible.event.id,
      n,
      digest,
      envelope,
      get raw() {
        return JSON.stringify(raw);
      },
    });
  }
  return ok({ deviceId, epoch, events });
};

interface ReadOne {
  readonly legible: v.InferOutput<typeof LegibleSchema>;
  readonly envelope: LooseEnvelope | null;
}

// Whatever is whole is legible, so most are read once.
const readOne = (raw: unknown): ReadOne | null => {
  const whole = v.safeParse(EnvelopeSchema, raw);
  if (whole.success) return { legible: whole.output, envelope: whole.output };
  const legible = v.safeParse(LegibleSchema, raw);
  return legible.success ? { legible: legible.output, envelope: null } : null;
};
