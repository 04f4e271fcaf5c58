/** How much one import takes, for the screen that says so before anything is sent. */
export { importFileMaxBytes, importMaxBytes, importMaxFiles } from '../protocol/imports.ts';
