import { importMaxBytes } from '../../protocol/imports.ts';
import type { ProposeRules } from './propose-files.ts';

/** A page of ModernGov has some hundred kB, a pack up to 100 MB. */
const mostFetchedBytes = 100_000_000;
const fetchTimeoutMs = 60_000;

/** How pages are fetched; `allowed` is FETCH_ALLOW of the environment: hosts, divided by commas. */
export const fetchRules = (allowed: string = ''): ProposeRules => ({
  allowed: new Set(
    allowed
      .split(',')
      .map((host) => host.trim())
      .filter((host) => host !== ''),
  ),
  mostBytes: mostFetchedBytes,
  mostBytesInAll: importMaxBytes,
  timeoutMs: fetchTimeoutMs,
});
