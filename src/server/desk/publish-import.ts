import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import type { PublishAnswer } from '../../domain/import-state.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { ImportStore, OpenImport } from './import-store.ts';
import type { InTurn } from './in-turn.ts';
import { wholeFile } from './keep-files.ts';
import type { Matching } from './ports.ts';
import { wasTooMuch } from './start-apart.ts';

const PapersSchema = v.fallback(v.array(v.object({ file: v.optional(v.string()) })), []);
const NamedFilesSchema = v.object({
  papers: v.optional(PapersSchema),
  items: v.optional(v.fallback(v.array(v.object({ papers: v.optional(PapersSchema) })), [])),
});

/** The bytes of each file of the import that a draft names, by name. What is not here is left out, and missed later. */
const draftFiles = async (open: OpenImport, draft: unknown): Promise<ReadonlyMap<string, Uint8Array>> => {
  const named = v.safeParse(NamedFilesSchema, draft);
  if (!named.success) return new Map();
  const { papers = [], items = [] } = named.output;
  const all = [...papers, ...items.flatMap((item) => item.papers ?? [])];
  const names = new Set(all.flatMap(({ file }) => file ?? []));
  const files = new Map<string, Uint8Array>();
  for (const { place, name } of open.record.files) {
    const whole = names.has(name) ? wholeFile(open, place) : null;
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
  meeting: number,
  draft: unknown,
  { store, inTurn, matching }: PublishOutside,
): Promise<Result<PublishAnswer, 'bad_request'>> => {
  const { id, reading } = open.record;
  if (reading.kind !== 'read' || meeting >= reading.meetings) return err('bad_request');
  const answer = await matching
    .publish(draft, await draftFiles(open, draft))
    .catch((cause: unknown): PublishAnswer => {
      if (!wasTooMuch(cause)) throw cause;
      return { kind: 'refused', sentence: 'These papers want more memory than there is.', where: null };
    });
  // Should this be lost, the version that the draft follows is still no longer the latest.
  if (answer.kind === 'published') await inTurn(id, () => remember(store, open, meeting, answer));
  return ok(answer);
};

/** Unless the papers are being read anew. */
const remember = async (
  store: ImportStore,
  open: OpenImport,
  meeting: number,
  { meetingId, version }: Extract<PublishAnswer, { readonly kind: 'published' }>,
): Promise<void> => {
  const { reading } = open.record;
  if (reading.kind !== 'read') return;
  const others = reading.published.filter((one) => one.meeting !== meeting);
  const published = [...others, { meeting, meetingId, version }];
  await store.save(open, { reading: { ...reading, published } }).catch(() => undefined);
};
