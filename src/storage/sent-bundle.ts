import type { Bundle } from './bundles.ts';
import type { SentRow } from './outbox-row.ts';

/** Records of one device about one meeting that the council answered together and alike. */
export interface SentBundle extends Bundle<SentRow> {
  readonly deviceId: string;
  readonly meetingId: string;
  readonly state: SentRow['state'];
  /** None of `rows` has a higher number. */
  readonly lastN: number;
}

/** As few bundles as hold these rows, each in the order given. */
export const bundleSent = (rows: readonly SentRow[]): Omit<SentBundle, 'at'>[] => {
  const groups = Map.groupBy(rows, ({ deviceId, meetingId, state }) => `${deviceId} ${meetingId} ${state}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { deviceId, meetingId, state } = first;
    const lastN = Math.max(...group.map(({ n }) => n));
    return [{ deviceId, meetingId, state, lastN, ids: group.map(({ id }) => id), rows: group }];
  });
};
