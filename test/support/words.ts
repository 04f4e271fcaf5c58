import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as v from 'valibot';

const folder = resolve(import.meta.dirname, '../../locales/en-GB');

const sentences = new Map(
  readdirSync(folder).flatMap((file) =>
    Object.entries(
      v.parse(v.record(v.string(), v.string()), JSON.parse(readFileSync(join(folder, file), 'utf8'))),
    ),
  ),
);

/** The English of a key, as the screens say it. Throws on an unknown key, so that a test cannot look for nothing. */
export const words = (key: string, slots: Readonly<Record<string, string>> = {}): string => {
  const sentence = sentences.get(key);
  if (sentence === undefined) throw new Error(`no English for ${key}`);
  return Object.entries(slots).reduce(
    (text, [name, value]) => text.replaceAll(`{{${name}}}`, value),
    sentence,
  );
};
