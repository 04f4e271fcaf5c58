import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Registry } from './registry.ts';

/** How often the event loop is looked at; a lag shorter than this is not seen. */
const resolutionMs = 20;

/**
 * Adds what the process knows of itself, under the names that Prometheus's own clients use. The event
 * loop's lag is that since the last look. Answers how to stop watching.
 */
export const watchProcess = (registry: Registry): (() => void) => {
  const delay = monitorEventLoopDelay({ resolution: resolutionMs });
  delay.enable();
  const startedAt = Date.now() / 1000 - process.uptime();
  registry.reading(
    'gauge',
    'process_start_time_seconds',
    'When the process began, since 1970.',
    () => startedAt,
  );
  registry.reading('gauge', 'process_uptime_seconds', 'How long the process has run.', () =>
    process.uptime(),
  );
  registry.reading(
    'counter',
    'process_cpu_seconds_total',
    'Processor time used.',
    () => (process.cpuUsage().user + process.cpuUsage().system) / 1e6,
  );
  registry.reading('gauge', 'process_resident_memory_bytes', 'Memory of the process.', () =>
    process.memoryUsage.rss(),
  );
  registry.reading(
    'gauge',
    'nodejs_heap_size_used_bytes',
    'Memory that JavaScript uses.',
    () => process.memoryUsage().heapUsed,
  );
  registry.reading(
    'gauge',
    'nodejs_eventloop_lag_p99_seconds',
    'Delay of the event loop, 99th percentile since the last look.',
    () => {
      const lag = Math.max(0, delay.percentile(99) / 1e9 - resolutionMs / 1000);
      delay.reset();
      return lag;
    },
  );
  return () => delay.disable();
};
