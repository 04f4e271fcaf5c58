import 'fake-indexeddb/auto';
import { createImportClient } from '../../../src/sync/import-client.ts';
import type { SyncPorts } from '../../../src/sync/ports.ts';
import { createTimers } from './timers.ts';

export const id = '0190a000-0000-7000-8000-000000000001';
export const begunAt = '2026-11-22T10:00:00.000Z';
export const state = (
  files: readonly object[] = [],
  reading: object = { kind: 'not-begun', wasStopped: false },
) => ({
  id,
  begunAt,
  files,
  reading,
});

interface Asked {
  readonly what: string;
  readonly body: unknown;
  readonly range: string | null;
}

/** What the server says to `POST /imports`: a status and a body, in turn; the last one again. */
export type Says = readonly (readonly [status: number, body: unknown] | 'no-network' | 'portal')[];

/** A client whose server answers by what it is asked, and what it was asked. */
export const setUp = (script: Readonly<Record<string, Says>>, isEnrolled = true) => {
  const asked: Asked[] = [];
  const timers = createTimers();
  const turns = new Map<string, number>();
  const fetch = async (path: string, init: RequestInit): Promise<Response> => {
    const what = `${init.method} ${path}`;
    const headers = new Headers(init.headers);
    const body = typeof init.body === 'string' ? JSON.parse(init.body) : sizeOf(init.body);
    asked.push({ what, body, range: headers.get('Range') });
    const turn = turns.get(what) ?? 0;
    turns.set(what, turn + 1);
    const says = script[what];
    const now = says?.[Math.min(turn, says.length - 1)] ?? ([404, { error: 'not_found' }] as const);
    if (now === 'no-network') throw new TypeError('no network');
    if (now === 'portal') return new Response('<h1>Welcome</h1>');
    const [status, answer] = now;
    const shown = answer instanceof Uint8Array ? new Uint8Array(answer) : JSON.stringify(answer);
    return new Response(shown, { status, headers: { 'X-Order-Paper': '1' } });
  };
  const ports = {
    outside: { fetch, random: () => 0.5, startTimer: timers.startTimer },
    enrolments: { read: () => Promise.resolve(isEnrolled ? { deviceId: id, keys: {} } : null) },
  } as unknown as SyncPorts;
  return { client: createImportClient(ports), asked, timers };
};

const sizeOf = (body: unknown): number | null => (body instanceof Uint8Array ? body.length : null);

/** The request that sends a part of a file, from a byte on. */
export const path = (at: number, place = 0) => `POST /imports/${id}/files/${place}?at=${at}`;
export const kept = (here: number): Says => [[200, { here }]];
