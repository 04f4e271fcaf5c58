/** How often other processes have committed, as far as this one knows. */
export interface OthersCommits {
  /** A commit of this process took the number. */
  readonly own: (change: number) => void;
  /** The number is the last one that was taken. */
  readonly seen: (change: number) => void;
  readonly count: () => number;
}

/**
 * Counts by the numbers that commits take one after the other: one that is not next to ours is theirs.
 * It may count too often (a commit whose answer was lost), never too seldom.
 */
export const countOthersCommits = (): OthersCommits => {
  let last: number | null = null;
  let count = 0;
  const note = (change: number, expected: number): void => {
    if (last !== null && change !== expected) count += 1;
    last = change;
  };
  return {
    own: (change) => note(change, (last ?? 0) + 1),
    seen: (change) => note(change, last ?? 0),
    count: () => count,
  };
};
