import type { DraftItem, DraftPaper, DraftPlan } from '../../domain/meeting-draft.ts';
import type { ProposedMeeting, ProposedPaper, Proposal } from '../../domain/proposal.ts';
import type { UnderstoodItem, UnderstoodMinute } from '../../domain/understood.ts';
import { ourId, theirs } from './our-id.ts';
import { privatePapers } from './private-papers.ts';
import { slug } from './slug.ts';

/** A paper of the draft, and the item of the meeting that it stands under. */
export interface KeptPaper {
  readonly file: string;
  readonly item: number | null;
  readonly paper: DraftPaper;
}

/**
 * The papers that are published: each text once, and none that the public does not get. A paper that has a later issue
 * stays beside it, and says so.
 */
export const keptPapers = (
  meeting: ProposedMeeting,
  { sources }: Pick<Proposal, 'sources'>,
): readonly KeptPaper[] => {
  const published = new Map(sources.map((source) => [source.file, source.published?.paperId ?? null]));
  const closed = privatePapers({ meetings: [meeting], sources });
  const kept = meeting.papers.filter(({ sameAs, file }) => sameAs === null && !closed.has(file));
  const replaced = new Set(
    kept.flatMap(({ replaces, replacesDocument }) => (replacesDocument === null ? (replaces ?? []) : [])),
  );
  return kept.map(({ file, title, kind, item }): KeptPaper => {
    const paperId = published.get(file) ?? null;
    return {
      file,
      item,
      paper: {
        title: replaced.has(file) && !title.endsWith(earlier) ? `${title}${earlier}` : title,
        kind: draftKinds[kind],
        ...(paperId === null ? { file } : { published: paperId }),
      },
    };
  });
};

const earlier = ' (earlier issue)';

const draftKinds: Readonly<Record<ProposedPaper['kind'], DraftPaper['kind']>> = {
  agenda: 'agenda',
  pack: 'pack',
  // Its pages are not those that the agenda prints: an item must not be looked for in it.
  supplement: 'other',
  report: 'report',
  minutes: 'minutes',
  decisions: 'other',
};

/** The agenda, each item with its papers and a key of its own. */
export const draftItems = (
  items: readonly UnderstoodItem[],
  papers: readonly KeptPaper[],
): readonly DraftItem[] =>
  items.map((item, at) => {
    const id = ourId(item.aliases, 'item');
    return {
      key: itemKey(items, at),
      ...(id === null ? {} : { id }),
      ...theirs(item.aliases),
      // A minute's number is the minute's, not the agenda's.
      number: item.numbered === 'minute' ? null : item.number,
      title: item.title.value,
      ...(item.pages === null
        ? {}
        : { pages: { first: String(item.pages.value.first), last: String(item.pages.value.last) } }),
      ...(item.minute === null ? {} : { minute: draftMinute(item.minute) }),
      papers: papers.filter((kept) => kept.item === at).map(({ paper }) => paper),
    };
  });

const draftMinute = ({ number, paragraphs, truncated }: UnderstoodMinute) => ({
  number,
  paragraphs: [...paragraphs],
  truncated,
});

/** Of the title: an item stays itself when the agenda is numbered anew. */
const itemKey = (items: readonly UnderstoodItem[], at: number): string => {
  const own = keyOf(items[at]);
  const before = items.slice(0, at).filter((item) => keyOf(item) === own).length;
  return before === 0 ? own : `${own}-${before + 1}`;
};

const keyOf = (item: UnderstoodItem | undefined): string => slug(item?.title.value ?? '') || 'item';

/** Each plan under the item of its paper; one that has a later issue, or was told anew, is left to that one. */
export const draftPlans = (
  { plans, planNews }: Pick<Proposal, 'plans' | 'planNews'>,
  meeting: Pick<ProposedMeeting, 'papers'>,
  items: readonly DraftItem[],
  papers: readonly KeptPaper[],
): readonly DraftPlan[] => {
  const own = new Set(papers.map(({ file }) => file));
  const held = new Set(plans.map(({ file }) => file).filter((file) => own.has(file)));
  const gone = new Set([
    ...meeting.papers.flatMap(({ file, replaces }) => (held.has(file) ? (replaces ?? []) : [])),
    ...planNews.flatMap(({ file, before }) => (held.has(file) ? before : [])),
  ]);
  return plans.flatMap(({ file, areas }): readonly DraftPlan[] => {
    const kept = papers.find((paper) => paper.file === file);
    const item = kept === undefined || kept.item === null ? undefined : items[kept.item];
    if (kept === undefined || item === undefined || gone.has(file)) return [];
    return [{ item: item.key, paper: 'file' in kept.paper ? file : kept.paper.published, areas }];
  });
};
