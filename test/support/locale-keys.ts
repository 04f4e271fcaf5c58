import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Key to sentence. */
export type Sentences = Readonly<Record<string, string>>;

/** All parts of one locale, or one part. */
export const readLocale = (tag: string, part?: string): Sentences => {
  const folder = join(root, 'locales', tag);
  const names = readdirSync(folder).filter((name) => part === undefined || name === `${part}.json`);
  return Object.assign({}, ...names.map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8'))));
};

/** The text of every source file of the client, by path. */
export const readSources = (): readonly { readonly path: string; readonly text: string }[] =>
  readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/^(server|sw|build)\//.test(path))
    .map((path) => ({ path, text: readFileSync(join(root, 'src', path), 'utf8') }));

const pluralSuffix = /_(zero|one|two|few|many|other)$/;

/** `records.waiting_one` and `records.waiting_other` are both asked for as `records.waiting`. */
export const baseKey = (key: string): string => key.replace(pluralSuffix, '');

/** Base keys that have plural forms. */
export const pluralKeys = (sentences: Sentences): readonly string[] => [
  ...new Set(
    Object.keys(sentences)
      .filter((key) => pluralSuffix.test(key))
      .map(baseKey),
  ),
];

/** The names of `{{slots}}`, sorted. */
export const slotsOf = (sentence: string): readonly string[] =>
  [...sentence.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, name]) => name ?? '').toSorted();

/** Keys that stand as text in a call of `t`, also in both arms of a condition: `t(late ? 'a.b' : 'a.c')`. */
export const keysAskedFor = (source: string): readonly string[] =>
  [...source.matchAll(/(?<![\w.])t\(([^()`]*)/g)].flatMap(([, inside]) =>
    // The first argument only: the second holds what goes into the slots.
    [...(inside ?? '').split(/,\s*\{/)[0]!.matchAll(/'([a-z][\w-]*(?:\.[\w-]+)+)'/g)].map(
      ([, key]) => key ?? '',
    ),
  );

/** Whether a source names the key, as text or by a template such as `apology.part.${part}`. */
export const createKeyFinder = (sources: readonly string[]): ((key: string) => boolean) => {
  const texts = new Set<string>();
  const patterns: RegExp[] = [];
  for (const source of sources) {
    for (const [, key] of source.matchAll(/['"`]([a-z][\w-]*(?:\.[\w-]+)+)['"`]/g)) texts.add(key ?? '');
    for (const [, template] of source.matchAll(/`([a-z][\w-]*\.[^`\n]*\$\{[^`\n]*)`/g)) {
      const parts = (template ?? '').split(/\$\{[^}]*\}/);
      patterns.push(new RegExp(`^${parts.map((part) => part.replaceAll('.', '\\.')).join('[\\w.-]*')}$`));
    }
  }
  return (key) =>
    texts.has(baseKey(key)) ||
    texts.has(key) ||
    patterns.some((pattern) => pattern.test(key) || pattern.test(baseKey(key)));
};
