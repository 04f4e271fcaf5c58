import type * as v from 'valibot';
import type { ProposedMeeting, ProposedPaper, ProposedPlan } from '../../domain/proposal.ts';
import type { UnderstoodItem, UnderstoodMinute } from '../../domain/understood.ts';
import type { MeetingFileSchema } from '../import/meeting-file.ts';

type Draft = v.InferInput<typeof MeetingFileSchema>;
type DraftItem = Draft['items'][number];
type DraftPaper = NonNullable<Draft['papers']>[number];

/**
 * A proposed meeting as a meeting file (docs/meeting-file.md), for a clerk to correct and then to publish. What was
 * not found is left out, so that publishing asks for it. The key is the committee and the day: a supplement that
 * comes later makes the next version of the same meeting.
 */
export const draftMeeting = (meeting: ProposedMeeting, plans: readonly ProposedPlan[]): Partial<Draft> => {
  const { committee, start, venue, state, contact, members, items, papers } = meeting;
  const [date, time] = start?.value.split('T') ?? [meeting.date?.value];
  const kept = papers.filter(({ sameAs }) => sameAs === null);
  const replaced = new Set(kept.flatMap(({ replaces }) => replaces ?? []));
  const toPaper = (paper: ProposedPaper): DraftPaper => draftPaper(paper, replaced.has(paper.file));
  return {
    format: 1,
    ...(committee === null || date === undefined ? {} : { key: `${slug(committee.value)}/${date}` }),
    ...(committee === null
      ? {}
      : { committee: { name: committee.value, type: committeeType(committee.value) } }),
    ...(date === undefined ? {} : { date }),
    ...(time === undefined ? {} : { time }),
    ...(venue === null ? {} : { venue: venue.value }),
    ...(state?.value === 'cancelled' ? { state: 'cancelled' as const } : {}),
    ...(contact === null ? {} : { contacts: [{ purpose: 'clerk' as const, ...contact.value }] }),
    seats: members.map(({ value }) => ({ group: 'Members', role: value.role, name: value.name })),
    items: items.map((item, at) =>
      draftItem(item, itemKey(items, at), kept.filter((paper) => paper.item === at).map(toPaper)),
    ),
    papers: kept.filter(({ item }) => item === null).map(toPaper),
    plans: plans.flatMap((plan) => draftPlan(plan, papers, items)),
  };
};

const draftItem = (item: UnderstoodItem, key: string, papers: DraftPaper[]): DraftItem => ({
  key,
  // A minute's number is the minute's, not the agenda's.
  number: item.numbered === 'minute' ? null : item.number,
  title: item.title.value,
  ...(item.pages === null
    ? {}
    : { pages: { first: String(item.pages.value.first), last: String(item.pages.value.last) } }),
  ...(item.minute === null ? {} : { minute: draftMinute(item.minute) }),
  papers,
});

const draftMinute = ({ number, paragraphs, truncated }: UnderstoodMinute) => ({
  number,
  paragraphs: [...paragraphs],
  truncated,
});

/** Of the title: an item stays itself when the agenda is numbered anew. */
const itemKey = (items: readonly UnderstoodItem[], at: number): string => {
  const own = slug(items[at]?.title.value ?? '');
  const before = items.slice(0, at).filter(({ title }) => slug(title.value) === own).length;
  return before === 0 ? own : `${own}-${before + 1}`;
};

const draftPaper = ({ file, title, kind }: ProposedPaper, isReplaced: boolean): DraftPaper => ({
  file,
  title: isReplaced ? `${title} (earlier issue)` : title,
  kind: draftKinds[kind],
});

const draftKinds: Readonly<Record<ProposedPaper['kind'], DraftPaper['kind']>> = {
  agenda: 'agenda',
  pack: 'pack',
  supplement: 'pack',
  report: 'report',
  minutes: 'minutes',
  decisions: 'other',
};

/** Only a plan in numbered paragraphs can be said in a meeting file; one in a table is shown in the proposal. */
const draftPlan = (
  { file, areas }: ProposedPlan,
  papers: readonly ProposedPaper[],
  items: readonly UnderstoodItem[],
): NonNullable<Draft['plans']> => {
  const at = papers.find((paper) => paper.file === file)?.item ?? null;
  const item = at === null ? null : (items[at]?.number ?? null);
  const [first, last] = [areas[0], areas.at(-1)];
  if (item === null || first === undefined || last === undefined) return [];
  if (!areas.every(({ number }) => /^\d+(?:\.\d+)+$/u.test(number))) return [];
  const names = Object.fromEntries(areas.map(({ number, name }) => [number, name]));
  const statuses = Object.fromEntries(areas.map(({ number, status }) => [number, status]));
  return [{ item, paper: file, from: first.number, to: last.number, names, statuses }];
};

const slug = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/gu, '')
    .slice(0, 90);

const committeeTypes: readonly (readonly [RegExp, Draft['committee']['type']])[] = [
  [/scrutiny|overview/iu, 'scrutiny'],
  [/standards/iu, 'standards'],
  [/planning|licensing|regulat|appeals/iu, 'regulatory'],
  [/cabinet|executive/iu, 'executive'],
  [/\bcouncil$/iu, 'council'],
];

/** From the committee's name: a proposal like everything else. */
const committeeType = (name: string): Draft['committee']['type'] =>
  committeeTypes.find(([pattern]) => pattern.test(name))?.[1] ?? 'other';
