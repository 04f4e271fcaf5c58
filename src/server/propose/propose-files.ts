import { readFile } from 'node:fs/promises';
import type { Proposal } from '../../domain/proposal.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { withServiceDates } from '../../understand/moderngov/service-dates.ts';
import { propose } from '../../understand/proposal/propose.ts';
import type { UnderstoodSource } from '../../understand/proposal/source.ts';
import { fetchFaultSentence } from '../fetch/fetch-fault.ts';
import { fetchOnce, type FetchOutside, type FetchRules } from '../fetch/fetch-once.ts';
import type { PdfReader } from '../import/read-pdf.ts';
import { type Given, givenFiles, withOwnNames } from './given-files.ts';
import { pageDocuments } from './page-documents.ts';
import { refusedSource } from './refused-source.ts';
import { understandSource } from './understand-source.ts';

export interface ProposeOptions {
  /** At least one; as many files are read at a time. */
  readonly readers: readonly PdfReader[];
  /** Tried on every PDF that asks for one. */
  readonly password: string | null;
  /** Whether the documents are fetched that a fetched page points to. */
  readonly documents: boolean;
  /** Whether what was fetched is kept for a draft. */
  readonly keepFetched: boolean;
  readonly rules: FetchRules;
  readonly outside?: FetchOutside;
  readonly progress: (line: string) => void;
}

export interface Proposed {
  readonly proposal: Proposal;
  /** Each file of the proposal: where it lies, or its bytes where it was fetched to be kept. */
  readonly files: ReadonlyMap<string, string | Uint8Array>;
}

/** Reads everything that was given and proposes what it comes to. Stores nothing, and never throws for what is in a file. */
export const proposeFiles = async (words: readonly string[], options: ProposeOptions): Promise<Proposed> => {
  const given = await givenFiles(words);
  const read = await readAll(given, options);
  const first = propose(read.map(({ source }) => source));
  const pages = given.flatMap((one) => (one.kind === 'address' ? [one.address] : []));
  if (!options.documents || pages.length === 0) return { proposal: first, files: filesOf(read) };
  // Their names come after those that are taken.
  const fetched = withOwnNames([...given, ...pageDocuments(first, pages)]).slice(given.length);
  const all = [...read, ...(await readAll(fetched, options))];
  return { proposal: propose(all.map(({ source }) => source)), files: filesOf(all) };
};

interface Read {
  readonly source: UnderstoodSource;
  /** Null for what is not there to be copied. */
  readonly file: string | Uint8Array | null;
}

const filesOf = (read: readonly Read[]): Proposed['files'] =>
  new Map(read.flatMap(({ source, file }) => (file === null ? [] : [[source.source.file, file] as const])));

/** As many at a time as there are readers; answers in the order of what was given. */
const readAll = async (given: readonly Given[], options: ProposeOptions): Promise<readonly Read[]> => {
  const done = new Map<number, Read>();
  const waiting = [...given.entries()];
  const work = async (reader: PdfReader): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [at, one] = next;
      done.set(at, await readGiven(one, reader, options));
      options.progress(`Read ${done.size} of ${given.length}: ${one.name}`);
    }
  };
  await Promise.all(options.readers.map(work));
  return [...given.keys()].flatMap((at) => done.get(at) ?? []);
};

const readGiven = async (given: Given, reader: PdfReader, options: ProposeOptions): Promise<Read> => {
  if (given.kind === 'refused') return { source: refusedSource(given.name, given.sentence), file: null };
  const opened = await open(given, options);
  if (!opened.ok) return { source: refusedSource(given.name, opened.error), file: null };
  const { bytes, address } = opened.value;
  // The reader takes the bytes with it.
  const kept = given.kind === 'address' && options.keepFetched ? bytes.slice() : null;
  const source = await understandSource({ file: given.name, bytes, address }, reader, options.password);
  return { source, file: given.kind === 'file' ? given.path : kept };
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
    const fetched = await fetchOnce(withServiceDates(given.address), rules, outside);
    return fetched.ok ? ok(fetched.value) : err(fetchFaultSentence(fetched.error));
  }
  const bytes = await readFile(given.path).catch(() => null);
  return bytes === null
    ? err(`${given.name} cannot be opened.`)
    : ok({ bytes: new Uint8Array(bytes), address: null });
};
