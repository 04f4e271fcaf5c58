import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import type { ReadImport } from '../../domain/import-state.ts';
import { type ImportRecord, ImportRecordSchema } from './import-record.ts';
import { writeWhole } from '../write-whole.ts';

/** What a reading came to, as it is kept. */
export type ReadResult = Omit<ReadImport, 'kind' | 'before'>;

/** One import on the disk. Whatever is written here is whole after a kill, or not there. */
export interface ImportFolder {
  readonly pathOf: (place: number) => string;
  readonly saveRecord: (record: ImportRecord) => Promise<void>;
  /** Null where none is there that can be read. */
  readonly readRecord: () => Promise<ImportRecord | null>;
  readonly make: () => Promise<void>;
  /** An empty one. */
  readonly makeFile: (place: number) => Promise<void>;
  /** The bytes are on the disk when it answers. */
  readonly writePart: (place: number, at: number, bytes: Uint8Array) => Promise<void>;
  readonly removeFile: (place: number) => Promise<void>;
  /** 0 where there is no such file. */
  readonly sizeOf: (place: number) => Promise<number>;
  /** An empty folder for what is fetched while reading. */
  readonly makeFetched: () => Promise<string>;
  /** Makes what was fetched as number `from` the file at a place. */
  readonly takeFetched: (from: number, place: number) => Promise<void>;
  readonly saveResult: (result: ReadResult) => Promise<void>;
  readonly readResult: () => Promise<ReadResult | null>;
  /** Removes what belongs to nothing that the record names: a kill left it. */
  readonly tidy: (record: ImportRecord) => Promise<void>;
  readonly remove: () => Promise<void>;
}

export const importFolder = (path: string): ImportFolder => {
  const files = join(path, 'files');
  const fetched = join(path, 'fetched');
  const recordFile = join(path, 'import.json');
  const resultFile = join(path, 'result.json');
  const pathOf = (place: number): string => join(files, String(place));
  return {
    pathOf,
    saveRecord: (record) => writeWhole(recordFile, JSON.stringify(record)),
    readRecord: async () => {
      const parsed = v.safeParse(ImportRecordSchema, await readJsonFile(recordFile));
      return parsed.success ? parsed.output : null;
    },
    make: async () => void (await mkdir(files, { recursive: true, mode: 0o700 })),
    makeFile: async (place) => (await open(pathOf(place), 'w')).close(),
    writePart: async (place, at, bytes) => {
      const handle = await open(pathOf(place), 'r+');
      try {
        let done = 0;
        while (done < bytes.length) {
          const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, at + done);
          done += bytesWritten;
        }
        await handle.datasync();
      } finally {
        await handle.close();
      }
    },
    removeFile: (place) => clear(pathOf(place)),
    sizeOf: async (place) => (await stat(pathOf(place)).catch(() => null))?.size ?? 0,
    makeFetched: async () => {
      await clear(fetched);
      await mkdir(fetched, { mode: 0o700 });
      return fetched;
    },
    takeFetched: (from, place) => rename(join(fetched, String(from)), pathOf(place)),
    saveResult: (result) => writeWhole(resultFile, JSON.stringify(result)),
    // Written by this server's own hand: nothing of it is looked at twice.
    readResult: async () => (await readJsonFile(resultFile)) as ReadResult | null,
    tidy: async (record) => {
      const kept = new Set(record.files.map(({ place }) => String(place)));
      await clear(fetched);
      if (record.reading.kind !== 'read') await clear(resultFile);
      for (const name of await readdir(files).catch(() => [])) {
        if (!kept.has(name)) await clear(join(files, name));
      }
    },
    remove: async () => {
      // Without its record it is no import any more, wherever a kill comes.
      await clear(recordFile);
      await clear(path);
    },
  };
};

const clear = (name: string): Promise<void> => rm(name, { recursive: true, force: true });

const readJsonFile = async (file: string): Promise<unknown> => {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
