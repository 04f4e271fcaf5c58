import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';

const PackageSchema = v.object({ version: v.string() });

/** The version of this program, as its package says. */
export const readServerVersion = (): string => {
  const text = readFileSync(join(import.meta.dirname, '../../../package.json'), 'utf8');
  return v.parse(PackageSchema, JSON.parse(text)).version;
};
