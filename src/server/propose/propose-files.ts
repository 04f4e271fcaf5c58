import { readFile } from 'node:fs/promises';
import type { Proposal } from '../../domain/proposal.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { withServiceDates } from '../../understand/moderngov/service-dates.ts';
import { propose } from '../../understand/proposal/propose.ts';
import type { UnderstoodSource } from '../../understand/proposal/source.ts';
import { fetchFaultSentence } from '../fetch/fetch-fault.ts';
import { fetchOnce, type FetchOutside, type FetchRules } from '../fetch/fetch-once.ts';
import type { PdfReader } from '../import/read-pdf.ts';
import { type Given, withOwnNames } from './given-files.ts';
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
  /** Keeps bytes that were fetched and answers the file they lie in; null keeps nothing. */
  readonly keep: KeepFetched | null;
  readonly rules: ProposeRules;
  readonly outside?: FetchOutside;
  /** What is to be read together with what was given: what the council has published already. */
  readonly published?: (sources: readonly UnderstoodSource[]) => Promise<readonly UnderstoodSource[]>;
  /** Told after each that was read. `total` grows when documents are found to be fetched. */
  readonly progress: (done: number, total: number, name: string) => void;
}

export type KeepFetched = (name: string, bytes: Uint8Array) => Promise<string>;

export interface ProposeRules extends FetchRules {
  /** Everything that is fetched, together. */
  readonly mostBytesInAll: number;
}

export interface Proposed {
  readonly proposal: Proposal;
  /** The file that each source lies in; what was fetched and not kept has none. */
  readonly files: ReadonlyMap<string, string>;
}

/** Reads everything that was given and proposes what it comes to. Never throws for what is in a file. */
export const proposeFiles = async (given: readonly Given[], options: ProposeOptions): Promise<Proposed> => {
  const budget = createBudget(options.rules.mostBytesInAll);
  const read = await readAll(given, options, budget, 0);
  const documents = options.documents ? linkedDocuments(given, read) : [];
  const all = [...read, ...(await readAll(documents, options, budget, read.length))];
  const sources = all.map(({ source }) => source);
  const published = (await options.published?.(sources)) ?? [];
  const files = all.flatMap(({ source, file }) =>
    file === null ? [] : [[source.source.file, file] as const],
  );
  return { proposal: propose([...sources, ...published]), files: new Map(files) };
};

/** What the fetched pages point to. Their names come after those that are taken. */
const linkedDocuments = (given: readonly Given[], read: readonly Read[]): readonly Given[] => {
  const pages = given.flatMap((one) => (one.kind === 'address' ? [one.address] : []));
  if (pages.length === 0) return [];
  const first = propose(read.map(({ source }) => source));
  return withOwnNames([...given, ...pageDocuments(first, pages)]).slice(given.length);
};

interface Read {
  readonly source: UnderstoodSource;
  /** Null for what is not there to be copied. */
  readonly file: string | null;
}

/** As many at a time as there are readers; answers in the order of what was given. */
const readAll = async (
  given: readonly Given[],
  options: ProposeOptions,
  budget: Budget,
  before: number,
): Promise<readonly Read[]> => {
  const done = new Map<number, Read>();
  const waiting = [...given.entries()];
  const work = async (reader: PdfReader): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [at, one] = next;
      done.set(at, await readGiven(one, reader, options, budget));
      options.progress(before + done.size, before + given.length, one.name);
    }
  };
  await Promise.all(options.readers.map(work));
  return [...given.keys()].flatMap((at) => done.get(at) ?? []);
};

const readGiven = async (
  given: Given,
  reader: PdfReader,
  options: ProposeOptions,
  budget: Budget,
): Promise<Read> => {
  const refuse = (sentence: string): Read => ({ source: refusedSource(given.name, sentence), file: null });
  if (given.kind === 'refused') return refuse(given.sentence);
  const opened = given.kind === 'file' ? await openFile(given) : await openPage(given, options, budget);
  if (!opened.ok) return refuse(opened.error);
  const { bytes, address, file } = opened.value;
  const source = await understandSource({ file: given.name, bytes, address }, reader, options.password);
  return { source, file };
};

interface Opened {
  readonly bytes: Uint8Array;
  readonly address: string | null;
  readonly file: string | null;
}

const openFile = async ({ name, path }: GivenOf<'file'>): Promise<Result<Opened, string>> => {
  const bytes = await readFile(path).catch(() => null);
  if (bytes === null) return err(`${name} cannot be opened.`);
  return ok({ bytes: new Uint8Array(bytes), address: null, file: path });
};

const openPage = async (
  { name, address: asked }: GivenOf<'address'>,
  { rules, outside, keep }: ProposeOptions,
  budget: Budget,
): Promise<Result<Opened, string>> => {
  if (budget.isSpent()) return err(budgetSentence(rules));
  const fetched = await fetchOnce(withServiceDates(asked), rules, outside);
  if (!fetched.ok) return err(fetchFaultSentence(fetched.error));
  const { bytes, address } = fetched.value;
  if (!budget.spend(bytes.length)) return err(budgetSentence(rules));
  if (keep === null) return ok({ bytes, address, file: null });
  // Before it is read: the reader takes the bytes with it.
  const file = await keep(name, bytes).catch(() => null);
  return file === null ? err(`There is no room to keep ${name}.`) : ok({ bytes, address, file });
};

type GivenOf<K extends Given['kind']> = Extract<Given, { readonly kind: K }>;

const budgetSentence = ({ mostBytesInAll }: ProposeRules): string =>
  `Not fetched: the pages and documents are larger than ${Math.floor(mostBytesInAll / 1024 / 1024)} MB together.`;

interface Budget {
  /** Whether something was too much already: then nothing more is asked for. */
  readonly isSpent: () => boolean;
  /** False when there is not so much left. */
  readonly spend: (bytes: number) => boolean;
}

const createBudget = (most: number): Budget => {
  let left = most;
  let isSpent = false;
  return {
    isSpent: () => isSpent,
    spend: (bytes) => {
      const isEnough = bytes <= left;
      if (isEnough) left -= bytes;
      else isSpent = true;
      return isEnough;
    },
  };
};
