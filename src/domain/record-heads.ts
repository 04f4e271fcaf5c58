/** The parts of a record that say which record it follows. */
interface Linked {
  readonly id: string;
  readonly refs: readonly string[];
}

/**
 * The records that no other one refers to: the last word. One head is plain; several mean that two devices
 * spoke without knowing of each other, and only a person can say which holds.
 */
export const headsOf = <R extends Linked>(records: readonly R[]): readonly R[] => {
  const answered = new Set(records.flatMap(({ refs }) => refs));
  return records.filter(({ id }) => !answered.has(id));
};

/** Records that refer to each other, gathered: one thread for each matter, in the order of arrival. */
export const threadsOf = <R extends Linked>(records: readonly R[]): readonly (readonly R[])[] => {
  let threads: readonly (readonly R[])[] = [];
  for (const record of records) {
    const joins = (thread: readonly R[]): boolean =>
      thread.some((other) => record.refs.includes(other.id) || other.refs.includes(record.id));
    const touched = threads.filter(joins);
    threads = [...threads.filter((thread) => !touched.includes(thread)), [...touched.flat(), record]];
  }
  return threads;
};
