import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What the server counts while it works. Labels are patterns and codes from the code, never anybody or anything. */
export interface ServerMetrics {
  readonly registry: Registry;
  /** Always 1; says in its label which version runs. */
  readonly info: Gauge<'version'>;
  readonly requests: Counter<'route' | 'method' | 'status'>;
  readonly requestSeconds: Histogram<'route'>;
  readonly pushEvents: Counter<'status'>;
  readonly pullItems: Counter;
  readonly pokes: Counter;
  readonly enrolRefused: Counter<'code'>;
  readonly rateRefused: Counter<'group'>;
  readonly faults: Counter;
  readonly openStreams: Gauge;
}

/** From a quick answer out of memory to one that a person would complain about, in seconds. */
const requestBounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Fresh counts in a registry of their own: two servers in one process (tests) never share any. */
export const createServerMetrics = (): ServerMetrics => {
  const registry = new Registry();
  const counter = <Label extends string = never>(
    name: string,
    help: string,
    ...labelNames: readonly Label[]
  ): Counter<Label> => new Counter({ name, help, labelNames: [...labelNames], registers: [registry] });
  return {
    registry,
    info: new Gauge({
      name: 'order_paper_info',
      help: 'The version that runs.',
      labelNames: ['version'],
      registers: [registry],
    }),
    openStreams: new Gauge({
      name: 'order_paper_open_streams',
      help: 'Event streams open now.',
      registers: [registry],
    }),
    requests: counter('order_paper_http_requests_total', 'Requests answered.', 'route', 'method', 'status'),
    requestSeconds: new Histogram({
      name: 'order_paper_http_request_seconds',
      help: 'Time until the answer began, by route.',
      labelNames: ['route'],
      buckets: requestBounds,
      registers: [registry],
    }),
    pushEvents: counter(
      'order_paper_push_events_total',
      'Records offered, by what became of them.',
      'status',
    ),
    pullItems: counter('order_paper_pull_items_total', 'Records sent to tablets.'),
    pokes: counter('order_paper_pokes_total', 'Times that tablets were told to pull.'),
    enrolRefused: counter('order_paper_enrol_refused_total', 'Enrolment tries refused, by code.', 'code'),
    rateRefused: counter('order_paper_rate_refused_total', 'Requests refused for coming too fast.', 'group'),
    faults: counter('order_paper_faults_total', 'Requests that ended in a fault of the server.'),
  };
};
