import { Workbox } from 'workbox-window';
import type { UpdateControl, UpdateState } from './app/update.ts';
import { createValue } from './domain/value.ts';

/** What the bridge asks about forms: is one being filled in, in this tab or in any other? */
export interface DirtyForms {
  readonly here: () => boolean;
  readonly anywhere: () => Promise<boolean>;
  /** Resolves when no form of this tab is being filled in. */
  readonly cleanHere: () => Promise<void>;
}

/**
 * Registers the service worker and gives the page its small verbs. The person agrees before a newer
 * version takes over; a tab whose form is open reloads only when that form is done.
 */
export const registerServiceWorker = (scriptUrl: string, forms: DirtyForms): UpdateControl => {
  if (!('serviceWorker' in navigator)) {
    return { state: createValue<UpdateState>('unsupported'), apply: () => Promise.resolve('applied') };
  }
  const state = createValue<UpdateState>('current');
  const workbox = new Workbox(scriptUrl, { scope: '/' });
  workbox.addEventListener('waiting', () => state.set('waiting'));
  workbox.addEventListener('controlling', ({ isUpdate }) => {
    // The first worker claims the page that it was installed from: nothing to reload.
    if (isUpdate) void reloadWhenClean(forms);
  });
  void workbox.register();
  return { state, apply: () => applyUpdate(workbox, forms) };
};

const applyUpdate = async (workbox: Workbox, forms: DirtyForms): Promise<'applied' | 'form-open'> => {
  if (await forms.anywhere()) return 'form-open';
  workbox.messageSkipWaiting();
  return 'applied';
};

const reloadWhenClean = async (forms: DirtyForms): Promise<void> => {
  if (forms.here()) await forms.cleanHere();
  location.reload();
};
