import { beforeEach } from 'vitest';
import { runErase } from '../../../src/server/commands/erase-command.ts';
import { runVerify } from '../../../src/server/commands/verify-command.ts';
import type { DataFolder } from '../../../src/server/folder/data-folder.ts';
import { createCouncilOfFour, type CouncilOfFour } from './council-of-four.ts';
import { createFolders, openOrThrow, run, type Ran } from './data-folders.ts';
import { apology, reason } from './said.ts';
import type { SentEnvelope, Tablet } from './tablet.ts';

/** A council in a data folder, whose member has said in record 3 why they cannot come. */
export interface ToldCouncil {
  readonly dataDir: string;
  readonly folder: DataFolder;
  readonly council: CouncilOfFour;
  readonly member: Tablet;
  readonly clerk: Tablet;
  readonly told: SentEnvelope;
  readonly erase: (...args: readonly string[]) => Promise<Ran>;
  readonly eraseTold: () => Promise<Ran>;
}

export const because = 'Asked for by the person, 12 January';

/** Makes one before each test of the file; answers how to get at it, and at new folders. */
export const useToldCouncil = () => {
  const folders = createFolders();
  let told: ToldCouncil | null = null;
  beforeEach(async () => {
    told = await createToldCouncil(folders.next());
  });
  return {
    folders,
    get: (): ToldCouncil => {
      if (told === null) throw new Error('only inside a test');
      return told;
    },
  };
};

const createToldCouncil = async (dataDir: string): Promise<ToldCouncil> => {
  const folder = await openOrThrow(dataDir);
  const council = await createCouncilOfFour({ db: folder.db, blobs: folder.blobs });
  const member = await council.enrol('member');
  const clerk = await council.enrol('clerk');
  const sorry = member.say(apology(council));
  const told = member.say(reason(council, 'a hospital visit'));
  await member.push([sorry, told]);
  const erase = (...args: readonly string[]) =>
    run(runErase, args, { DATA_DIR: dataDir }, () => council.clock.now);
  const eraseTold = () => erase('--record', told.event.id, '--because', because);
  return { dataDir, folder, council, member, clerk, told, erase, eraseTold };
};

/** The exit code of `verify` and what it found. */
export const verify = async (dataDir: string) => {
  const { code, out } = await run(runVerify, ['--json'], { DATA_DIR: dataDir });
  return { code, ...JSON.parse(out.join()) };
};
