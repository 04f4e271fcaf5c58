const serverPaths = [/^\/sync\//, /^\/blobs\//, /^\/enrol\//, /^\/session\//, /^\/council\//, /^\/healthz$/];

/** Paths that the server answers: never from a cache, never with the shell. */
export const isServerPath = (path: string): boolean => serverPaths.some((pattern) => pattern.test(path));
