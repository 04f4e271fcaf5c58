import type { Result } from '../../src/domain/result.ts';

/** One press of "save", and what was shown for it. */
export interface Attempt {
  readonly tablet: object;
  /** A count over the whole history, not a time: clocks jump. */
  readonly begun: number;
  /** When "Saved on this tablet" was shown, by the same count; null where it never was. */
  shown: number | null;
  /** "Not saved" was shown. */
  refused: boolean;
  ids: string[];
}

/** What people were told, which is what has to hold in the end. */
export interface Ledger {
  readonly begin: (tablet: object) => Attempt;
  readonly end: (attempt: Attempt, result: Result<string[], unknown>) => void;
  readonly attempts: readonly Attempt[];
  /** Ids of records that nobody can be asked for any more: their last copy went with a disk. */
  readonly excused: Set<string>;
  /** Whether the server was ever put back to a backup. */
  wasRestored: boolean;
}

export const createLedger = (): Ledger => {
  const attempts: Attempt[] = [];
  let count = 0;
  return {
    attempts,
    excused: new Set(),
    wasRestored: false,
    begin: (tablet) => {
      const attempt: Attempt = { tablet, begun: count++, shown: null, refused: false, ids: [] };
      attempts.push(attempt);
      return attempt;
    },
    end: (attempt, result) => {
      if (result.ok) {
        attempt.ids = result.value;
        attempt.shown = count++;
      } else {
        attempt.refused = true;
      }
    },
  };
};
