import type { Watch } from '../domain/watch.ts';
import { removePack, storageUse } from '../storage/blobs.ts';
import type { DeviceDatabase } from '../storage/device-database.ts';
import { readManifests } from '../storage/manifests.ts';
import { saveSetting, watchSettings, type Settings } from '../storage/settings.ts';
import { combineWatches } from './records-watch.ts';
import type { Services } from './services.ts';
import type { UpdateControl } from './update.ts';

/** What the settings screen may ask of the browser. Put together in `main.tsx`. */
export interface DeviceControl {
  readonly device: DeviceDatabase;
  readonly update: UpdateControl;
  readonly version: string;
  readonly space: SpaceControl;
  /** Forgets who this tablet belongs to and opens the enrolment screen. Unsent records stay in their database. */
  readonly leave: () => Promise<void>;
}

/** The browser's own store (`navigator.storage`); null where the browser does not say. */
export interface SpaceControl {
  readonly estimate: () => Promise<{ readonly used: number; readonly quota: number } | null>;
  readonly isKept: () => Promise<boolean | null>;
  /** Asks the browser never to clear this app's data by itself. Answers what it said. */
  readonly askToKeep: () => Promise<boolean | null>;
}

export interface SettingsView {
  readonly settings: Settings;
  readonly waiting: number;
}

/** A meeting's papers on this tablet. */
export interface KeptPack {
  readonly meetingId: string;
  readonly committee: string;
  readonly start: string;
  readonly bytes: number;
}

export interface SpaceView {
  readonly papers: number;
  readonly estimate: { readonly used: number; readonly quota: number } | null;
  readonly isKept: boolean | null;
  /** Biggest first. */
  readonly packs: readonly KeptPack[];
}

export const watchSettingsView = (services: Services, control: DeviceControl): Watch<SettingsView> =>
  combineWatches(watchSettings(control.device), services.sync.state, (settings, { waiting }) => ({
    settings,
    waiting,
  }));

/** Keeps one setting; the tablet looks different at once. */
export const chooseSetting = <K extends keyof Settings>(
  control: DeviceControl,
  key: K,
  value: Settings[K],
): Promise<void> => saveSetting(control.device, key, value);

/** What the papers take, and what the browser says of the room it has. Looked up when asked, not watched. */
export const readSpace = async (services: Services, control: DeviceControl): Promise<SpaceView> => {
  const [{ bytes, byMeeting }, estimate, isKept, manifests] = await Promise.all([
    storageUse(services.records),
    control.space.estimate(),
    control.space.isKept(),
    readManifests(services.records),
  ]);
  const packs = manifests
    .map(({ meetingId, committee, start }) => ({
      meetingId,
      committee: committee.name,
      start,
      bytes: byMeeting.get(meetingId) ?? 0,
    }))
    .filter((pack) => pack.bytes > 0)
    .toSorted((a, b) => b.bytes - a.bytes);
  return { papers: bytes, estimate, isKept, packs };
};

export const removeKeptPack = (services: Services, meetingId: string): Promise<void> =>
  removePack(services.records, meetingId);

/** How the root element is to look: `data-theme`, `data-contrast`, `data-text`. A system setting sets nothing. */
export const lookAttributes = ({ theme, contrast, textSize }: Settings): ReadonlyMap<string, string | null> =>
  new Map([
    ['data-theme', theme === 'system' ? null : theme],
    ['data-contrast', contrast === 'system' ? null : contrast],
    ['data-text', textSize === 'normal' ? null : textSize],
  ]);
