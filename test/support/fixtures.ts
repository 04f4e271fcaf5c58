import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const shared = resolve(import.meta.dirname, '../../../shared');

/**
 * Where a real input lies, or null in a clone of the product alone: such a test says "skipped: no
 * fixtures". With FIXTURES=required their absence is an error.
 */
export const findFixture = (path: string): string | null => {
  const found = resolve(shared, path);
  if (existsSync(found)) return found;
  if (process.env['FIXTURES'] === 'required') throw new Error(`FIXTURES=required, but there is no ${path}`);
  return null;
};

/** What a test says when it has no real input. */
export const noFixtures = 'skipped: no fixtures';
