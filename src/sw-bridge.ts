import type { Workbox } from 'workbox-window';
import type { DirtyForms } from './app/dirty-forms.ts';
import type { UpdateControl, UpdateOutcome, UpdateState } from './app/update.ts';
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
      return takeOver(await registering);
    },
  };
};

/** Long enough for a slow tablet, short enough that nobody thinks the button is broken. */
const patienceInMs = 10_000;

const takeOver = async (workbox: Workbox): Promise<UpdateOutcome> => {
  const outcome = Promise.withResolvers<UpdateOutcome>();
  workbox.addEventListener('controlling', () => outcome.resolve('applied'));
  setTimeout(() => outcome.resolve('held-up'), patienceInMs);
  workbox.messageSkipWaiting();
  return outcome.promise;
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
