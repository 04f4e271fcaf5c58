import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../../../shared/seeds/', import.meta.url));

/**
 * The text of the first seed document that holds a phrase, or null in a clone that has no fixtures. Where
 * fixtures are required, their absence throws.
 */
export const readSeed = (phrase: string): string | null => {
  if (!existsSync(folder)) {
    if (process.env['FIXTURES'] === 'required') throw new Error('the seed documents are missing');
    console.log('skipped: no fixtures');
    return null;
  }
  const texts = readdirSync(folder).map((name) => readFileSync(`${folder}/${name}`, 'utf8'));
  const found = texts.find((text) => text.includes(phrase));
  if (found === undefined) throw new Error(`no seed document says ${phrase}`);
  return found;
};
