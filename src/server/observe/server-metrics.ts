import { createRegistry, type Counter, type Histogram, type Registry } from './registry.ts';

/** What the server counts while it works. Labels are patterns and codes from the code, never anybody or anything. */
export interface ServerMetrics {
  readonly registry: Registry;
  readonly requests: Counter<'route' | 'method' | 'status'>;
  readonly requestSeconds: Histogram<'route'>;
  readonly pushEvents: Counter<'status'>;
  readonly pullItems: Counter;
  readonly pokes: Counter;
  readonly enrolRefused: Counter<'code'>;
  readonly rateRefused: Counter<'group'>;
  readonly faults: Counter;
  /** How many event streams are open now. */
  readonly streams: { open: number };
}

/** From a quick answer out of memory to one that a person would complain about, in seconds. */
const requestBounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Fresh counts in a registry of their own: two servers in one process (tests) never share any. */
export const createServerMetrics = (): ServerMetrics => {
  const registry = createRegistry();
  const streams = { open: 0 };
  registry.reading('gauge', 'order_paper_open_streams', 'Event streams open now.', () => streams.open);
  return {
    registry,
    streams,
    requests: registry.counter('order_paper_http_requests_total', 'Requests answered.'),
    requestSeconds: registry.histogram(
      'order_paper_http_request_seconds',
      'Time until the answer began, by route.',
      requestBounds,
    ),
    pushEvents: registry.counter('order_paper_push_events_total', 'Records offered, by what became of them.'),
    pullItems: registry.counter('order_paper_pull_items_total', 'Records sent to tablets.'),
    pokes: registry.counter('order_paper_pokes_total', 'Times that tablets were told to pull.'),
    enrolRefused: registry.counter('order_paper_enrol_refused_total', 'Enrolment tries refused, by code.'),
    rateRefused: registry.counter('order_paper_rate_refused_total', 'Requests refused for coming too fast.'),
    faults: registry.counter('order_paper_faults_total', 'Requests that ended in a fault of the server.'),
  };
};
