import type { Receipt } from '../domain/receipt.ts';
import type { Pulled } from './apply-pull.ts';
import { copyRecords } from './bring-in-line.ts';
import type { Answered, EpochChange } from './outbox.ts';
import type { RecordsDatabase } from './records-database.ts';
import { withReopen } from './reopen.ts';
import { emptyOf, letGo, ownerOf } from './second-copy-rows.ts';
import type { SecondCopy } from './second-copy.ts';
import type { createSyncStore } from './sync-store.ts';
import { notWaitingAmong } from './unacknowledged.ts';

const isTaken = ({ status }: Receipt): boolean => status === 'applied' || status === 'duplicate';

type SyncStore = ReturnType<typeof createSyncStore>;

/**
 * The sync's storage, with a second copy that follows it: it lets go of what the council has once the receipt
 * stands in the first, takes up again what is to be offered again, and is emptied before the first is.
 */
export const followedBySecond = (store: SyncStore, db: RecordsDatabase, second: SecondCopy): SyncStore => {
  let following: Promise<unknown> = Promise.resolve();
  // One after the other, or a row would be let go of after it was taken up again.
  const follow = (work: () => Promise<unknown>): Promise<unknown> => (following = following.then(work));
  const letGoSettled = (ids: readonly string[]): void => {
    if (ids.length === 0) return;
    // Nobody waits for it: a row that is left over is offered once more, and known by its id.
    void follow(() =>
      second.attempt(async (copy) => {
        await letGo(copy, await withReopen(db, () => notWaitingAmong(db, ids)));
      }),
    );
  };
  const copyAgain = () => follow(() => second.attemptLong((copy) => copyRecords(db, copy)));
  return {
    ...store,
    storeAnswer: async (answered: Answered) => {
      await store.storeAnswer(answered);
      // An answer without receipts is about numbers: the server may lack what it had.
      if (answered.results.length === 0) await copyAgain();
      else letGoSettled(answered.results.filter(isTaken).map(({ id }) => id));
    },
    changeEpoch: async (change: EpochChange) => {
      await store.changeEpoch(change);
      await copyAgain();
    },
    applyPull: async (pulled: Pulled) => {
      const isKept = await store.applyPull(pulled);
      if (isKept) letGoSettled(pulled.response.purges);
      return isKept;
    },
    wipe: async () => {
      await follow(() => second.attempt((copy) => emptyOf(copy, ownerOf(db))));
      const isEmpty = await store.wipe();
      // A record that was saved a moment ago: everything stays, here as well.
      if (!isEmpty) await copyAgain();
      return isEmpty;
    },
  };
};
