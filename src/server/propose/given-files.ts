import { readdir, stat } from 'node:fs/promises';
import { basename, isAbsolute, join, normalize } from 'node:path';

/** One thing that was given to an import. */
export type Given =
  | { readonly kind: 'file'; readonly name: string; readonly path: string }
  | { readonly kind: 'address'; readonly name: string; readonly address: string }
  /** Said in one plain sentence why it is not read. */
  | { readonly kind: 'refused'; readonly name: string; readonly sentence: string };

/** More than any meeting has, and less than a home folder that was given by mistake. */
const mostFiles = 1000;
/** The largest paper that the server keeps (1 GiB) would not fit beside the others. */
const mostBytes = 300 * 1024 * 1024;

/**
 * What words on the command line stand for: files, everything in a folder (in the order of names, without hidden
 * files), and addresses of pages. What is not there is said, and the rest is still read.
 */
export const givenFiles = async (words: readonly string[]): Promise<readonly Given[]> => {
  const given: Given[] = [];
  for (const word of words) {
    if (/^[a-z][a-z\d+.-]*:\/\//iu.test(word)) {
      given.push({ kind: 'address', name: addressName(word), address: word });
    } else given.push(...(await givenPath(word)));
  }
  return withOwnNames(given);
};

/** An address as it is shown and kept: without a name and a password in it, which is refused anyway. */
export const addressName = (address: string): string =>
  address.replace(/^([a-z][a-z\d+.-]*:[/\\]*)[^/\\?#]*@/iu, '$1');

/** Two files of one name stay two. */
export const withOwnNames = (given: readonly Given[]): readonly Given[] => {
  const taken = new Set<string>();
  return given.map((one) => {
    const name = ownName(one.name, taken);
    taken.add(name);
    return name === one.name ? one : { ...one, name };
  });
};

/** The name itself, or with the first number that makes it no other's: "Report (2).pdf". */
export const ownName = (name: string, taken: ReadonlySet<string>): string => {
  const numbered = (count: number): string => name.replace(/(\.[a-z\d]{1,5})?$/iu, ` (${count})$1`);
  let own = name;
  for (let count = 2; taken.has(own); count += 1) own = numbered(count);
  return own;
};

/** A name that can stand inside a folder: the path as it was typed, unless it leads out of one. */
const nameOf = (path: string): string =>
  isAbsolute(path) || normalize(path).startsWith('..') ? basename(path) : normalize(path);

const givenPath = async (path: string): Promise<readonly Given[]> => {
  const given = await stat(path).catch(() => null);
  if (given === null) return [{ kind: 'refused', name: path, sentence: `There is no file ${path}.` }];
  if (!given.isDirectory()) return [checkSize(nameOf(path), path, given.size)];
  const found = await readdir(path, { recursive: true }).catch(() => null);
  if (found === null) return [{ kind: 'refused', name: path, sentence: `${path} cannot be opened.` }];
  const names = found.filter(isShown).toSorted();
  if (names.length > mostFiles) {
    const sentence = `The folder ${path} has more than ${mostFiles} files.`;
    return [{ kind: 'refused', name: path, sentence }];
  }
  const files: Given[] = [];
  for (const name of names) {
    const inside = join(path, name);
    const entry = await stat(inside).catch(() => null);
    if (entry?.isFile() === true) files.push(checkSize(name, inside, entry.size));
  }
  return files;
};

const isShown = (name: string): boolean => !name.split(/[\\/]/u).some((part) => part.startsWith('.'));

const checkSize = (name: string, path: string, size: number): Given =>
  size > mostBytes
    ? { kind: 'refused', name, sentence: `${name} is larger than ${mostBytes / 1024 / 1024} MB.` }
    : { kind: 'file', name, path };
