import type { Outside, Signal, Signals } from '../sync/ports.ts';
import { browserCryptography } from './cryptography.ts';
import { createPackedFetch } from './packed-fetch.ts';

/** The world around this tab, as the sync asks for it. */
export const browserOutside = (): Outside => ({
  fetch: createPackedFetch((path, init) => fetch(path, { credentials: 'same-origin', ...init })),
  now: () => Date.now(),
  random: () => Math.random(),
  startTimer: (then, ms) => {
    const timer = setTimeout(then, ms);
    return () => clearTimeout(timer);
  },
  runExclusive: async (name, work) => {
    // Without locks (a page that is not secure) two tabs cost bandwidth, never a record.
    if (!('locks' in navigator)) return work();
    await navigator.locks.request(name, work);
  },
  breathe,
  cryptography: browserCryptography,
  signals,
  openPokes,
  app: __APP_VERSION__,
});

const channel = new MessageChannel();

/** A message to oneself comes after what the page has to do, and without the 4 ms that a timer waits (HTML, 8.6). */
const breathe = (): Promise<void> =>
  new Promise((resolve) => {
    channel.port1.addEventListener('message', () => resolve(), { once: true });
    channel.port1.start();
    channel.port2.postMessage(null);
  });

const signals: Signals = {
  isOnline: () => navigator.onLine,
  isVisible: () => document.visibilityState === 'visible',
  subscribe: (listener) => {
    const controller = new AbortController();
    const on = (target: EventTarget, type: string, signal: () => Signal): void =>
      target.addEventListener(type, () => listener(signal()), { signal: controller.signal });
    on(globalThis, 'online', () => 'online');
    on(globalThis, 'offline', () => 'offline');
    // iOS freezes the page when the tablet sleeps; its connections are dead when it wakes.
    on(globalThis, 'pageshow', () => 'pageshow');
    on(document, 'visibilitychange', () => (signals.isVisible() ? 'visible' : 'hidden'));
    return () => controller.abort();
  },
};

const openPokes: Outside['openPokes'] = (path, poked, closed) => {
  const source = new EventSource(path);
  source.addEventListener('message', poked);
  source.addEventListener('error', () => {
    // The browser reconnects by itself unless it gave up.
    if (source.readyState === EventSource.CLOSED) closed();
  });
  return () => source.close();
};
