import { rowsWithIds } from './bundles.ts';
import { readMeta } from './meta.ts';
import type { DraftRow, RecordsDatabase } from './records-database.ts';
import type { Made } from './save-events.ts';

/** What a tablet has that nobody else has: own records without the council's receipt, and forms half filled in. */
export interface Unacknowledged {
  /** In the order of saving. */
  readonly records: readonly (Made & { readonly queuedAt: number })[];
  readonly drafts: readonly DraftRow[];
}

/** That, and whether these are the records that the second copy was made of: false in a database that began anew. */
export const readUnacknowledged = async (
  db: RecordsDatabase,
): Promise<Unacknowledged & { readonly hasSecondCopy: boolean }> =>
  db.transaction('r', [db.meta, db.outbox, db.sent, db.drafts], async () => {
    const [meta, waiting, aside, drafts] = await Promise.all([
      readMeta(db),
      db.outbox.toArray(),
      db.sent.where('state').anyOf('quarantined', 'held').toArray(),
      db.drafts.toArray(),
    ]);
    const rows = [...waiting, ...aside.flatMap((bundle) => bundle.rows)];
    const records = rows
      .toSorted((a, b) => a.place - b.place)
      // What the council has purged is gone for good; only its row stays, as proof.
      .flatMap(({ event, digest, queuedAt }) => (event === null ? [] : [{ event, digest, queuedAt }]));
    return { records, drafts, hasSecondCopy: meta.hasSecondCopy === true };
  });

/** Those of `ids` that do not wait to be sent. */
export const notWaitingAmong = async (
  db: RecordsDatabase,
  ids: readonly string[],
): Promise<readonly string[]> => {
  const waiting = new Set((await rowsWithIds(db.outbox, 'id', ids)).map(({ id }) => id));
  return ids.filter((id) => !waiting.has(id));
};
