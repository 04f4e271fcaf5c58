import { join } from 'node:path';
import { createCouncilStore } from '../create-council-store.ts';
import type { DataFolder } from '../folder/data-folder.ts';
import { createMatching } from '../match/create-matching.ts';
import type { Log } from '../observe/log.ts';
import type { Desk } from './desk.ts';
import { openDesk } from './open-desk.ts';
import { prepareOffThread } from './prepare-off-thread.ts';

/** The desk of a data folder, beside its papers: what comes in lies in `imports/`. For the folder's one server. */
export const openFolderDesk = (folder: DataFolder, fetchAllow: string, log: Log): Promise<Desk> =>
  openDesk({
    path: join(folder.path, 'imports'),
    now: folder.now,
    random: folder.random,
    matching: createMatching(createCouncilStore(folder), prepareOffThread),
    fetchAllow,
    log,
  });
