import { createValue } from '../domain/value.ts';
import type { Watch } from '../domain/watch.ts';
import type { RecordsDatabase } from '../storage/records-database.ts';
import { readDraft } from '../storage/drafts.ts';
import { dropDraftTwice, saveDraftTwice } from '../storage/save-twice.ts';
import { noSecondCopy, type SecondCopy } from '../storage/second-copy.ts';
import type { DirtyForms } from './dirty-forms.ts';

/** What a form shows of its draft. */
export interface DraftView<T> {
  readonly value: T;
  /** True when the form was found as it was left, until it is started again. */
  readonly resumed: boolean;
  /** False when the tablet could not keep what was typed last: the form must say so. */
  readonly kept: boolean;
}

/** A form whose every change is kept on the tablet, so that a crash loses nothing that was typed. */
export interface DraftForm<T> {
  readonly key: string;
  readonly view: Watch<DraftView<T>>;
  readonly current: () => T;
  readonly change: (value: T) => void;
  /** Forgets the draft and shows the empty form. */
  readonly startAgain: () => Promise<void>;
  /** Resolves when the newest change is on disk (or was seen to fail). */
  readonly settled: () => Promise<void>;
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
  const kept = await readDraft(place.records, place.key).then(
    (value) => place.parse(value),
    () => null,
  );
  const view = createValue<DraftView<T>>({
    value: kept ?? place.empty,
    resumed: kept !== null,
    kept: true,
  });
  const { records, secondCopy = noSecondCopy, key } = place;
  const save = (value: unknown): Promise<void> => saveDraftTwice(records, secondCopy, key, value);
  const writer = createWriter(save, (isKept) => {
    if (view.get().kept !== isKept) view.set({ ...view.get(), kept: isKept });
  });
  let release = kept === null ? null : place.forms.hold();
  let isOpen = true;
  return {
    key,
    view,
    current: () => view.get().value,
    change: (value) => {
      if (!isOpen) return;
      release ??= place.forms.hold();
      view.set({ ...view.get(), value });
      writer.write(value);
    },
    startAgain: async () => {
      await writer.settled();
      await dropDraftTwice(records, secondCopy, key);
      view.set({ value: place.empty, resumed: false, kept: true });
      release?.();
      release = null;
    },
    settled: writer.settled,
    close: () => {
      isOpen = false;
      release?.();
      release = null;
    },
  };
};

/**
 * Writes at once and one at a time. While a write is under way only the newest value waits, so that
 * fast typing costs few transactions and the last value always wins.
 */
const createWriter = (save: (value: unknown) => Promise<void>, report: (isKept: boolean) => void) => {
  let waiting: { readonly value: unknown } | null = null;
  let running: Promise<void> | null = null;
  const drain = async (): Promise<void> => {
    while (waiting !== null) {
      const { value } = waiting;
      waiting = null;
      await save(value).then(
        () => report(true),
        () => report(false),
      );
    }
    running = null;
  };
  return {
    write: (value: unknown): void => {
      waiting = { value };
      running ??= drain();
    },
    settled: async (): Promise<void> => {
      await running;
    },
  };
};
