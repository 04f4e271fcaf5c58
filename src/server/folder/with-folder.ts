import { databaseUrlOf, dataDirOf, type CommandIo } from '../command-io.ts';
import { createCouncilStore } from '../create-council-store.ts';
import type { CouncilStore } from '../council-store.ts';
import { findCouncil } from '../council.ts';
import type { CouncilTable } from '../db/schema.ts';
import { folderSentence, openDataFolder, type DataFolder, type FolderUse } from './data-folder.ts';

/** Says one sentence and answers the exit code of a command that could not do its work. */
export const fail = (io: CommandIo, sentence: string): number => {
  io.complain(sentence);
  return 1;
};

/** Opens the data folder that the environment names, works with it and closes it. */
export const withFolder = async (
  io: CommandIo,
  use: FolderUse,
  work: (folder: DataFolder, store: CouncilStore) => Promise<number> | number,
): Promise<number> => {
  const dataDir = dataDirOf(io);
  const folder = await openDataFolder({ dataDir, databaseUrl: databaseUrlOf(io) }, use, io.now);
  if (!folder.ok) return fail(io, folderSentence(folder.error, dataDir));
  try {
    return await work(folder.value, createCouncilStore(folder.value));
  } finally {
    await folder.value.close();
  }
};

/** As `withFolder`, for commands that need a council to be there already. */
export const withCouncil = (
  io: CommandIo,
  work: (folder: DataFolder, store: CouncilStore, council: CouncilTable) => Promise<number> | number,
): Promise<number> =>
  withFolder(io, 'existing', async (folder, store) => {
    const council = await folder.db.read(findCouncil);
    if (council !== null) return work(folder, store, council);
    return fail(
      io,
      `There is no council in the data folder ${dataDirOf(io)} yet: run "order-paper start --council NAME" first.`,
    );
  });
