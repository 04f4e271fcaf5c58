import { createValue } from '../domain/value.ts';
import type { Result } from '../domain/result.ts';
import type { Watch } from '../domain/watch.ts';
import type { RecordsDatabase } from '../storage/records-database.ts';
import { readDraft, watchDraft } from '../storage/drafts.ts';
import type { CompletedDraft } from '../storage/save-events.ts';
import { dropDraftTwice, saveDraftTwice } from '../storage/save-twice.ts';
import { noSecondCopy, type SecondCopy } from '../storage/second-copy.ts';
import type { DirtyForms } from './dirty-forms.ts';
import { createDraftWriter } from './draft-writer.ts';

/** What a form shows of its draft. */
export interface DraftView<T> {
  readonly value: T;
  /** True when the form was found as it was left, until it is started again. */
  readonly resumed: boolean;
  /** False when the tablet could not keep what was typed last: the form must say so. */
  readonly kept: boolean;
  /** True once another tab has completed or cleared it: nothing can be typed until it is started again. */
  readonly ended: boolean;
}

/**
 * A form whose every change is kept on the tablet, so that a crash loses nothing that was typed. Open in several tabs,
 * it is one form: each shows what was typed last in any of them, and it is completed once.
 */
export interface DraftForm<T> {
  readonly key: string;
  readonly view: Watch<DraftView<T>>;
  readonly current: () => T;
  readonly change: (value: T) => void;
  /** Forgets the draft and shows the empty form; of one that has ended, what another tab has begun since. */
  readonly startAgain: () => Promise<void>;
  /** Resolves when the newest change is on disk (or was seen to fail). */
  readonly settled: () => Promise<void>;
  /** Once the newest change is on disk, has `save` make a record of it; where that was saved the form is closed. */
  readonly complete: <Saved, Fault>(
    save: (draft: CompletedDraft) => Promise<Result<Saved, Fault>>,
  ) => Promise<Result<Saved, Fault>>;
  /** The draft became a record, or the screen closed: nothing more is written, the form is not dirty. */
  readonly close: () => void;
}

/** Where a draft lives and how it is read back. */
export interface DraftPlace<T> {
  readonly records: RecordsDatabase;
  readonly secondCopy?: SecondCopy;
  readonly forms: DirtyForms;
  readonly key: string;
  readonly empty: T;
  /** The kept value as this form's, or null when it is none (an older app wrote it). */
  readonly parse: (kept: unknown) => T | null;
}

/** Opens a form where it was left. A draft that cannot be read counts as none: the form must open. */
export const openDraftForm = async <T>(place: DraftPlace<T>): Promise<DraftForm<T>> => {
  const { records, secondCopy = noSecondCopy, forms, key, empty, parse } = place;
  const kept = await readDraft(records, key).then(
    (value) => parse(value),
    () => null,
  );
  const view = createValue<DraftView<T>>({
    value: kept ?? empty,
    resumed: kept !== null,
    kept: true,
    ended: false,
  });
  const show = (change: Partial<DraftView<T>>): void => view.set({ ...view.get(), ...change });
  let release = kept === null ? null : forms.hold();
  const letGo = (): void => {
    release?.();
    release = null;
  };
  let isOpen = true;
  let isOnDisk = kept !== null;
  // While this tab completes or clears the form, what it finds of that on the tablet is its own doing.
  let isEnding = false;
  // What is typed meanwhile waits: written now, it would stand beside the record as a form begun anew.
  let isHeldBack = false;
  const writer = createDraftWriter(
    // One that another tab has ended is not begun anew; the look afterwards finds that.
    async (value) =>
      void (await saveDraftTwice(records, secondCopy, key, value, isOnDisk && view.get().kept)),
    (isKept) => {
      isOnDisk ||= isKept;
      if (view.get().kept !== isKept) show({ kept: isKept });
    },
    // What another tab kept meanwhile was not looked at.
    () => void follow(),
  );
  const look = async (): Promise<void> => {
    // What is typed here, or could not be kept, is newer than whatever another tab has kept.
    const isBusy = () => !isOpen || isEnding || writer.isWriting() || !view.get().kept;
    if (isBusy()) return;
    const found = await readDraft(records, key);
    if (isBusy()) return;
    if (isSame(found, view.get().value)) return;
    const value = parse(found);
    if (value === null) {
      // Never kept here: not begun yet, or an older app's. Else another tab has ended it, or keeps another form there.
      if (!isOnDisk) return;
      isOpen = false;
      letGo();
      show({ ended: true });
      return;
    }
    isOnDisk = true;
    release ??= forms.hold();
    show({ value });
  };
  // A tab that cannot look goes on with what it has: what was typed in it is kept all the same.
  const follow = () => look().catch(() => undefined);
  const following = watchDraft(records, key).subscribe(() => void follow());
  const end = async <R>(work: () => Promise<R>): Promise<R> => {
    isEnding = true;
    try {
      await writer.settled();
      return await work();
    } finally {
      isEnding = false;
      if (isOpen && isHeldBack) writer.write(view.get().value);
      isHeldBack = false;
      await follow();
    }
  };
  const close = (): void => {
    isOpen = false;
    following.unsubscribe();
    letGo();
  };
  return {
    key,
    view,
    current: () => view.get().value,
    change: (value) => {
      if (!isOpen) return;
      release ??= forms.hold();
      show({ value });
      if (isEnding) isHeldBack = true;
      else writer.write(value);
    },
    startAgain: () =>
      end(async () => {
        // Where another tab has ended it, what is there was begun since, and is not this tab's to clear.
        if (!view.get().ended) await dropDraftTwice(records, secondCopy, key);
        isOpen = true;
        isOnDisk = false;
        isHeldBack = false;
        view.set({ value: empty, resumed: false, kept: true, ended: false });
        letGo();
      }),
    settled: writer.settled,
    complete: (save) =>
      end(async () => {
        const saved = await save({ key, isKept: isOnDisk && view.get().kept });
        if (saved.ok) close();
        return saved;
      }),
    close,
  };
};

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
