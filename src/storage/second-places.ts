import type { DatabaseOptions } from './records-database.ts';
import { writeTogether } from './reopen.ts';
import { SecondCopyDatabase } from './second-copy-database.ts';

/** Places with names that each have databases of their own, as storage buckets are. */
export interface SecondPlaces {
  readonly names: () => Promise<readonly string[]>;
  /** Makes it where there is none. */
  readonly open: (name: string) => Promise<DatabaseOptions>;
  readonly remove: (name: string) => Promise<void>;
}

const prefix = 'second-copy-';

const countOf = (name: string): number => Number(name.slice(prefix.length));

const sortedNames = async (places: SecondPlaces): Promise<readonly string[]> =>
  (await places.names())
    .filter((name) => name.startsWith(prefix))
    .toSorted((one, other) => countOf(one) - countOf(other));

/** Whether there is a second copy; makes none. */
export const hasSecondPlace = async (places: SecondPlaces): Promise<boolean> =>
  (await sortedNames(places)).length > 0;

/** The place of the second copy; made where there is none. */
export const secondPlace = async (places: SecondPlaces): Promise<DatabaseOptions> =>
  places.open((await nameInUse(places)) ?? `${prefix}1`);

/**
 * Moves the second copy to a fresh place and removes all others: done at each start of the browser, while no
 * tab uses it. A kill may leave a torn end in a LevelDB's log, which only tells when the database was written
 * to once more and opened a third time; one that is opened twice at most never comes to that. Cut off
 * anywhere, it is done again at the next start.
 */
export const moveSecondCopy = async (places: SecondPlaces): Promise<void> => {
  const before = await nameInUse(places);
  if (before === null) return;
  const names = await sortedNames(places);
  // What an earlier move left behind half done is not what was kept.
  const fresh = `${prefix}${Math.max(...names.map(countOf)) + 1}`;
  await copyWhole(await places.open(before), await places.open(fresh));
  for (const name of names) await places.remove(name);
};

/** The newest to which everything was moved; else the oldest, from which nothing was. Null where there is none. */
const nameInUse = async (places: SecondPlaces): Promise<string | null> => {
  const names = await sortedNames(places);
  if (names.length < 2) return names[0] ?? null;
  for (const name of names.toReversed()) {
    const copy = new SecondCopyDatabase(await places.open(name));
    try {
      if ((await copy.moved.get('whole')) !== undefined) return name;
    } finally {
      copy.close();
    }
  }
  return names[0] ?? null;
};

const copyWhole = async (from: DatabaseOptions, to: DatabaseOptions): Promise<void> => {
  const [before, after] = [new SecondCopyDatabase(from), new SecondCopyDatabase(to)];
  try {
    const [enrolments, owners, kept, drafts] = await before.transaction('r', before.tables, () =>
      Promise.all([
        before.enrolments.toArray(),
        before.owners.toArray(),
        before.kept.toArray(),
        before.drafts.toArray(),
      ]),
    );
    await writeTogether(after, after.tables, async () => {
      await Promise.all([
        after.enrolments.bulkPut(enrolments),
        after.owners.bulkPut(owners),
        after.kept.bulkPut(kept),
        after.drafts.bulkPut(drafts),
        after.moved.put({ key: 'whole' }),
      ]);
    });
  } finally {
    before.close();
    after.close();
  }
};
