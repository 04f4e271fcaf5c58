import { mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { instant } from '../app-deps.ts';
import { uuidv7 } from '../uuid.ts';
import { importFolder, type ImportFolder } from './import-folder.ts';
import type { ImportRecord, Owner } from './import-record.ts';

/** Every import that is open, in memory and on the disk alike. */
export interface ImportStore {
  /** Of everybody, oldest first. */
  readonly all: () => readonly OpenImport[];
  /** Null for what is not there, or not this person's. */
  readonly find: (owner: Owner, id: string) => OpenImport | null;
  readonly begin: (owner: Owner) => Promise<OpenImport>;
  /** Writes the record as it is to be; memory follows the disk. Nothing happens to one that was removed meanwhile. */
  readonly save: (open: OpenImport, change: Partial<ImportRecord>) => Promise<void>;
  /** Removes what nobody has touched for two weeks and `isBusy` does not keep. */
  readonly expire: (isBusy: (id: string) => boolean) => Promise<void>;
  readonly remove: (open: OpenImport) => Promise<void>;
}

export interface OpenImport {
  readonly folder: ImportFolder;
  record: ImportRecord;
  /** By place, how many bytes have arrived. */
  readonly here: Map<number, number>;
}

export interface StoreOutside {
  /** Where the imports lie; it is made when the first begins. */
  readonly path: string;
  readonly now: () => number;
  readonly random: (bytes: number) => Uint8Array;
}

const twoWeeksMs = 14 * 24 * 3600 * 1000;
const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/u;

/** Reads what is on the disk. One process at a time may hold a folder of imports. */
export const openImportStore = async ({ path, now, random }: StoreOutside): Promise<ImportStore> => {
  const imports = new Map<string, OpenImport>();
  const isOld = (ms: number): boolean => now() - ms > twoWeeksMs;
  const names: readonly string[] = await readdir(path).catch(() => []);
  // Their ids begin with the time.
  for (const id of names.toSorted()) {
    const found = uuid.test(id) ? await openImport(join(path, id), isOld) : null;
    if (found !== null) imports.set(id, found);
  }
  const remove = async (open: OpenImport): Promise<void> => {
    imports.delete(open.record.id);
    await open.folder.remove();
  };
  return {
    all: () => [...imports.values()],
    find: ({ councilId, personId }, id) => {
      const open = imports.get(id);
      if (open === undefined) return null;
      return open.record.councilId === councilId && open.record.personId === personId ? open : null;
    },
    begin: async (owner) => {
      await mkdir(path, { recursive: true, mode: 0o700 });
      const open = newImport(path, owner, now(), random);
      imports.set(open.record.id, open);
      try {
        await open.folder.make();
        await open.folder.saveRecord(open.record);
      } catch (cause) {
        await remove(open);
        throw cause;
      }
      return open;
    },
    save: async (open, change) => {
      if (imports.get(open.record.id) !== open) return;
      const record = { ...open.record, ...change, touchedAt: instant(now()) };
      await open.folder.saveRecord(record);
      open.record = record;
    },
    expire: async (isBusy) => {
      for (const open of imports.values()) {
        const { id, touchedAt } = open.record;
        if (isOld(Date.parse(touchedAt)) && !isBusy(id)) await remove(open);
      }
    },
    remove,
  };
};

const newImport = (
  path: string,
  { councilId, personId }: Owner,
  now: number,
  random: StoreOutside['random'],
): OpenImport => {
  const id = uuidv7(now, random);
  const at = instant(now);
  return {
    folder: importFolder(join(path, id)),
    record: {
      format: 1,
      id,
      councilId,
      personId,
      begunAt: at,
      touchedAt: at,
      nextPlace: 0,
      files: [],
      reading: { kind: 'not-begun' },
    },
    here: new Map(),
  };
};

/** An import as a server left it, however it ended; null for what is none. */
const openImport = async (path: string, isOld: (ms: number) => boolean): Promise<OpenImport | null> => {
  const folder = importFolder(path);
  const record = await folder.readRecord();
  if (record === null) {
    // Half begun or half removed; or of a later version, which somebody may go back to within two weeks.
    const entry = await stat(join(path, 'import.json')).catch(() => null);
    if (entry === null || isOld(entry.mtimeMs)) await folder.remove();
    return null;
  }
  await folder.tidy(record);
  const here = new Map<number, number>();
  for (const { place, size } of record.files) here.set(place, Math.min(size, await folder.sizeOf(place)));
  return { folder, record, here };
};
