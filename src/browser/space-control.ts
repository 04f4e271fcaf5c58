import type { SpaceControl } from '../app/settings.ts';

/** The browser's own store, where it says anything about it (Storage Standard). */
export const browserSpace: SpaceControl = {
  estimate: async () => {
    const { usage, quota } = (await navigator.storage?.estimate?.()) ?? {};
    return usage === undefined || quota === undefined ? null : { used: usage, quota };
  },
  isKept: async () => (await navigator.storage?.persisted?.()) ?? null,
  askToKeep: async () => (await navigator.storage?.persist?.()) ?? null,
};
