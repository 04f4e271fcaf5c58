import type { Receipt } from '../../protocol/push.ts';
import type { ServerMetrics } from './server-metrics.ts';

/** Counts what became of the records of a push: once for each kind of answer, not for each record. */
export const countReceipts = ({ pushEvents }: ServerMetrics, receipts: readonly Receipt[]): void => {
  const counts = new Map<Receipt['status'], number>();
  for (const { status } of receipts) counts.set(status, (counts.get(status) ?? 0) + 1);
  for (const [status, count] of counts) pushEvents.inc({ status }, count);
};
