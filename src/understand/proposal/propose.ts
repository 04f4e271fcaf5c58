import type { ProposedMeeting, ProposedPaper, Proposal, Source } from '../../domain/proposal.ts';
import type { Fact, UnderstoodItem, UnderstoodMeeting, UnderstoodMinutes } from '../../domain/understood.ts';
import { linkMinutes } from '../minutes/link-minutes.ts';
import { type GatheredMeeting, gatherMeetings } from './gather-meetings.ts';
import { dayOf, isSameCommittee } from './merge-meetings.ts';
import { type DatedPlan, planNews } from './plan-news.ts';
import { placePapers } from './place-papers.ts';
import { isBrought, type UnderstoodSource } from './source.ts';

/**
 * What files, pages and answers come to together, beside what the council has published of the same meetings and of
 * those before them. Nothing is lost: what belongs nowhere is named as well.
 */
export const propose = (sources: readonly UnderstoodSource[]): Proposal => {
  // What was published was there first.
  const ordered = [...sources.filter((one) => !isBrought(one)), ...sources.filter(isBrought)];
  const gathered = gatherMeetings(ordered);
  const { papers, unplaced } = placePapers(ordered, gathered);
  const meetings = gathered.map((one, at) => toProposed(one, ordered, papers[at] ?? []));
  const brought = new Set(ordered.filter(isBrought).map(({ source }) => source.file));
  // A meeting of which nothing was brought is there to be compared with.
  const proposed = meetings.filter(
    ({ papers: own }, at) =>
      gathered[at]?.sources.some(isBrought) || own.some(({ file }) => brought.has(file)),
  );
  const plans = ordered.flatMap(({ source, paper }): DatedPlan[] => {
    if (paper === null || paper.plan.length === 0) return [];
    const own = meetings.find((meeting) => meeting.papers.some(({ file }) => file === source.file));
    const day = own === undefined ? null : dayOf(own);
    return [{ file: source.file, areas: paper.plan, day, isBrought: source.published === undefined }];
  });
  const files = new Set(proposed.flatMap((meeting) => meeting.papers.map(({ file }) => file)));
  const news = planNews(plans);
  return {
    format: 1,
    sources: sources.map(({ source }) => source).filter(isShown(proposed, news)),
    meetings: proposed,
    unplaced,
    plans: plans
      .filter((plan) => plan.isBrought || files.has(plan.file))
      .map(({ file, areas }) => ({ file, areas })),
    planNews: news,
    committees: sources.flatMap(({ lists }) => lists.committees),
    listedMeetings: sources.flatMap(({ lists }) => lists.meetings),
    councillors: sources.flatMap(({ lists }) => lists.councillors),
    memberships: sources.flatMap(({ lists }) => lists.memberships),
  };
};

/** What was only read to be compared with, and came to nothing, is nobody's concern. */
const isShown = (meetings: readonly ProposedMeeting[], news: Proposal['planNews']) => {
  const ids = new Set(meetings.flatMap(({ aliases }) => aliases.map(({ id }) => id)));
  const compared = new Set(news.map(({ before }) => before));
  return ({ file, published }: Source): boolean =>
    published === undefined || ids.has(published.meetingId) || compared.has(file);
};

const toProposed = (
  { meeting, sources }: GatheredMeeting,
  all: readonly UnderstoodSource[],
  papers: readonly ProposedPaper[],
): ProposedMeeting => {
  const members = meeting.members.length > 0 ? meeting.members : listedMembers(meeting, all);
  const minutes = sources.map(({ paper }) => paper?.minutes ?? null).find((one) => one !== null) ?? null;
  const items = minutes === null ? meeting.items : withMinutes(meeting.items, minutes);
  const whole = { ...meeting, members, items };
  return { ...whole, papers, minutes, doubts: countDoubts(whole, papers) };
};

/** Each item with the printed minute that is about it, where it is the only one. */
const withMinutes = (
  items: readonly UnderstoodItem[],
  minutes: UnderstoodMinutes,
): readonly UnderstoodItem[] => {
  const links = linkMinutes(minutes, items);
  return items.map((item) => {
    const own = links.filter((link) => link.item === item);
    const [only] = own;
    if (item.minute !== null || own.length !== 1 || only === undefined) return item;
    const { number, paragraphs, resolutions, votes, truncated } = only.minute.value;
    return { ...item, minute: { number, paragraphs, resolutions, votes, truncated } };
  });
};

/** Where the meeting's own papers print no members, those of the committee's page. */
const listedMembers = (
  { committee }: UnderstoodMeeting,
  sources: readonly UnderstoodSource[],
): UnderstoodMeeting['members'] => {
  if (committee === null) return [];
  const memberships = sources.flatMap(({ lists }) => lists.memberships);
  const found = memberships.find((one) => isSameCommittee(one.committee, committee.value));
  return found?.members ?? [];
};

const countDoubts = (meeting: UnderstoodMeeting, papers: readonly ProposedPaper[]): number => {
  const { committee, start, plannedEnd, venue, contact, published, state, exemptSection } = meeting;
  const facts: readonly (Fact<unknown> | null)[] = [
    committee,
    start,
    plannedEnd,
    venue,
    contact,
    published,
    state,
    exemptSection,
    ...meeting.members,
    ...meeting.items.flatMap(({ title, pages }) => [title, pages]),
    ...papers.flatMap(({ documents }) => documents.map(({ title }) => title)),
  ];
  const missing = [committee, start].filter((fact) => fact === null).length;
  const doubted = facts.filter((fact) => fact !== null && fact.doubt !== null).length;
  return missing + doubted + papers.filter(({ doubt }) => doubt !== null).length;
};
