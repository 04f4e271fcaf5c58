import * as v from 'valibot';
import type { AnyEvent, Envelope, EventBody } from '../domain/event.ts';

export const UuidSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/));
export const Sha256Schema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
export const InstantSchema = v.pipe(v.string(), v.isoTimestamp(), v.maxLength(24));
const text = (max: number) => v.pipe(v.string(), v.maxLength(max));
const written = (max: number) =>
  v.pipe(
    v.string(),
    v.maxLength(max),
    v.check((s) => s.trim() !== ''),
  );
const LocalDateTimeSchema = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/));
const LocalDateSchema = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

const SeenSchema = v.strictObject({
  meetingId: UuidSchema,
  meetingVersion: count,
  committee: text(300),
  start: LocalDateTimeSchema,
  language: text(35),
  words: v.pipe(v.array(text(2000)), v.maxLength(60)),
});

const SeenItemSchema = v.strictObject({
  itemId: UuidSchema,
  number: v.nullable(text(20)),
  title: text(1000),
});

const ExtentSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('whole') }),
  v.strictObject({
    kind: v.literal('part'),
    part: v.picklist(['late', 'early']),
    time: v.nullable(v.pipe(v.string(), v.regex(/^\d\d:\d\d$/))),
  }),
]);

export const RegimeRefSchema = v.strictObject({
  id: v.picklist(['WCC-2012', 'LGA-2020']),
  version: count,
});

const DutySchema = v.variant('code', [
  v.strictObject({ code: v.literal('notify-monitoring-officer'), by: LocalDateSchema }),
  v.strictObject({
    code: v.picklist([
      'say-at-meeting',
      'do-not-speak',
      'speak-only-as-public',
      'may-speak',
      'do-not-vote',
      'may-vote',
      'leave-room',
      'may-stay',
      'ask-monitoring-officer',
    ]),
  }),
]);

const DeclarationSchema = v.strictObject({
  seen: SeenSchema,
  item: SeenItemSchema,
  regime: RegimeRefSchema,
  answers: v.pipe(v.array(v.strictObject({ question: text(60), choice: text(60) })), v.maxLength(30)),
  interest: v.picklist(['dpi', 'odi', 'ori', 'nri-relates', 'nri-affects', 's106', 'public-body', 'unsure']),
  category: v.nullable(
    v.picklist([
      'employment',
      'sponsorship',
      'contract',
      'land',
      'licence',
      'corporateTenancy',
      'securities',
    ]),
  ),
  holder: v.nullable(v.picklist(['self', 'partner', 'associate', 'body'])),
  // Strict: a sensitive interest that carries a nature is not an event at all (Localism Act 2011 s.32).
  nature: v.variant('kind', [
    v.strictObject({ kind: v.literal('sensitive') }),
    v.strictObject({ kind: v.literal('stated'), text: written(4000), boilerplate: v.boolean() }),
  ]),
  duties: v.pipe(v.array(DutySchema), v.minLength(1), v.maxLength(12)),
  say: written(6000),
});

const WhereSchema = v.strictObject({ seen: SeenSchema, item: SeenItemSchema });

/** Run-time shape of each event type's body, version 1. An unknown key makes the event invalid. */
export const bodySchemas = {
  'apology.send': v.strictObject({ seen: SeenSchema, extent: ExtentSchema, afterStart: v.boolean() }),
  'apology.reason': v.strictObject({ meetingId: UuidSchema, text: written(4000) }),
  'apology.recall': v.strictObject({ seen: SeenSchema }),
  'interest.declare': DeclarationSchema,
  'interest.amend': DeclarationSchema,
  'interest.withdraw': WhereSchema,
  'whip.declare': v.strictObject({
    seen: SeenSchema,
    item: SeenItemSchema,
    group: written(200),
    nature: written(4000),
  }),
  'item.left': WhereSchema,
  'item.returned': WhereSchema,
  'meeting.publish': v.strictObject({
    meetingId: UuidSchema,
    version: count,
    manifest: Sha256Schema,
    size: count,
    reason: written(1000),
  }),
  'record.noted': v.strictObject({ meetingId: UuidSchema }),
  'register.freeze': v.strictObject({ meetingId: UuidSchema }),
} satisfies { [T in EventBody['type']]: v.GenericSchema<unknown, Extract<EventBody, { type: T }>['body']> };

/** The outer shape that every event has, whatever its type and version: enough to keep and to order it. */
export const LooseEventSchema = v.looseObject({
  id: UuidSchema,
  councilId: UuidSchema,
  personId: UuidSchema,
  type: text(60),
  typeVersion: count,
  body: v.record(v.string(), v.unknown()),
  refs: v.pipe(v.array(UuidSchema), v.maxLength(20)),
  madeAt: InstantSchema,
  zone: text(60),
  salt: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
});
export type LooseEvent = v.InferOutput<typeof LooseEventSchema>;

const outerKeys: ReadonlySet<string> = new Set([
  'id',
  'councilId',
  'personId',
  'type',
  'typeVersion',
  'body',
  'refs',
  'madeAt',
  'zone',
  'salt',
]);

/** An event of a known type and version with a well-formed body, or null when it is none. */
export const parseEvent = (loose: LooseEvent): AnyEvent | null => {
  if (loose.typeVersion !== 1 || !Object.hasOwn(bodySchemas, loose.type)) return null;
  if (Object.keys(loose).some((key) => !outerKeys.has(key))) return null;
  const type = loose.type as EventBody['type'];
  const body = v.safeParse(bodySchemas[type], loose.body);
  // The pair of type and body was just checked against each other; the type system cannot see it.
  return body.success ? ({ ...loose, type, typeVersion: 1, body: body.output } as AnyEvent) : null;
};

/**
 * An event as it travels; fields of later versions are ignored. The event inside stays loose: what cannot be
 * understood is kept in quarantine.
 */
export const EnvelopeSchema = v.object({
  deviceId: UuidSchema,
  n: count,
  clock: v.object({ offsetMs: v.nullable(v.pipe(v.number(), v.finite())) }),
  digest: Sha256Schema,
  event: LooseEventSchema,
});
export type LooseEnvelope = Omit<Envelope, 'event'> & { readonly event: LooseEvent };
