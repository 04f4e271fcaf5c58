import { readFile } from 'node:fs/promises';
import type { Proposal } from '../../domain/proposal.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { propose } from '../../understand/proposal/propose.ts';
import type { UnderstoodSource } from '../../understand/proposal/source.ts';
import { fetchFaultSentence } from '../fetch/fetch-fault.ts';
import { fetchOnce, type FetchOutside, type FetchRules } from '../fetch/fetch-once.ts';
import type { PdfReader } from '../import/read-pdf.ts';
import { type Given, givenFiles } from './given-files.ts';
import { refusedSource } from './refused-source.ts';
import { understandSource } from './understand-source.ts';

export interface ProposeOptions {
  /** At least one; as many files are read at a time. */
  readonly readers: readonly PdfReader[];
  /** Tried on every PDF that asks for one. */
  readonly password: string | null;
  readonly rules: FetchRules;
  readonly outside?: FetchOutside;
  readonly progress: (line: string) => void;
}

export interface Proposed {
  readonly proposal: Proposal;
  /** Where each file of the proposal lies; what was fetched lies nowhere. */
  readonly paths: ReadonlyMap<string, string>;
}

/** Reads everything that was given and proposes what it comes to. Stores nothing, and never throws for what is in a file. */
export const proposeFiles = async (words: readonly string[], options: ProposeOptions): Promise<Proposed> => {
  const given = await givenFiles(words);
  const sources = new Map<number, UnderstoodSource>();
  const waiting = [...given.entries()];
  const work = async (reader: PdfReader): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [at, one] = next;
      sources.set(at, await readGiven(one, reader, options));
      options.progress(`Read ${sources.size} of ${given.length}: ${one.name}`);
    }
  };
  await Promise.all(options.readers.map(work));
  return {
    proposal: propose([...given.keys()].flatMap((at) => sources.get(at) ?? [])),
    paths: new Map(given.flatMap((one) => (one.kind === 'file' ? [[one.name, one.path] as const] : []))),
  };
};

const readGiven = async (
  given: Given,
  reader: PdfReader,
  options: ProposeOptions,
): Promise<UnderstoodSource> => {
  if (given.kind === 'refused') return refusedSource(given.name, given.sentence);
  const opened = await open(given, options);
  if (!opened.ok) return refusedSource(given.name, opened.error);
  return understandSource({ file: given.name, ...opened.value }, reader, options.password);
};

interface Opened {
  readonly bytes: Uint8Array;
  readonly address: string | null;
}

const open = async (
  given: Exclude<Given, { kind: 'refused' }>,
  { rules, outside }: ProposeOptions,
): Promise<Result<Opened, string>> => {
  if (given.kind === 'address') {
    const fetched = await fetchOnce(given.name, rules, outside);
    return fetched.ok ? ok(fetched.value) : err(fetchFaultSentence(fetched.error));
  }
  const bytes = await readFile(given.path).catch(() => null);
  return bytes === null
    ? err(`${given.name} cannot be opened.`)
    : ok({ bytes: new Uint8Array(bytes), address: null });
};
