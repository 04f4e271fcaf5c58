import { randomBytes } from 'node:crypto';
import { createApp } from '../../../src/server/app.ts';
import type { AppDeps } from '../../../src/server/app-deps.ts';
import type { CouncilOfFour } from './council-of-four.ts';
import { readExposition, type Family } from './exposition.ts';
import { enrolTablet, type Tablet } from './tablet.ts';

/** A second server over a council's data, whose log and counts a test looks at. */
export interface WatchedApp {
  readonly app: ReturnType<typeof createApp>;
  readonly lines: readonly string[];
  /** The log's lines as data. */
  readonly parsed: () => readonly Record<string, unknown>[];
  readonly enrol: (who: 'member' | 'other' | 'chair' | 'clerk') => Promise<Tablet>;
  /** `remote` makes the request come over a socket from there. */
  readonly get: (path: string, headers?: Record<string, string>, remote?: string) => Promise<Response>;
  readonly metrics: () => Promise<ReadonlyMap<string, Family>>;
}

export const metricsToken = 'a-token-nobody-knows';

export const openWatchedApp = (
  { db, blobs, hub, clock, store, ids }: CouncilOfFour,
  extra: Partial<AppDeps> = {},
): WatchedApp => {
  const lines: string[] = [];
  const app = createApp({
    db,
    blobs,
    hub,
    now: () => clock.now,
    random: randomBytes,
    writeLog: (line) => void lines.push(line),
    publicDir: null,
    metricsToken,
    ...extra,
  });
  const get = (path: string, headers: Record<string, string> = {}, remote?: string) => {
    const host = headers['Host'] ?? 'localhost';
    const socket = remote === undefined ? {} : { incoming: { socket: { remoteAddress: remote } } };
    return Promise.resolve(app.fetch(new Request(`http://${host}${path}`, { headers }), socket));
  };
  return {
    app,
    lines,
    parsed: () => lines.map((line) => JSON.parse(line)),
    enrol: async (who) => enrolTablet(app, clock, (await store.invite(ids[who])).code),
    get,
    metrics: async () =>
      readExposition(await (await get('/metrics', { Authorization: `Bearer ${metricsToken}` })).text()),
  };
};
