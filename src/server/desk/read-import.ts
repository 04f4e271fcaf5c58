import type { Reading, ReadRequest } from '../../domain/import-state.ts';
import type { Proposal } from '../../domain/proposal.ts';
import type { ReadResult } from './import-folder.ts';
import type { RecordedFile, RecordedReading } from './import-record.ts';
import type { ImportStore, OpenImport } from './import-store.ts';
import { addressName } from '../propose/given-files.ts';
import { wholeFile } from './keep-files.ts';
import type { Matching } from './ports.ts';
import { readApart, type ReadingPorts } from './read-apart.ts';
import type { FetchedFile, ReadJob } from './read-message.ts';

/** What a reading asks of the outside. */
export interface ReadingOutside {
  readonly matching: Pick<Matching, 'published' | 'meetings'>;
  /** FETCH_ALLOW of the environment. */
  readonly fetchAllow: string;
  /** An authority to judge fetched sites by; left out, the system's. */
  readonly ca?: string;
  readonly readers: number;
  readonly heapMb: number;
}

/** Clears what an earlier reading came to, and says that one began. Files that were given stay. */
export const beginReading = async (store: ImportStore, open: OpenImport): Promise<void> => {
  const files = open.record.files.filter(({ fetched }) => !fetched);
  await store.save(open, { files, reading: { kind: 'begun' } });
  await open.folder.tidy(open.record);
};

/** Says that a reading failed, and lets go of what it fetched. */
export const failReading = async (store: ImportStore, open: OpenImport): Promise<void> => {
  await store.save(open, { reading: { kind: 'failed' } });
  await open.folder.tidy(open.record);
};

/** A reading that is over and not kept yet. */
export interface ReadOut {
  readonly result: ReadResult;
  readonly fetched: readonly FetchedFile[];
}

/** Reads all files of an import and what the request names. Changes nothing of the import; rejects as `readApart`. */
export const readOut = async (
  open: OpenImport,
  request: ReadRequest,
  { matching, fetchAllow, ca, readers, heapMb }: ReadingOutside,
  progress: (done: number, total: number, name: string) => void,
  signal: AbortSignal,
): Promise<ReadOut> => {
  const files = open.record.files.map(({ place, name }) => ({
    name,
    path: wholeFile(open, place)?.path ?? null,
  }));
  const job: ReadJob = {
    files,
    addresses: [...new Set(request.addresses)],
    documents: request.documents,
    password: request.password,
    fetchAllow,
    ca: ca ?? null,
    fetched: await open.folder.makeFetched(),
    readers,
  };
  progress(0, files.length + job.addresses.length, files[0]?.name ?? addressName(job.addresses[0] ?? ''));
  const { meeting, apart } = request;
  const published: ReadingPorts['published'] = (sources) => matching.published(sources, { meeting, apart });
  const { proposal, fetched } = await readApart(job, { published, progress, heapMb }, signal);
  const known = await orAborted(matching.meetings(proposal), signal);
  return { result: { proposal, ...known }, fetched };
};

/** The work, or a rejection at the signal: whoever stops does not wait for a database that hangs. */
const orAborted = <T>(work: Promise<T>, signal: AbortSignal): Promise<T> => {
  const { promise, reject } = Promise.withResolvers<never>();
  signal.throwIfAborted();
  signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  return Promise.race([work, promise]);
};

/** Keeps what a reading came to. The record comes last: before it, a kill leaves an import that was stopped. */
export const keepReading = async (
  store: ImportStore,
  open: OpenImport,
  { result, fetched }: ReadOut,
): Promise<void> => {
  const { record, folder, here } = open;
  await folder.saveResult(result);
  const files: RecordedFile[] = [];
  for (const { number, name, size } of fetched) {
    const place = record.nextPlace + files.length;
    await folder.takeFetched(number, place);
    files.push({ place, name, size, fetched: true });
    here.set(place, size);
  }
  const nextPlace = record.nextPlace + files.length;
  await store.save(open, {
    nextPlace,
    files: [...record.files, ...files],
    reading: recordedReading(result.proposal, nextPlace),
  });
  await folder.tidy(open.record);
};

const recordedReading = ({ meetings }: Proposal, before: number): RecordedReading => {
  const [first] = meetings;
  const date = first?.start?.value.slice(0, 10) ?? first?.date?.value ?? null;
  const committee = first?.committee?.value ?? null;
  return { kind: 'read', meetings: meetings.length, committee, date, published: [], before };
};

/** What a reading came to, with what was published of it since. */
export const keptReading = async (
  open: OpenImport,
  { published, before = open.record.nextPlace }: Extract<RecordedReading, { readonly kind: 'read' }>,
): Promise<Reading> => {
  const result = await open.folder.readResult();
  // Gone from the disk: the files are still there, and can be read again.
  if (result === null) return { kind: 'not-begun', wasStopped: true };
  const meetings = result.meetings.map((one, at) => {
    const found = published.find(({ meeting }) => meeting === at);
    const { meetingId, version } = found ?? {};
    return meetingId === undefined || version === undefined
      ? one
      : { ...one, published: { meetingId, version } };
  });
  return { kind: 'read', ...result, meetings, before };
};
