/** What every screen shows without being asked: is anything of mine unsent, and does it move. */
export interface SyncState {
  /** `offline` also when the network is there but the council's server does not answer. */
  readonly network: 'online' | 'offline';
  /** Records that have no receipt yet. */
  readonly waiting: number;
  /** Records that the server kept aside for the clerk. */
  readonly quarantined: number;
  /**
   * Records that wait for 15 minutes and more although the browser has a network and they were offered:
   * the server may be away, or somebody else's page may answer for it.
   */
  readonly stalled: number;
  /** When the server last answered, in milliseconds by the tablet's clock. */
  readonly lastContact: number | null;
  readonly need: 'nothing' | 'sign-in' | 'update' | 'revoked';
  readonly busy: boolean;
}

/** Before the first contact and the first look into the outbox: only what the browser believes of the network. */
export const firstSyncState = (network: SyncState['network']): SyncState => ({
  network,
  waiting: 0,
  quarantined: 0,
  stalled: 0,
  lastContact: null,
  need: 'nothing',
  busy: false,
});

/** A record that waits this long while there is a network is shown to the person (design, section 6). */
export const stalledAfterMs = 15 * 60_000;

/** Both by the tablet's clock; one that was set back by as much says as little for the record. */
export const hasWaitedLong = (since: number, now: number): boolean => Math.abs(now - since) >= stalledAfterMs;
