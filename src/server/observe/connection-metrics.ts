import type { HttpServer } from '../http/http-server.ts';
import type { Registry } from 'prom-client';
import { addReading } from './reading.ts';

/** Adds what goes over the wire. */
export const watchConnections = (registry: Registry, http: HttpServer): void => {
  addReading(registry, 'gauge', 'order_paper_connections', 'Connections open now.', http.connections);
  addReading(
    registry,
    'counter',
    'order_paper_connections_dropped_total',
    'Connections closed at once because there were too many.',
    http.dropped,
  );
  addReading(
    registry,
    'counter',
    'order_paper_received_bytes_total',
    'Bytes received, headers included.',
    () => http.bytes().received,
  );
  addReading(
    registry,
    'counter',
    'order_paper_sent_bytes_total',
    'Bytes sent, headers included.',
    () => http.bytes().sent,
  );
};
