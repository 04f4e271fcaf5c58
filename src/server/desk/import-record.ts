import * as v from 'valibot';
import { InstantSchema, UuidSchema } from '../../protocol/event-schema.ts';

const CountSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const FileSchema = v.object({
  /** Also the name of the file on the disk: what a clerk calls it is never a path. */
  place: CountSchema,
  name: v.string(),
  size: CountSchema,
  /** Fetched while reading; gone when reading begins anew. */
  fetched: v.boolean(),
});

const PublishedSchema = v.object({ meeting: CountSchema, meetingId: UuidSchema, version: CountSchema });

const ReadingSchema = v.variant('kind', [
  v.object({ kind: v.literal('not-begun') }),
  /** It waits or is being read; or it was stopped, by a clerk or with the server. */
  v.object({ kind: v.literal('begun') }),
  v.object({ kind: v.literal('failed') }),
  v.object({
    kind: v.literal('read'),
    meetings: CountSchema,
    /** Of the first meeting. */
    committee: v.nullable(v.string()),
    date: v.nullable(v.string()),
    published: v.array(PublishedSchema),
    /** Files from this place on came after it. Records of before do not say it. */
    before: v.optional(CountSchema),
  }),
]);

/** What is known of an import besides its files and what they came to, as it lies on the disk. */
export const ImportRecordSchema = v.object({
  format: v.literal(1),
  id: UuidSchema,
  councilId: UuidSchema,
  personId: UuidSchema,
  begunAt: InstantSchema,
  touchedAt: InstantSchema,
  /** The place of the file that comes next: a place is never given twice. */
  nextPlace: CountSchema,
  files: v.array(FileSchema),
  reading: ReadingSchema,
});
export type ImportRecord = v.InferOutput<typeof ImportRecordSchema>;
export type RecordedFile = ImportRecord['files'][number];
export type RecordedReading = ImportRecord['reading'];

/** Whose an import is: it is there for nobody else. */
export interface Owner {
  readonly councilId: string;
  readonly personId: string;
}
