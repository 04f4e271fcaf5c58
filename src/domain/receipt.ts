/**
 * What the council's server answered to one record, kept beside it for good: it can be shown as an
 * acknowledgement. `seq` is the number in the council's log; `chain` ties it to everything before it.
 * `n` is 0 where another device of the same person sent the record.
 */
export type Receipt =
  | {
      readonly id: string;
      readonly n: number;
      readonly status: 'applied' | 'duplicate';
      readonly seq: number;
      readonly receivedAt: string;
      readonly chain: string;
    }
  | {
      readonly id: string;
      readonly n: number;
      readonly status: 'quarantined' | 'held';
      readonly receivedAt: string;
      readonly code: string;
    };
