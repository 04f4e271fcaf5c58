import type { CommandIo } from '../command-io.ts';
import { findCouncil } from '../council.ts';
import type { CouncilStore } from '../council-store.ts';
import type { DataFolder } from '../folder/data-folder.ts';

/**
 * Fills an empty folder with the demonstration, once, and prints fresh codes at every start. False, with
 * a sentence, when the folder belongs to a real council.
 */
export const openDemonstration = async (
  io: CommandIo,
  folder: DataFolder,
  store: CouncilStore,
): Promise<boolean> => {
  const council = await folder.db.read(findCouncil);
  if (council !== null && council.demonstration !== 1) {
    io.complain(`The data folder ${folder.path} belongs to ${council.name}: start it without --demo.`);
    return false;
  }
  // Loaded only here: a council's own server carries neither the typesetter nor the sample papers.
  const { renewCodes, seedDemonstration } = await import('../demo/seed-demonstration.ts');
  const codes =
    council !== null && (await isSeeded(store))
      ? await renewCodes(store)
      : (await seedDemonstration(store, io.now())).codes;
  for (const { label, code } of codes) io.print(`${code}  ${label}`);
  return true;
};

// The clerk is added last, so a seeding that was cut short is taken up again.
const isSeeded = async (store: CouncilStore): Promise<boolean> => {
  const people = await store.listPeople();
  return people.some((person) => person.grants.some((grant) => grant.role === 'clerk'));
};
