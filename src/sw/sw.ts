import { clientsClaim } from 'workbox-core';
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import { isServerPath, serverRules, type NetworkRule } from './server-paths.ts';

declare const self: ServiceWorkerGlobalScope & {
  __WB_MANIFEST: { url: string; revision: string | null }[];
};

/** Not yet in the type library: https://www.w3.org/TR/service-workers/#register-router-method */
interface InstallEvent extends ExtendableEvent {
  readonly addRoutes?: (rules: readonly NetworkRule[]) => Promise<void>;
}

cleanupOutdatedCaches();
precacheAndRoute(self.__WB_MANIFEST);
serveTheShell();
clientsClaim();

self.addEventListener('install', (event: InstallEvent) => {
  // A request that passes through the old worker while the new one takes over makes Chromium put the
  // new one off by up to five minutes, and a tablet that syncs always has one. Other browsers do without.
  if (event.addRoutes !== undefined) event.waitUntil(event.addRoutes(serverRules));
});

self.addEventListener('message', (event) => {
  // Only the page may say so, after the person agreed and when no form is being filled in.
  if (isSkipWaiting(event.data)) void self.skipWaiting();
});

/** Any address of the app opens the shell, also offline; the server's own paths go to the network. */
function serveTheShell(): void {
  // The development build has an empty precache, where this would throw.
  if (!import.meta.env.PROD) return;
  const shell = createHandlerBoundToURL('/index.html');
  registerRoute(
    ({ request, url }) => request.mode === 'navigate' && !isServerPath(url.pathname),
    (options) => shell(options),
  );
}

function isSkipWaiting(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'type' in data && data.type === 'SKIP_WAITING';
}
