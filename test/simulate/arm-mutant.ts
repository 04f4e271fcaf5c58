import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { mutants, type Patch } from './mutants.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The file with the patch applied; throws unless what it replaces occurs exactly once. */
export const patchSource = (source: string, { file, find, replace }: Patch): string => {
  const count = source.split(find).length - 1;
  if (count !== 1) throw new Error(`a mutant's patch fits ${count} times into ${file}: ${find}`);
  return source.replace(find, () => replace);
};

/** Every file that a mutant changes, with its source as the mutant wants it. */
export const patchedSources = (name: string): ReadonlyMap<string, string> => {
  const mutant = mutants.find((one) => one.name === name);
  if (mutant === undefined) throw new Error(`there is no mutant ${name}`);
  const sources = new Map<string, string>();
  for (const patch of mutant.patches) {
    const path = `${root}${patch.file}`;
    sources.set(path, patchSource(sources.get(path) ?? readFileSync(path, 'utf8'), patch));
  }
  return sources;
};

/**
 * From here on this process loads the product with one fault in it. Nothing is written: the product's own
 * files never hold a mutant, and no switch in them turns one on.
 */
export const armMutant = (name: string): void => {
  const sources = patchedSources(name);
  registerHooks({
    load: (url, context, nextLoad) => {
      const source = url.startsWith('file:') ? sources.get(fileURLToPath(url)) : undefined;
      return source === undefined
        ? nextLoad(url, context)
        : { format: 'module-typescript', source, shortCircuit: true };
    },
  });
};
