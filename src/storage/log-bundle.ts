import type { Bundle } from './bundles.ts';
import type { EventRow } from './event-rows.ts';

/** Rows of the council's log that came together and agree in meeting, type and whose words they are. */
export interface LogBundle extends Bundle<EventRow> {
  readonly meetingId: string;
  readonly type: EventRow['type'];
  readonly mine: EventRow['mine'];
}

/** As few bundles as hold these rows, each in the order given. */
export const bundleLog = (rows: readonly EventRow[]): Omit<LogBundle, 'at'>[] => {
  const groups = Map.groupBy(rows, ({ meetingId, type, mine }) => `${meetingId} ${type} ${mine}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { meetingId, type, mine } = first;
    return [{ meetingId, type, mine, ids: group.map(({ id }) => id), rows: group }];
  });
};
