import * as v from 'valibot';
import type { ImportState, PublishAnswer, ReadRequest } from '../domain/import-state.ts';
import { InstantSchema, UuidSchema } from './event-schema.ts';

/**
 * The clerk's desk for papers that come in. For clerks only, and each import only for who began it; to anybody else it
 * is not there (`not_found`).
 *
 * | request                               | answer                                                                    |
 * | ------------------------------------- | ------------------------------------------------------------------------- |
 * | `GET /imports`                        | 200 `ImportList`: those not finished, newest first                      |
 * | `POST /imports`                       | 201 `ImportBegun`; 409 `too_many_imports`                                   |
 * | `GET /imports/ID`                     | 200 `ImportState` (domain/import-state.ts)                                  |
 * | `POST /imports/ID/files` `NewFile`    | 201 `FileBegun`: room for a file; 413 `too_large`                           |
 * | `POST /imports/ID/files/PLACE?at=N`   | 200 `PartKept`: the body's bytes stand from N on; 507 `no_room`             |
 * | `GET /imports/ID/files/PLACE`         | 200 or 206: the bytes, whole or a `Range`; also of what was fetched         |
 * | `DELETE /imports/ID/files/PLACE`      | 200: it is not there, removed now or before; 409 `being_read`               |
 * | `POST /imports/ID/read` `ReadRequest` | 202: reading begins, or begins anew                                       |
 * | `POST /imports/ID/stop`               | 200: nothing is being read any more; the files stay                       |
 * | `POST /imports/ID/publish` `Publish`  | 200 `PublishAnswer`                                                       |
 * | `POST /imports/ID/remove`             | 200: stopped, and nothing of it is kept                                   |
 */
export const importsPath = '/imports';

export {
  importFileMaxBytes,
  importMaxBytes,
  importMaxFiles,
  importPartMaxBytes,
} from '../domain/import-limits.ts';

export const ImportListSchema = v.object({
  imports: v.array(
    v.object({
      id: UuidSchema,
      begunAt: InstantSchema,
      files: v.number(),
      /** Committee and day of the first meeting that was understood, or null. */
      committee: v.nullable(v.string()),
      date: v.nullable(v.string()),
      reading: v.picklist(['not-begun', 'waiting', 'reading', 'failed', 'read']),
    }),
  ),
});
export type ImportList = v.InferOutput<typeof ImportListSchema>;

export const ImportBegunSchema = v.object({ id: UuidSchema });
export type ImportBegun = v.InferOutput<typeof ImportBegunSchema>;

export const NewFileSchema = v.strictObject({
  /** With its folders, `/` between them. */
  name: v.pipe(v.string(), v.nonEmpty(), v.maxLength(400)),
  size: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
});
export const FileBegunSchema = v.object({ place: v.number() });
export const PartKeptSchema = v.object({ here: v.number() });

export const ReadRequestSchema = v.strictObject({
  addresses: v.pipe(v.array(v.pipe(v.string(), v.maxLength(2000))), v.maxLength(20)),
  documents: v.boolean(),
  password: v.nullable(v.pipe(v.string(), v.maxLength(200))),
  meeting: v.nullable(UuidSchema),
  apart: v.pipe(v.array(UuidSchema), v.maxLength(20)),
}) satisfies v.GenericSchema<unknown, ReadRequest>;

export const PublishSchema = v.strictObject({
  /** Place of the meeting in the proposal. */
  meeting: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  /** A meeting file (docs/meeting-file.md); checked by itself, so that a fault can be said in words. */
  draft: v.unknown(),
});

export const PublishAnswerSchema = v.variant('kind', [
  v.object({ kind: v.literal('published'), meetingId: UuidSchema, version: v.number() }),
  v.object({ kind: v.literal('refused'), sentence: v.string(), where: v.nullable(v.string()) }),
  v.object({ kind: v.literal('published-since'), version: v.number() }),
]) satisfies v.GenericSchema<unknown, PublishAnswer>;

/**
 * What the desk gets to look at. The server made all of it from its own types a moment ago, so that only the outline is
 * checked here: a captive portal's page has none.
 */
export const ImportStateSchema = v.custom<ImportState>((value) =>
  v.is(
    v.object({
      id: UuidSchema,
      begunAt: InstantSchema,
      files: v.array(v.object({ place: v.number(), name: v.string(), size: v.number(), here: v.number() })),
      reading: v.object({ kind: v.picklist(['not-begun', 'waiting', 'reading', 'failed', 'read']) }),
    }),
    value,
  ),
);
