import type { Manifest, Paper } from '../domain/meeting.ts';
import type { PaperText } from '../domain/paper-text.ts';
import type { PackState } from '../storage/blobs.ts';
import { papersInOrder, readerAgenda, type ReaderAgenda } from './reader-agenda.ts';
import { namePages, type ReaderPage } from './reader-pages.ts';

export type ReadingMode = 'text' | 'pages';

/** What this tablet has of the paper that is open. */
export type PaperContent =
  | { readonly kind: 'looking' }
  /** Not here: never downloaded, on its way, or removed; the pack's state says which. */
  | { readonly kind: 'absent' }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'here'; readonly text: PaperText };

/** Where reading begins. */
export interface ReadingStart {
  readonly page: number;
  readonly mode: ReadingMode;
  /** Whether this is the place read last, and not merely the beginning. */
  readonly kept: boolean;
}

/** What the reader shows. */
export type ReaderView =
  /** This tablet knows no such meeting, or the meeting no such paper. */
  | { readonly kind: 'unknown'; readonly what: 'meeting' | 'paper' }
  | {
      readonly kind: 'paper';
      readonly manifest: Manifest;
      readonly paper: Paper;
      readonly agenda: ReaderAgenda;
      readonly before: Paper | null;
      readonly after: Paper | null;
      readonly pack: PackState;
      readonly online: boolean;
      readonly content: PaperContent;
      readonly pages: readonly ReaderPage[];
      /** A plain text has no pages to draw. */
      readonly modes: readonly ReadingMode[];
      readonly start: ReadingStart;
    };

/** The place that was kept for a meeting, as far as the reader cares. */
export interface KeptPlace {
  readonly paperId: string;
  readonly page: number;
  readonly mode: ReadingMode;
}

/** What the reader has gathered so far. */
export interface ReaderFacts {
  readonly manifest: Manifest | null;
  readonly pack: PackState;
  readonly place: KeptPlace | null;
  readonly online: boolean;
  readonly content: PaperContent;
}

/** Puts the facts together into what is shown. */
export const toReaderView = (facts: ReaderFacts, paperId: string): ReaderView => {
  const { manifest, pack, online, content, place } = facts;
  if (manifest === null) return { kind: 'unknown', what: 'meeting' };
  const order = papersInOrder(manifest);
  const index = order.findIndex(({ id }) => id === paperId);
  const paper = order[index];
  if (paper === undefined) return { kind: 'unknown', what: 'paper' };
  const text = content.kind === 'here' ? content.text : null;
  const pages = namePages(text, paper.pages);
  const modes = modesOf(paper);
  return {
    kind: 'paper',
    manifest,
    paper,
    agenda: readerAgenda(manifest, paperId),
    before: order[index - 1] ?? null,
    after: order[index + 1] ?? null,
    pack,
    online,
    content,
    pages,
    modes,
    start: startOf(place, paper, modes, pages.length, text),
  };
};

const modesOf = (paper: Paper): readonly ReadingMode[] =>
  paper.mediaType === 'application/pdf' ? ['text', 'pages'] : ['text'];

/** The place read last in this paper, else its first page. */
const startOf = (
  place: KeptPlace | null,
  paper: Paper,
  modes: readonly ReadingMode[],
  pageCount: number,
  text: PaperText | null,
): ReadingStart => {
  const here = place?.paperId === paper.id;
  // A scan has nothing to read as text, so its pages are shown unless the person asked otherwise.
  const fitting = hasText(text) ? 'text' : 'pages';
  const preferred = here ? place.mode : fitting;
  return {
    page: here ? Math.min(Math.max(place.page, 1), pageCount) : 1,
    mode: modes.includes(preferred) ? preferred : 'text',
    kept: here,
  };
};

const hasText = (text: PaperText | null): boolean =>
  text === null || text.pages.some(({ blocks }) => blocks.length > 0);
