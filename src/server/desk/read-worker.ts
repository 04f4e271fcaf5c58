// Runs in a worker thread: reading a pack takes seconds in which the server has tablets to answer.
import { lookup } from 'node:dns';
import { basename } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { UnderstoodSource } from '../../understand/proposal/source.ts';
import { withPdfReaders } from '../import/read-pdf.ts';
import { fetchRules } from '../propose/fetch-rules.ts';
import { type Given, withOwnNames } from '../propose/given-files.ts';
import { keepIn } from '../propose/keep-fetched.ts';
import { type KeepFetched, proposeFiles } from '../propose/propose-files.ts';
import type { FetchedFile, FromReader, ReadJob, ToReader } from './read-message.ts';

const port = parentPort;
if (port === null) throw new Error('this file is for a worker thread');
const job = workerData as ReadJob;

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
const say = (message: FromReader): void => port.postMessage(message);

const fetched: FetchedFile[] = [];
const write = keepIn(job.fetched);
const keep: KeepFetched = async (name, bytes) => {
  const size = bytes.length;
  const file = await write(name, bytes);
  fetched.push({ number: Number(basename(file)), name, size });
  return file;
};

const toGiven = ({ name, path }: ReadJob['files'][number]): Given =>
  path === null
    ? { kind: 'refused', name, sentence: `${name} has not arrived whole.` }
    : { kind: 'file', name, path };

const withoutWords = (source: UnderstoodSource): UnderstoodSource =>
  source.paper === null ? source : { ...source, paper: { ...source.paper, text: { format: 1, pages: [] } } };

const askPublished = async (sources: readonly UnderstoodSource[]): Promise<readonly UnderstoodSource[]> => {
  const { promise, resolve } = Promise.withResolvers<ToReader>();
  port.once('message', resolve);
  say({ kind: 'sources', sources: sources.map(withoutWords) });
  return (await promise).published;
};

const given = withOwnNames([
  ...job.files.map(toGiven),
  ...job.addresses.map((address): Given => ({ kind: 'address', name: address, address })),
]);
const { proposal } = await withPdfReaders(job.readers, (readers) =>
  proposeFiles(given, {
    readers,
    password: job.password,
    documents: job.documents,
    keep,
    rules: fetchRules(job.fetchAllow),
    ...(job.ca === null ? {} : { outside: { lookup, ca: job.ca } }),
    published: askPublished,
    progress: (done, total, name) => say({ kind: 'progress', done, total, name }),
  }),
);
say({ kind: 'read', proposal, fetched });
