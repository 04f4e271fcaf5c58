/** Bytes of a file come in parts of at most so many, so that a slow line can go on where it was. */
export const importPartMaxBytes = 4 * 1024 * 1024;
/** The largest file, and all files of one import together. */
export const importFileMaxBytes = 300 * 1024 * 1024;
export const importMaxBytes = 1024 * 1024 * 1024;
export const importMaxFiles = 1000;
