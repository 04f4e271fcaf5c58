/**
 * Every limit of the server that is not part of the protocol (`pushMaxBytes` and its like stand there),
 * with its reason. A tablet that obeys the protocol never meets one; docs/operate.md repeats the figures.
 */

/** `burst` requests at once, and `perSecond` from then on. */
export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

/** How fast requests of one group may come from one session and from one address. */
export interface GroupRates {
  readonly session: Rate;
  readonly address: Rate;
}

export type RateGroup = 'push' | 'pull' | 'session' | 'enrol' | 'imports';
export type RateLimits = Readonly<Record<RateGroup, GroupRates>>;

// A whole council may sit behind one address: everything of an address is about a hundred tablets' worth.
export const usualRates: RateLimits = {
  // A tablet drains its outbox one push at a time, up to 500 records each: 60,000 long unsent records fit the burst.
  push: { session: { burst: 600, perSecond: 10 }, address: { burst: 6000, perSecond: 200 } },
  // A pull a minute, one for each poke, and 500 rows each after a long time away: 600,000 rows fit the burst.
  pull: { session: { burst: 1200, perSecond: 20 }, address: { burst: 12_000, perSecond: 400 } },
  // Signatures are checked here. After a restore every tablet renews its session at once, two requests each.
  session: { session: { burst: 60, perSecond: 1 }, address: { burst: 1000, perSecond: 10 } },
  // A code is typed by hand, and checking one is slow on purpose. A room full of members enrols together.
  // Wrong codes have their own, stricter count, which is kept in the database (enrol-tries.ts).
  enrol: { session: { burst: 20, perSecond: 1 }, address: { burst: 120, perSecond: 2 } },
  // A thousand small files fit the burst, two requests each, and then pages of papers, a range at a time.
  imports: { session: { burst: 3000, perSecond: 30 }, address: { burst: 12_000, perSecond: 120 } },
};

/** What one connection may cost. */
export interface ConnectionLimits {
  /** Open at once. Event streams have 2,000 places (stream-slots.ts); as many again for everything else. */
  readonly connections: number;
  /** All headers of a request together: a cookie and what browsers send is about 2 KB. */
  readonly headerBytes: number;
  /** Until the headers are there. Whoever sends them byte by byte is no browser. */
  readonly headersMs: number;
  /** Until the body is there: twice what a tablet itself waits for a push. */
  readonly requestMs: number;
  /** A connection with nothing to do. Longer than Caddy's (2 min) and nginx's (1 min) own patience, or they
      would send a request into a connection that is closing. */
  readonly idleMs: number;
  /** How often slow ones are looked for. */
  readonly lookMs: number;
}

export const usualConnections: ConnectionLimits = {
  connections: 4000,
  headerBytes: 8 * 1024,
  headersMs: 15_000,
  requestMs: 60_000,
  idleMs: 130_000,
  lookMs: 5_000,
};
