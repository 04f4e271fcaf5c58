import { availableParallelism } from 'node:os';
import type { ImportState, PublishAnswer } from '../../domain/import-state.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { ImportList } from '../../protocol/imports.ts';
import type { Log } from '../observe/log.ts';
import type { Desk, DeskFault } from './desk.ts';
import { createDeskReadings, type DeskReadings } from './desk-readings.ts';
import { whereRoom } from './disk-full.ts';
import type { Owner } from './import-record.ts';
import { type ImportStore, type OpenImport, openImportStore, type StoreOutside } from './import-store.ts';
import { createInTurn, type InTurn } from './in-turn.ts';
import { addFile, keepPart, removeFile, wholeFile } from './keep-files.ts';
import type { Matching } from './ports.ts';
import { publishFrom } from './publish-import.ts';
import type { ReadingOutside } from './read-import.ts';

export interface DeskOutside extends StoreOutside, Partial<Pick<ReadingOutside, 'ca' | 'heapMb'>> {
  readonly matching: Matching;
  /** FETCH_ALLOW of the environment. */
  readonly fetchAllow: string;
  readonly log: Log;
}

/** A person has one on the screen and perhaps some begun; each may take a gigabyte of the disk. */
const mostOpen = 10;
const hourMs = 3600 * 1000;
/** The words of a thousand papers and where each stands on its page; the bytes of files are not in it. */
const usualHeapMb = 1000;

/** The desk over a folder of imports, and what was begun there before. One process at a time may open a folder. */
export const openDesk = async (outside: DeskOutside): Promise<Desk> => {
  const store = await openImportStore(outside);
  await store.expire(() => false);
  const inTurn = createInTurn();
  const readings = createDeskReadings(store, inTurn, readingOutside(outside), outside.log);
  return { ...collecting(store, readings, inTurn, outside), ...using(store, readings, inTurn, outside) };
};

const readingOutside = ({ matching, fetchAllow, ca, heapMb = usualHeapMb }: DeskOutside): ReadingOutside => ({
  matching,
  fetchAllow,
  ...(ca === undefined ? {} : { ca }),
  heapMb,
  // The first two cores are for the tablets.
  readers: availableParallelism() > 2 ? 2 : 1,
});

type Collecting = Pick<Desk, 'list' | 'begin' | 'state' | 'addFile' | 'keepPart' | 'removeFile' | 'file'>;

const collecting = (
  store: ImportStore,
  readings: DeskReadings,
  inTurn: InTurn,
  outside: DeskOutside,
): Collecting => {
  const within = createWithin(store, inTurn, outside.now);
  return {
    list: async (owner) => {
      await store.expire(readings.isBusy);
      return ofOwner(store, owner)
        .map((open) => toListed(open, readings))
        .toReversed();
    },
    begin: (owner) =>
      // In turn, or two at once would both be the tenth.
      inTurn('begin', () =>
        whereRoom(async () => {
          if (ofOwner(store, owner).length >= mostOpen) return err('too_many_imports');
          return ok((await store.begin(owner)).record.id);
        }),
      ),
    state: async (owner, id) => {
      const open = store.find(owner, id);
      if (open === null) return null;
      await within(owner, id, async () => ok(undefined));
      return toState(open, readings);
    },
    addFile: (owner, id, file) => within(owner, id, (open) => addFile(store, open, file)),
    keepPart: (owner, id, part) => within(owner, id, (open) => keepPart(open, part)),
    removeFile: (owner, id, place) =>
      within(owner, id, async (open) =>
        isBeingRead(open, readings) ? err('being_read') : removeFile(store, open, place),
      ),
    file: async (owner, id, place) => {
      const open = store.find(owner, id);
      return open === null ? null : wholeFile(open, place);
    },
  };
};

const using = (
  store: ImportStore,
  readings: DeskReadings,
  inTurn: InTurn,
  { matching }: DeskOutside,
): Omit<Desk, keyof Collecting> => {
  const found = async <T>(
    owner: Owner,
    id: string,
    act: (open: OpenImport) => Promise<Result<T, DeskFault>>,
  ): Promise<Result<T, DeskFault>> => {
    const open = store.find(owner, id);
    return open === null ? err('not_found') : whereRoom(() => act(open));
  };
  return {
    read: (owner, id, request) => found(owner, id, async (open) => ok(await readings.begin(open, request))),
    stop: (owner, id) => found(owner, id, async (open) => ok(await readings.stop(open))),
    // One at a time: the bytes of all its papers are in the memory.
    publish: (owner, id, given, mayStill) =>
      inTurn('publish', () =>
        found(owner, id, (open): Promise<Result<PublishAnswer, DeskFault>> =>
          publishFrom(open, given, mayStill, { store, inTurn, matching }),
        ),
      ),
    remove: (owner, id) =>
      found(owner, id, async (open) => {
        await readings.stop(open);
        return ok(await inTurn(id, () => store.remove(open)));
      }),
    close: readings.close,
  };
};

type Within = <T>(
  owner: Owner,
  id: string,
  act: (open: OpenImport) => Promise<Result<T, DeskFault>>,
) => Promise<Result<T, DeskFault>>;

/** Acts on an import in its turn, and notes now and then that somebody did. */
const createWithin =
  (store: ImportStore, inTurn: InTurn, now: () => number): Within =>
  (owner, id, act) =>
    inTurn(id, async () => {
      const open = store.find(owner, id);
      if (open === null) return err('not_found');
      return whereRoom(async () => {
        const answer = await act(open);
        if (now() - Date.parse(open.record.touchedAt) > hourMs) await store.save(open, {});
        return answer;
      });
    });

/** It is being read, or waits to be. */
const isBeingRead = (open: OpenImport, readings: DeskReadings): boolean => {
  const kind = readings.kindOf(open);
  return kind === 'waiting' || kind === 'reading';
};

/** Those of one person that are not finished. */
const ofOwner = (store: ImportStore, owner: Owner): readonly OpenImport[] =>
  store.all().filter(({ record }) => store.find(owner, record.id) !== null && !isPublished(record));

/** Every meeting in it has been published. It stays for a while, so that its page goes on to say so. */
const isPublished = ({ reading }: OpenImport['record']): boolean =>
  reading.kind === 'read' && reading.meetings > 0 && reading.published.length >= reading.meetings;

const toListed = (open: OpenImport, readings: DeskReadings): ImportList['imports'][number] => {
  const { id, begunAt, files, reading } = open.record;
  const { committee, date } = reading.kind === 'read' ? reading : { committee: null, date: null };
  return { id, begunAt, files: files.length, committee, date, reading: readings.kindOf(open) };
};

const toState = async (open: OpenImport, readings: DeskReadings): Promise<ImportState> => {
  const { id, begunAt, files } = open.record;
  return {
    id,
    begunAt,
    files: files.map(({ place, name, size }) => ({ place, name, size, here: open.here.get(place) ?? 0 })),
    reading: await readings.stateOf(open),
  };
};
