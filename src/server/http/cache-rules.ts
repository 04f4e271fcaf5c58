/** Addresses of the sync server itself; everything else belongs to the app's pages and files. */
export const isApi = (path: string): boolean =>
  /^\/(sync|blobs|enrol|session|council)\/|^\/imports(\/|$)|^\/(healthz|metrics)$/.test(path);

/**
 * How long an answer may be kept. Answers of the API never; files with a hash in their name for ever;
 * every other file is asked for again each time, `sw.js` and `index.html` above all.
 */
export const cacheControl = (path: string, status: number): string => {
  if (isApi(path)) return 'no-store';
  return path.startsWith('/assets/') && status === 200 ? 'public, max-age=31536000, immutable' : 'no-cache';
};
