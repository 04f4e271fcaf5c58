import type { AgendaItem, Manifest, Paper } from '../domain/meeting.ts';

/** Where a paper is read; `page` is a printed page number. */
export const paperPath = (meetingId: string, paperId: string, page?: string): string =>
  `/meetings/${meetingId}/papers/${paperId}${page === undefined ? '' : `?page=${encodeURIComponent(page)}`}`;

export interface AgendaLink {
  readonly paperId: string;
  readonly title: string;
  readonly href: string;
  /** The paper that is open. */
  readonly open: boolean;
}

/** One line of the agenda beside the paper. */
export interface AgendaLine {
  readonly item: AgendaItem;
  /** The papers of the item; empty when it is taken without one. */
  readonly papers: readonly AgendaLink[];
}

export interface ReaderAgenda {
  /** Papers of the whole meeting: the agenda itself, the pack, earlier minutes. */
  readonly whole: readonly AgendaLink[];
  readonly lines: readonly AgendaLine[];
}

/**
 * The agenda as a way to the papers. An item whose report stands only inside the pack leads to its
 * printed page there.
 */
export const readerAgenda = (manifest: Manifest, openId: string): ReaderAgenda => {
  const link = (paper: Paper, page?: string): AgendaLink => ({
    paperId: paper.id,
    title: paper.title,
    href: paperPath(manifest.meetingId, paper.id, page),
    open: paper.id === openId && page === undefined,
  });
  const pack = manifest.papers.find(({ kind, itemId }) => kind === 'pack' && itemId === null);
  const papersOf = (item: AgendaItem): readonly AgendaLink[] => {
    const own = manifest.papers.filter(({ itemId }) => itemId === item.id);
    if (own.length > 0) return own.map((paper) => link(paper));
    return pack && item.pages ? [link(pack, item.pages.first)] : [];
  };
  return {
    whole: wholeMeeting(manifest).map((paper) => link(paper)),
    lines: manifest.items.map((item) => ({ item, papers: papersOf(item) })),
  };
};

/** All papers in the order in which the meeting takes them, those of the whole meeting first. */
export const papersInOrder = (manifest: Manifest): readonly Paper[] => [
  ...wholeMeeting(manifest),
  ...manifest.items.flatMap(({ id }) => manifest.papers.filter(({ itemId }) => itemId === id)),
];

// A paper whose item has gone from the agenda is still a paper of the meeting.
const wholeMeeting = ({ papers, items }: Manifest): readonly Paper[] =>
  papers.filter(({ itemId }) => itemId === null || !items.some(({ id }) => id === itemId));
