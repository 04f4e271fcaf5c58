import { Dexie, type EntityTable, type Table } from 'dexie';
import type { AnyEvent } from '../domain/event.ts';
import type { EnrolmentRow } from './device-database.ts';
import type { DatabaseOptions } from './records-database.ts';

/** A record that the council has not acknowledged. Its number is not here: the council says which one comes next. */
export interface KeptRecord {
  /** Counts up in the order of saving. */
  readonly place: number;
  readonly event: AnyEvent;
  readonly digest: string;
  /** The tablet's clock. */
  readonly queuedAt: number;
  /** Key of the draft that it completed, where it was kept as it was saved. */
  readonly endedDraft: string | null;
}

interface KeptDraft {
  readonly owner: string;
  readonly key: string;
  readonly value: unknown;
}

/** Stands from when the second copy was first brought in line with this person's records. */
interface OwnerRow {
  readonly owner: string;
}

/** There once everything was moved here from the place before. */
interface MovedRow {
  readonly key: 'whole';
}

/**
 * What a tablet cannot fetch again, once more, in a storage bucket of its own: Chromium may throw away all
 * IndexedDB databases of an origin's default bucket at once (docs/torture.md). `owner` is a person in a council.
 */
export class SecondCopyDatabase extends Dexie {
  readonly enrolments!: EntityTable<EnrolmentRow, 'key'>;
  readonly owners!: EntityTable<OwnerRow, 'owner'>;
  /** Those of every owner: a record says itself whose it is. */
  readonly kept!: EntityTable<KeptRecord, 'place'>;
  readonly drafts!: Table<KeptDraft, [string, string]>;
  readonly moved!: EntityTable<MovedRow, 'key'>;

  constructor(options: DatabaseOptions) {
    super('order-paper/second-copy', { ...options, chromeTransactionDurability: 'strict' });
    this.version(1).stores({
      enrolments: 'key',
      owners: 'owner',
      records: 'id, place, owner',
      drafts: '[owner+key], owner',
      moved: 'key',
    });
    // The owner in each row and in an index of its own was a quarter of what a save wrote.
    this.version(2)
      .stores({ records: null, kept: '++place, &id' })
      .upgrade(async (transaction) => {
        const before = await transaction.table<KeptRecord>('records').toArray();
        await transaction.table<KeptRecord>('kept').bulkAdd(
          before.map(({ place, event, digest, queuedAt, endedDraft }) => ({
            place,
            event,
            digest,
            queuedAt,
            endedDraft,
          })),
        );
      });
    // An index over ids was another fifth of it.
    this.version(3).stores({ kept: '++place' });
  }
}
