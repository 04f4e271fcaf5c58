import type { EventRow } from './event-rows.ts';

/**
 * Rows of the council's log that came together and agree in meeting, type and whose words they are. IndexedDB
 * takes as long for a row as for a hundred rows in one: a month's log is kept ten times as fast this way.
 */
export interface LogBundle {
  readonly at: number;
  readonly meetingId: string;
  readonly type: EventRow['type'];
  readonly mine: EventRow['mine'];
  /** Of `rows`, for the index. */
  readonly ids: readonly string[];
  /** At least one. */
  readonly rows: readonly EventRow[];
}

/** What the table gives a number itself. */
export type NewLogBundle = Omit<LogBundle, 'at'>;

/** As few bundles as hold these rows, each in the order given. */
export const bundle = (rows: readonly EventRow[]): NewLogBundle[] => {
  const groups = Map.groupBy(rows, ({ meetingId, type, mine }) => `${meetingId} ${type} ${mine}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { meetingId, type, mine } = first;
    return [{ meetingId, type, mine, ids: group.map(({ id }) => id), rows: group }];
  });
};

/** The same bundle with other rows of the same kind; null where none is left. */
export const rebundle = (old: LogBundle, rows: readonly EventRow[]): LogBundle | null =>
  rows.length === 0 ? null : { ...old, ids: rows.map(({ id }) => id), rows };
