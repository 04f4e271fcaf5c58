import type { DraftItem, DraftPaper, MeetingDraft } from '../../domain/meeting-draft.ts';
import type { Manifest } from '../../domain/meeting.ts';

/** What a draft would lose of the version before, since papers do not say it: it stays as it was published. */
export const keepPublished = (
  draft: MeetingDraft,
  manifest: Manifest,
  hasNewContact: boolean,
): MeetingDraft => {
  const { id, name, type } = manifest.committee;
  const contacts = hasNewContact
    ? [...manifest.contacts.filter(({ purpose }) => purpose !== 'clerk'), ...(draft.contacts ?? [])]
    : manifest.contacts;
  return {
    ...draft,
    committee: { ...draft.committee, id, name, type },
    regime: manifest.regime.id,
    // On its own day only a clerk knows that it was held.
    ...(manifest.state === 'held' && manifest.start.startsWith(draft.date) && draft.state === undefined
      ? { state: 'held' as const }
      : {}),
    contacts,
    items: draft.items.map((item) => keepItem(item, manifest)),
    papers: draft.papers.map((paper) => keepKind(paper, manifest)),
  };
};

const keepItem = (item: DraftItem, manifest: Manifest): DraftItem => {
  const papers = item.papers.map((paper) => keepKind(paper, manifest));
  const before = manifest.items.find(({ id }) => id === item.id);
  if (before === undefined) return { ...item, papers };
  const { pages, education, minute } = before;
  return { ...item, pages: item.pages ?? pages, education, minute: item.minute ?? minute, papers };
};

/** A proposal tells fewer kinds of papers apart. */
const keepKind = (paper: DraftPaper, manifest: Manifest): DraftPaper => {
  if (!('published' in paper)) return paper;
  const kind = manifest.papers.find(({ id }) => id === paper.published)?.kind ?? paper.kind;
  return { ...paper, kind };
};
