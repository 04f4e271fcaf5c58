import type { HttpServer } from '../http/http-server.ts';
import type { Registry } from './registry.ts';

/** Adds what goes over the wire. */
export const watchConnections = (registry: Registry, http: HttpServer): void => {
  registry.reading('gauge', 'order_paper_connections', 'Connections open now.', http.connections);
  registry.reading(
    'counter',
    'order_paper_connections_dropped_total',
    'Connections closed at once because there were too many.',
    http.dropped,
  );
  registry.reading(
    'counter',
    'order_paper_received_bytes_total',
    'Bytes received, headers included.',
    () => http.bytes().received,
  );
  registry.reading(
    'counter',
    'order_paper_sent_bytes_total',
    'Bytes sent, headers included.',
    () => http.bytes().sent,
  );
};
