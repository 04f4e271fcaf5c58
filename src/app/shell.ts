import { instantToLondon } from '../domain/london-time.ts';
import type { Watch } from '../domain/watch.ts';
import { watchManifests } from '../storage/manifests.ts';
import { watchPack, type PackState } from '../storage/blobs.ts';
import type { SyncState } from '../sync/sync-state.ts';
import { combineWatches, mapWatch } from './records-watch.ts';
import type { Services } from './services.ts';
import { watchEach } from './watch-each.ts';

/** The state of the tablet, said in words in the bar of every screen. Counts are records. */
export type TabletStatus =
  | { readonly kind: 'offline-ready' }
  | { readonly kind: 'offline' }
  | { readonly kind: 'offline-waiting'; readonly waiting: number }
  | { readonly kind: 'up-to-date'; readonly at: string }
  | { readonly kind: 'online' }
  | { readonly kind: 'sending'; readonly waiting: number }
  | { readonly kind: 'waiting'; readonly waiting: number }
  | { readonly kind: 'stalled'; readonly stalled: number }
  | { readonly kind: 'sign-in'; readonly waiting: number }
  | { readonly kind: 'update'; readonly waiting: number }
  | { readonly kind: 'revoked' };

export interface ShellView {
  readonly council: string;
  readonly demonstration: boolean;
  readonly isClerk: boolean;
  readonly status: TabletStatus;
  /** Records without a receipt, beside the tab "My records". */
  readonly waiting: number;
}

/**
 * What is most worth knowing, one thing at a time: first what only the person can mend, then what
 * waits, then how fresh the tablet is. `ready`: the papers of all coming meetings are here.
 */
export const tabletStatus = (sync: SyncState, ready: boolean): TabletStatus => {
  const { network, need, waiting, stalled, busy, lastContact } = sync;
  if (need === 'revoked') return { kind: 'revoked' };
  // With a network, and without the server: to call that "offline" would hide that nothing moves.
  if (network === 'offline' && stalled === 0) {
    if (waiting > 0) return { kind: 'offline-waiting', waiting };
    return ready ? { kind: 'offline-ready' } : { kind: 'offline' };
  }
  if (need === 'sign-in') return { kind: 'sign-in', waiting };
  if (need === 'update') return { kind: 'update', waiting };
  if (stalled > 0) return { kind: 'stalled', stalled };
  if (waiting > 0) return busy ? { kind: 'sending', waiting } : { kind: 'waiting', waiting };
  return lastContact === null ? { kind: 'online' } : { kind: 'up-to-date', at: instantToLondon(lastContact) };
};

/** Whether every coming meeting that has papers has them on this tablet, and there is such a meeting. */
export const isReadyOffline = (packs: readonly PackState[]): boolean => {
  const withPapers = packs.filter(({ papers }) => papers > 0);
  return withPapers.length > 0 && withPapers.every(({ kind }) => kind === 'ready');
};

/** The bar and the tabs. */
export const watchShell = (services: Services): Watch<ShellView> => {
  const { records, enrolment, sync, now } = services;
  const coming = mapWatch(watchManifests(records), (manifests) =>
    manifests
      .filter(
        ({ state, start }) => state === 'coming' && start.slice(0, 10) >= instantToLondon(now()).slice(0, 10),
      )
      .map(({ meetingId }) => meetingId),
  );
  const packs = watchEach(coming, (meetingId) => watchPack(records, meetingId));
  return combineWatches(sync.state, packs, (state, packByMeeting) => ({
    council: enrolment.council.name,
    demonstration: enrolment.council.demonstration,
    isClerk: enrolment.grants.some(({ role }) => role === 'clerk'),
    status: tabletStatus(state, isReadyOffline([...packByMeeting.values()])),
    waiting: state.waiting,
  }));
};
