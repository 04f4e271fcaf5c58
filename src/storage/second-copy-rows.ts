import type { Enrolment } from './device-database.ts';
import type { RecordsDatabase } from './records-database.ts';
import type { SaveRequest } from './save-events.ts';
import { writeTogether } from './reopen.ts';
import type { KeptRecord, SecondCopyDatabase } from './second-copy-database.ts';
import type { Unacknowledged } from './unacknowledged.ts';
import { writeDirect } from './write-direct.ts';

/** Whose rows: one person in one council. */
export const ownerOf = ({ councilId, personId }: Pick<RecordsDatabase, 'councilId' | 'personId'>): string =>
  `${councilId}/${personId}`;

const isOf =
  (owner: string) =>
  ({ event }: KeptRecord): boolean =>
    ownerOf(event) === owner;

/** Keeps records and ends the draft that they complete, as one. Safe to repeat: see `eachOnce`. */
export const keepRecords = (
  copy: SecondCopyDatabase,
  owner: string,
  { made, queuedAt, draft }: Pick<SaveRequest, 'made' | 'queuedAt' | 'draft'>,
): Promise<void> =>
  writeDirect(copy, [copy.kept, copy.drafts], (store, end) => {
    for (const one of made) store(copy.kept).add(toKept({ ...one, queuedAt }, draft?.key ?? null));
    if (draft !== null) store(copy.drafts).delete([owner, draft.key]);
    end();
  });

/**
 * A save whose answer was not heard is done again, and its record may stand here twice. An index that forbade it
 * would be a fifth of what each save writes.
 */
const eachOnce = (rows: readonly KeptRecord[]): readonly KeptRecord[] => {
  const first = new Map<string, KeptRecord>();
  for (const row of rows) if (!first.has(row.event.id)) first.set(row.event.id, row);
  return [...first.values()];
};

type NewlyKept = Omit<KeptRecord, 'place'>;

const toKept = (
  { event, digest, queuedAt }: Unacknowledged['records'][number],
  endedDraft: string | null,
): NewlyKept => ({ event, digest, queuedAt, endedDraft });

// What is let go of stands at the beginning, as a push takes it from the beginning.
const atATime = 500;

/** Lets go of what the council has, or of what was never saved. */
export const letGo = (copy: SecondCopyDatabase, ids: readonly string[]): Promise<void> =>
  copy.transaction('rw', copy.kept, async () => {
    const left = new Set(ids);
    for (let after = -Infinity; left.size > 0;) {
      const rows = await copy.kept.where('place').above(after).limit(atATime).toArray();
      const gone = rows.filter(({ event }) => left.delete(event.id));
      await copy.kept.bulkDelete(gone.map(({ place }) => place));
      const last = rows.at(-1);
      if (last === undefined) return;
      after = last.place;
    }
  });

/** What the second copy has and the first, as it was read, has not: ids of records and keys of drafts. */
interface Extra {
  readonly ids: readonly string[];
  readonly keys: readonly string[];
}

/**
 * Makes the second copy hold what the first holds, in its order, and answers what the first does not have. That
 * stays, at the end: another tab may be saving it this moment.
 */
export const copyOver = async (
  copy: SecondCopyDatabase,
  owner: string,
  { records, drafts }: Unacknowledged,
): Promise<Extra> =>
  writeTogether(copy, [copy.owners, copy.kept, copy.drafts], async () => {
    const kept = await copy.kept.filter(isOf(owner)).toArray();
    const ids = new Set(records.map(({ event }) => event.id));
    const once = eachOnce(kept);
    const extra = once.filter(({ event }) => !ids.has(event.id));
    const isSame = once.length === kept.length && once.length - extra.length === records.length;
    if (!isSame) {
      await copy.kept.bulkDelete(kept.map(({ place }) => place));
      const last = extra.map((row) => toKept(row, row.endedDraft));
      await copy.kept.bulkAdd([...records.map((record) => toKept(record, null)), ...last]);
    }
    // Saved since the first was read, it ended its form: that must not stand beside it.
    const ended = new Set(extra.map(({ endedDraft }) => endedDraft));
    const open = drafts.filter(({ key }) => !ended.has(key));
    await copy.drafts.bulkPut(open.map(({ key, value }) => ({ owner, key, value })));
    await copy.owners.put({ owner });
    const known = new Set(drafts.map(({ key }) => key));
    const keptDrafts = await copy.drafts.where('owner').equals(owner).toArray();
    return {
      ids: extra.map(({ event }) => event.id),
      keys: keptDrafts.map(({ key }) => key).filter((key) => !known.has(key)),
    };
  });

/** What the second copy has of one person, in the order of saving; null where it was never in line with the first. */
export const readKept = async (
  copy: SecondCopyDatabase,
  owner: string,
): Promise<{
  readonly records: readonly KeptRecord[];
  readonly drafts: Unacknowledged['drafts'];
} | null> =>
  copy.transaction('r', [copy.owners, copy.kept, copy.drafts], async () => {
    const [known, records, drafts] = await Promise.all([
      copy.owners.get(owner),
      copy.kept.filter(isOf(owner)).toArray(),
      copy.drafts.where('owner').equals(owner).toArray(),
    ]);
    if (known === undefined && records.length === 0 && drafts.length === 0) return null;
    return { records: eachOnce(records), drafts: drafts.map(({ key, value }) => ({ key, value })) };
  });

/** Takes everything of one person away, but not who the tablet belongs to. */
export const emptyOf = async (copy: SecondCopyDatabase, owner: string): Promise<void> => {
  await writeTogether(copy, [copy.owners, copy.kept, copy.drafts], async () => {
    await Promise.all([
      copy.owners.delete(owner),
      copy.kept.filter(isOf(owner)).delete(),
      copy.drafts.where('owner').equals(owner).delete(),
    ]);
  });
};

export const keepEnrolment = async (copy: SecondCopyDatabase, enrolment: Enrolment): Promise<void> => {
  await copy.enrolments.put({ key: 'current', enrolment });
};

/** Forgets this device with its key. What was not sent stays, as in the first copy. */
export const forgetKept = async (copy: SecondCopyDatabase, deviceId: string): Promise<void> => {
  await writeTogether(copy, [copy.enrolments], async () => {
    const kept = await copy.enrolments.get('current');
    if (kept?.enrolment.deviceId === deviceId) await copy.enrolments.delete('current');
  });
};
