const serverFolders = ['/sync/', '/blobs/', '/enrol/', '/session/', '/council/'];
const healthPath = '/healthz';

/** Paths that the server answers: never from a cache, never with the shell. */
export const isServerPath = (path: string): boolean =>
  path === healthPath || serverFolders.some((folder) => path.startsWith(folder));

/** One rule of the Service Worker static routing API, as far as it is used. */
export interface NetworkRule {
  readonly condition: { readonly urlPattern: { readonly pathname: string } };
  readonly source: 'network';
}

/** The same paths for the browser itself: it then asks the network without asking the worker. */
export const serverRules: readonly NetworkRule[] = [
  ...serverFolders.map((folder) => `${folder}*`),
  healthPath,
].map((pathname) => ({ condition: { urlPattern: { pathname } }, source: 'network' }));
