import type { Manifest } from '../domain/meeting.ts';
import type { Watch } from '../domain/watch.ts';
import { watchDrafts } from '../storage/drafts.ts';
import { watchManifests } from '../storage/manifests.ts';
import { combineWatches } from './records-watch.ts';
import type { Services } from './services.ts';

/** A form that was begun and not recorded: what it is, what it is about, and the address where it goes on. */
export interface Unfinished {
  /** Of its draft. */
  readonly key: string;
  readonly kind: 'apology' | 'declaration' | 'whip';
  readonly meetingId: string;
  readonly committee: string;
  readonly item: { readonly number: string | null; readonly title: string } | null;
  readonly path: string;
}

/**
 * Forms that a crash or a closed lid left behind, so that nobody has to remember where they were. Forms
 * about a meeting that this tablet does not know, and changes of a record, are left to their own pages.
 */
export const watchUnfinished = ({ records }: Pick<Services, 'records'>): Watch<readonly Unfinished[]> =>
  combineWatches(watchDrafts(records), watchManifests(records), (drafts, manifests) =>
    drafts.flatMap(({ key, value }) => {
      const [part, meetingId, itemId] = key.split('/');
      const manifest = manifests.find((one) => one.meetingId === meetingId);
      const kind = kinds.get(part ?? '');
      return manifest && kind ? [{ key, ...toUnfinished(kind, manifest, itemId ?? null, value) }] : [];
    }),
  );

// The first part of a draft's key, as the forms name it.
const kinds: ReadonlyMap<string, Unfinished['kind']> = new Map([
  ['apology', 'apology'],
  ['declare', 'declaration'],
  ['whip', 'whip'],
]);

const pages = { apology: 'apology', declaration: 'declare', whip: 'whip' } as const;

const toUnfinished = (
  kind: Unfinished['kind'],
  manifest: Manifest,
  itemInKey: string | null,
  value: unknown,
): Omit<Unfinished, 'key'> => {
  // Another item may have been chosen inside the form since; its address stays the one it was opened at.
  const itemId = itemOf(value) ?? itemInKey;
  const item = manifest.items.find(({ id }) => id === itemId);
  const query = itemInKey === null ? '' : `?item=${encodeURIComponent(itemInKey)}`;
  return {
    kind,
    meetingId: manifest.meetingId,
    committee: manifest.committee.name,
    item: item ? { number: item.number, title: item.title } : null,
    path: `/meetings/${manifest.meetingId}/${pages[kind]}${query}`,
  };
};

const itemOf = (value: unknown): string | null =>
  typeof value === 'object' && value !== null && 'itemId' in value && typeof value.itemId === 'string'
    ? value.itemId
    : null;
