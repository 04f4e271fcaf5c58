import type { Workbox } from 'workbox-window';
import type { DirtyForms } from './app/dirty-forms.ts';
import type { UpdateControl, UpdateState } from './app/update.ts';
import { createValue } from './domain/value.ts';

/**
 * Registers the service worker and gives the page its small verbs. The person agrees before a newer
 * version takes over; a tab whose form is open reloads only when that form is done.
 */
export const registerServiceWorker = (scriptUrl: string, forms: DirtyForms): UpdateControl => {
  if (!('serviceWorker' in navigator)) {
    return { state: createValue<UpdateState>('unsupported'), apply: () => Promise.resolve('applied') };
  }
  const state = createValue<UpdateState>('current');
  const registering = register(scriptUrl, forms, () => state.set('waiting'));
  return {
    state,
    apply: async () => {
      if (await forms.anywhere()) return 'form-open';
      (await registering).messageSkipWaiting();
      return 'applied';
    },
  };
};

const register = async (scriptUrl: string, forms: DirtyForms, waits: () => void): Promise<Workbox> => {
  // The first worker claims the page that it was installed from: nothing to reload. Not Workbox's
  // `isUpdate`, which stays false for as long as that page is open, whatever comes later.
  let isFirst = navigator.serviceWorker.controller === null;
  // Nothing of the first page waits for it.
  const { Workbox } = await import('workbox-window');
  const workbox = new Workbox(scriptUrl, { scope: '/' });
  workbox.addEventListener('waiting', waits);
  workbox.addEventListener('controlling', () => {
    if (!isFirst) void reloadWhenClean(forms);
    isFirst = false;
  });
  await workbox.register();
  return workbox;
};

const reloadWhenClean = async (forms: DirtyForms): Promise<void> => {
  if (forms.here()) await forms.cleanHere();
  location.reload();
};
