import type { Manifest, Paper } from '../../domain/meeting.ts';
import type { CutDocument, PaperText } from '../../domain/paper-text.ts';
import type { SourceKind } from '../../domain/proposal.ts';
import type { Alias, PackDocument } from '../../domain/understood.ts';
import type { CouncilStore } from '../council-store.ts';
import { noLists, type UnderstoodSource } from '../../understand/proposal/source.ts';
import { countWords } from '../import/paper-notes.ts';
import { readManifest } from '../read-manifest.ts';
import { publishedMeeting } from './published-meeting.ts';
import type { StoredHead } from './stored-meetings.ts';

/** Text of all papers that are read for one import; a paper beyond it is there without its words. */
const mostTextBytes = 64 * 1024 * 1024;

/** What is left of a bound, and which names are taken. */
export interface SourceRoom {
  /** No two sources have one name. */
  readonly nameOf: (wanted: string) => string;
  /** Whether so many bytes of text may still be read. */
  readonly takes: (bytes: number) => boolean;
}

export const createSourceRoom = (given: readonly UnderstoodSource[]): SourceRoom => {
  const taken = new Set(given.map(({ source }) => source.file));
  let left = mostTextBytes;
  return {
    nameOf: (wanted) => {
      let name = wanted;
      for (let count = 2; taken.has(name); count += 1) name = `${wanted} (${count})`;
      taken.add(name);
      return name;
    },
    takes: (bytes) => {
      if (bytes > left) return false;
      left -= bytes;
      return true;
    },
  };
};

/** A published meeting as sources: its manifest, then its papers, or those with an action plan alone. */
export const publishedSources = async (
  store: Pick<CouncilStore, 'readBlob' | 'aliasesOf'>,
  head: StoredHead,
  which: 'all' | 'plans',
  room: SourceRoom,
): Promise<readonly UnderstoodSource[]> => {
  const manifest = await readManifest(store, head.manifest);
  const { version, committee, start } = manifest;
  const file = room.nameOf(nameFrom(`${committee.name}, ${start.slice(0, 10)}`, version));
  const meeting = publishedMeeting(manifest, file, await theirNames(store, manifest));
  const sources: UnderstoodSource[] = [
    {
      source: {
        file,
        sha256: head.manifest,
        kind: 'published',
        pages: null,
        words: 0,
        refused: null,
        notes: [],
        published: { meetingId: manifest.meetingId, version, paperId: null },
      },
      meeting,
      paper: null,
      lists: noLists,
    },
  ];
  for (const paper of manifest.papers) {
    const plans = manifest.plans.filter(({ paperId }) => paperId === paper.id);
    if (which === 'plans' && plans.length === 0) continue;
    const text = which === 'all' ? await readText(store, paper, room) : noText;
    const plan = plans.flatMap(({ areas }) => areas);
    sources.push(paperSource(manifest, paper, room.nameOf(nameFrom(paper.title, version)), { text, plan }));
  }
  return sources;
};

/** A folder of it would make it lie beside others. */
const nameFrom = (title: string, version: number): string =>
  `${title.replaceAll('/', '-')} (published, version ${version})`;

const theirNames = async (
  store: Pick<CouncilStore, 'aliasesOf'>,
  { meetingId, committee, items, seats }: Manifest,
): Promise<ReadonlyMap<string, readonly Alias[]>> => {
  const people = seats.flatMap(({ holder }) => (holder.kind === 'person' ? [holder.personId] : []));
  const known = await store.aliasesOf([meetingId, committee.id, ...items.map(({ id }) => id), ...people]);
  const theirs = new Map<string, Alias[]>();
  for (const { alias, ours } of known) theirs.set(ours, [...(theirs.get(ours) ?? []), alias]);
  return theirs;
};

const noText: PaperText = { format: 1, pages: [] };

const readText = async (
  store: Pick<CouncilStore, 'readBlob'>,
  { text }: Paper,
  room: SourceRoom,
): Promise<PaperText> => {
  const bytes = room.takes(text.size) ? await store.readBlob(text.sha256) : null;
  // The server wrote it itself, under its hash, when the paper was published.
  return bytes === null ? noText : (JSON.parse(new TextDecoder().decode(bytes)) as PaperText);
};

const paperKinds: Readonly<Record<Paper['kind'], SourceKind>> = {
  agenda: 'agenda',
  report: 'report',
  minutes: 'minutes',
  pack: 'pack',
  other: 'report',
};

const packDocument = ({ title, itemNumber, first, last, kind }: CutDocument, file: string): PackDocument => ({
  title: { value: title, from: { file, page: first, quote: title }, doubt: null },
  itemNumber,
  depth: 0,
  first,
  last,
  fillers: [],
  kind,
});

const paperSource = (
  { meetingId, version }: Manifest,
  paper: Paper,
  file: string,
  { text, plan }: Pick<NonNullable<UnderstoodSource['paper']>, 'text' | 'plan'>,
): UnderstoodSource => ({
  source: {
    file,
    sha256: paper.file.sha256,
    kind: paperKinds[paper.kind],
    pages: paper.pages,
    words: countWords(text),
    refused: null,
    notes: [],
    published: { meetingId, version, paperId: paper.id },
  },
  meeting: null,
  paper: {
    title: paper.title,
    text,
    stamp: null,
    documents: (text.cut ?? []).map((document) => packDocument(document, file)),
    minutes: null,
    plan,
    itemId: paper.itemId,
  },
  lists: noLists,
});
