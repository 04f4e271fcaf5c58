import { err, ok, type Result } from '../../domain/result.ts';
import { importFileMaxBytes, importMaxBytes, importMaxFiles } from '../../protocol/imports.ts';
import { ownName } from '../propose/given-files.ts';
import type { DeskFile } from './desk.ts';
import type { ImportStore, OpenImport } from './import-store.ts';

/** Makes room for a file that the clerk gives; answers its place. Its name is changed where another has it. */
export const addFile = async (
  store: ImportStore,
  open: OpenImport,
  { name, size }: { readonly name: string; readonly size: number },
): Promise<Result<number, 'too_large'>> => {
  const { files, nextPlace: place } = open.record;
  const given = files.filter(({ fetched }) => !fetched);
  const bytes = given.reduce((sum, file) => sum + file.size, 0);
  if (given.length >= importMaxFiles || size > importFileMaxBytes || bytes + size > importMaxBytes) {
    return err('too_large');
  }
  await open.folder.makeFile(place);
  const file = {
    place,
    name: ownName(shownName(name), new Set(files.map(({ name }) => name))),
    size,
    fetched: false,
  };
  await store.save(open, { nextPlace: place + 1, files: [...files, file] });
  open.here.set(place, 0);
  return ok(place);
};

/** A name that stays the same wherever it goes: a meeting file has no blanks around it, and a disk no half letters. */
const shownName = (name: string): string =>
  name
    .toWellFormed()
    .replace(/\p{Cc}/gu, '_')
    .trim() || '_';

/** Puts bytes where they belong in a file; answers how much of it is here. There is never a gap in a file. */
export const keepPart = async (
  open: OpenImport,
  { place, at, bytes }: { readonly place: number; readonly at: number; readonly bytes: Uint8Array },
): Promise<Result<number, 'not_found' | 'bad_request' | 'too_large'>> => {
  const file = open.record.files.find((one) => one.place === place && !one.fetched);
  if (file === undefined) return err('not_found');
  const here = open.here.get(place) ?? 0;
  if (at > here) return err('bad_request');
  const end = at + bytes.length;
  if (end > file.size) return err('too_large');
  await open.folder.writePart(place, at, bytes);
  open.here.set(place, Math.max(here, end));
  return ok(Math.max(here, end));
};

/**
 * Removes a file that the clerk gave; one that is gone is removed. What was read stays as it is, and speaks of a file
 * that is not here any more.
 */
export const removeFile = async (
  store: ImportStore,
  open: OpenImport,
  place: number,
): Promise<Result<void, 'bad_request'>> => {
  const file = open.record.files.find((one) => one.place === place);
  if (file === undefined) return ok(undefined);
  // It goes when reading begins anew, and comes back with its address.
  if (file.fetched) return err('bad_request');
  // Its bytes go first: on a full disk nothing can be written before. After a kill in between none of it has arrived.
  open.here.set(place, 0);
  await open.folder.removeFile(place);
  await store.save(open, { files: open.record.files.filter((one) => one.place !== place) });
  open.here.delete(place);
  return ok(undefined);
};

/** A file that has arrived whole, or was fetched; null for any other. */
export const wholeFile = ({ record, here, folder }: OpenImport, place: number): DeskFile | null => {
  const file = record.files.find((one) => one.place === place);
  if (file === undefined || here.get(place) !== file.size) return null;
  return { path: folder.pathOf(place), size: file.size };
};
