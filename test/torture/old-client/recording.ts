import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import * as v from 'valibot';

const ExchangeSchema = v.object({
  who: v.picklist(['member', 'clerk']),
  method: v.string(),
  path: v.string(),
  headers: v.record(v.string(), v.string()),
  /** As it was sent, with `{names}` for what differs from day to day; null without one. */
  body: v.nullable(v.string()),
  status: v.number(),
  /** Null where it was no JSON. */
  answer: v.unknown(),
});
export type Exchange = v.InferOutput<typeof ExchangeSchema>;

const RecordingSchema = v.object({
  app: v.string(),
  /** Who says it, by name: the folder knows them. */
  people: v.object({ member: v.string(), clerk: v.string() }),
  /** The council's data folder as that version made it: files by path, gzipped, in base64. */
  folder: v.record(v.string(), v.string()),
  exchanges: v.array(ExchangeSchema),
});
/** What a version of the client said to the server of its time, and the folder it said it to. Never changed. */
export type Recording = v.InferOutput<typeof RecordingSchema>;

const folderOfRecordings = join(import.meta.dirname, '../recorded');

export const recordingFile = (app: string): string => join(folderOfRecordings, `app-${app}.json`);

/** Every frozen recording, by its file. */
export const readRecordings = (): readonly Recording[] =>
  readdirSync(folderOfRecordings)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) =>
      v.parse(RecordingSchema, JSON.parse(readFileSync(join(folderOfRecordings, name), 'utf8'))),
    );

export const writeRecording = (recording: Recording): void => {
  mkdirSync(folderOfRecordings, { recursive: true });
  writeFileSync(recordingFile(recording.app), `${JSON.stringify(recording, null, 2)}\n`);
};

/** Packs a folder that nobody has open. */
export const packFolder = (dataDir: string): Recording['folder'] =>
  Object.fromEntries(
    readdirSync(dataDir, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(dataDir, name)).isFile() && !name.startsWith('lock.'))
      .toSorted()
      .map((name) => [name, gzipSync(readFileSync(join(dataDir, name)), { level: 9 }).toString('base64')]),
  );

export const unpackFolder = (folder: Recording['folder'], dataDir: string): void => {
  for (const [name, packed] of Object.entries(folder)) {
    mkdirSync(dirname(join(dataDir, name)), { recursive: true });
    writeFileSync(join(dataDir, name), gunzipSync(Buffer.from(packed, 'base64')));
  }
};
