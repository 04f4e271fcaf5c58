import * as v from 'valibot';
import type { Manifest } from '../domain/meeting.ts';
import { ContactSchema } from './council.ts';
import { RegimeRefSchema, Sha256Schema, UuidSchema } from './event-schema.ts';

const BlobRefSchema = v.object({
  sha256: Sha256Schema,
  size: v.number(),
  chunks: v.array(Sha256Schema),
});

const SeatSchema = v.object({
  id: UuidSchema,
  group: v.string(),
  role: v.picklist(['chair', 'vice-chair', 'member', 'co-opted']),
  votes: v.picklist(['all', 'education', 'none']),
  holder: v.variant('kind', [
    v.object({ kind: v.literal('vacant') }),
    v.object({
      kind: v.literal('person'),
      personId: UuidSchema,
      listName: v.string(),
      minuteName: v.string(),
      minuteRole: v.nullable(v.string()),
    }),
  ]),
});

/** Run-time check of a published manifest, on both sides. */
export const ManifestSchema = v.object({
  format: v.literal(1),
  meetingId: UuidSchema,
  version: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  reason: v.string(),
  councilId: UuidSchema,
  committee: v.object({
    id: UuidSchema,
    name: v.string(),
    type: v.picklist(['scrutiny', 'council', 'executive', 'regulatory', 'standards', 'other']),
  }),
  start: v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/)),
  zone: v.literal('Europe/London'),
  venue: v.string(),
  state: v.picklist(['coming', 'held', 'cancelled']),
  regime: RegimeRefSchema,
  seats: v.array(SeatSchema),
  contacts: v.array(ContactSchema),
  items: v.array(
    v.object({
      id: UuidSchema,
      number: v.nullable(v.string()),
      title: v.string(),
      pages: v.nullable(v.object({ first: v.string(), last: v.string() })),
      education: v.boolean(),
      minute: v.nullable(
        v.object({
          number: v.nullable(v.string()),
          paragraphs: v.array(v.string()),
          truncated: v.boolean(),
        }),
      ),
    }),
  ),
  papers: v.array(
    v.object({
      id: UuidSchema,
      title: v.string(),
      kind: v.picklist(['agenda', 'report', 'minutes', 'pack', 'other']),
      itemId: v.nullable(UuidSchema),
      mediaType: v.picklist(['application/pdf', 'text/plain']),
      pages: v.number(),
      file: BlobRefSchema,
      text: BlobRefSchema,
    }),
  ),
  plans: v.array(
    v.object({
      itemId: UuidSchema,
      paperId: UuidSchema,
      areas: v.array(
        v.object({
          number: v.string(),
          name: v.string(),
          text: v.string(),
          status: v.picklist(['done', 'on-track', 'waiting', 'late', 'unknown']),
          dates: v.array(v.string()),
        }),
      ),
    }),
  ),
}) satisfies v.GenericSchema<unknown, Manifest>;
