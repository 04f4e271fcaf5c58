// Runs in a process of its own: reading a pack takes seconds in which the server has tablets to answer.
import { lookup } from 'node:dns';
import { basename } from 'node:path';
import type { UnderstoodSource } from '../../understand/proposal/source.ts';
import { withPdfReaders } from '../import/read-pdf.ts';
import { fetchRules } from '../propose/fetch-rules.ts';
import { addressName, type Given, withOwnNames } from '../propose/given-files.ts';
import { keepIn } from '../propose/keep-fetched.ts';
import { type KeepFetched, proposeFiles } from '../propose/propose-files.ts';
import { openApartPort } from './apart-port.ts';
import type { FetchedFile, FromReader, ReadJob, ToReader } from './read-message.ts';

const { next, say } = openApartPort<ReadJob | ToReader, FromReader>();
const job = (await next()) as ReadJob;

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
  const answer = next();
  say({ kind: 'sources', sources: sources.map(withoutWords) });
  return ((await answer) as ToReader).published;
};

const given = withOwnNames([
  ...job.files.map(toGiven),
  ...job.addresses.map((address): Given => ({ kind: 'address', name: addressName(address), address })),
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
