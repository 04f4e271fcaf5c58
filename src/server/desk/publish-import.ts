import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import type { PublishAnswer } from '../../domain/import-state.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { RecordedFile, RecordedReading } from './import-record.ts';
import type { ImportStore, OpenImport } from './import-store.ts';
import type { InTurn } from './in-turn.ts';
import { wholeFile } from './keep-files.ts';
import type { Matching, MayStill } from './ports.ts';
import { privatePapers } from '../propose/private-papers.ts';
import { wasTooMuch } from './start-apart.ts';

const PapersSchema = v.fallback(v.array(v.object({ file: v.optional(v.string()) })), []);
const NamedFilesSchema = v.object({
  papers: v.optional(PapersSchema),
  items: v.optional(v.fallback(v.array(v.object({ papers: v.optional(PapersSchema) })), [])),
});

const namedFiles = (draft: unknown): ReadonlySet<string> => {
  const named = v.safeParse(NamedFilesSchema, draft);
  if (!named.success) return new Set();
  const { papers = [], items = [] } = named.output;
  const all = [...papers, ...items.flatMap((item) => item.papers ?? [])];
  // As the meeting file is read.
  return new Set(all.flatMap(({ file }) => file?.trim() ?? []));
};

/** The bytes of each file that is named, by name. What is not here any more is left out, and missed later. */
const readNamed = async (
  open: OpenImport,
  named: readonly RecordedFile[],
): Promise<ReadonlyMap<string, Uint8Array>> => {
  const files = new Map<string, Uint8Array>();
  for (const { place, name } of named) {
    const whole = wholeFile(open, place);
    if (whole !== null) files.set(name, new Uint8Array(await readFile(whole.path)));
  }
  return files;
};

interface PublishOutside {
  readonly store: ImportStore;
  readonly inTurn: InTurn;
  readonly matching: Pick<Matching, 'publish'>;
}

/** Publishes a draft of one of the meetings that were read, and remembers what it became. */
export const publishFrom = async (
  open: OpenImport,
  { meeting, draft }: { readonly meeting: number; readonly draft: unknown },
  mayStill: MayStill,
  { store, inTurn, matching }: PublishOutside,
): Promise<Result<PublishAnswer, 'bad_request'>> => {
  const { id, reading } = open.record;
  if (reading.kind !== 'read' || meeting >= reading.meetings) return err('bad_request');
  const names = namedFiles(draft);
  const result = await open.folder.readResult();
  if (result === null) return err('bad_request');
  const closed = privatePapers(result.proposal);
  const secret = [...names].find((name) => closed.has(name));
  if (secret !== undefined) return ok(notPublic(secret));
  // What came since may have the name of a file that was read and removed: nobody has looked at it.
  const { before = open.record.nextPlace } = reading;
  const named = open.record.files.filter(({ name, place }) => names.has(name) && place < before);
  if (isTooMuch(named)) return ok(tooMuch);
  const answer = await matching
    .publish(draft, await readNamed(open, named), mayStill)
    .catch((cause: unknown): PublishAnswer => {
      if (!wasTooMuch(cause)) throw cause;
      return {
        kind: 'refused',
        sentence: 'These papers want more memory or time than there is.',
        where: null,
      };
    });
  // Should this be lost, the version that the draft follows is still no longer the latest.
  if (answer.kind === 'published')
    await inTurn(id, () => remember(store, open, reading, { meeting, ...answer }));
  return ok(answer);
};

/** The bytes of all papers are in the memory more than once, beside what the tablets need. Whole packs have 100 MB. */
const mostMegabytes = 400;

const isTooMuch = (named: readonly RecordedFile[]): boolean =>
  named.reduce((sum, { size }) => sum + size, 0) > mostMegabytes * 1024 * 1024;

const tooMuch: PublishAnswer = {
  kind: 'refused',
  sentence: `These papers have more than ${mostMegabytes} MB together. Leave some out, and publish them with the next version.`,
  where: null,
};

/** Whatever the clerk made of it: version 1 takes public papers only. */
const notPublic = (file: string): PublishAnswer => ({
  kind: 'refused',
  sentence: `${file} is not for the public, and only public papers are published.`,
  where: null,
});

/** Unless the papers were read anew: a place in one proposal is another meeting in the next. */
const remember = async (
  store: ImportStore,
  open: OpenImport,
  reading: RecordedReading,
  { meeting, meetingId, version }: PublishedPlace,
): Promise<void> => {
  if (reading.kind !== 'read' || open.record.reading !== reading) return;
  const others = reading.published.filter((one) => one.meeting !== meeting);
  const published = [...others, { meeting, meetingId, version }];
  await store.save(open, { reading: { ...reading, published } }).catch(() => undefined);
};

interface PublishedPlace {
  readonly meeting: number;
  readonly meetingId: string;
  readonly version: number;
}
