import type { KnownPerson } from '../../domain/import-state.ts';
import type { PlanArea } from '../../domain/meeting.ts';
import type { DraftItem, DraftPaper, DraftSeat, MeetingDraft } from '../../domain/meeting-draft.ts';

// What a clerk can do to a proposed meeting. Each answers a new draft; an item, paper or seat that is not there
// changes nothing.

/** How a paper is known within a draft: the name of its file, or the id of the published one. */
export const paperKey = (paper: DraftPaper): string => ('file' in paper ? paper.file : paper.published);

export const papersOf = (draft: MeetingDraft): readonly DraftPaper[] => [
  ...draft.papers,
  ...draft.items.flatMap(({ papers }) => papers),
];

/** Papers that were proposed and are not to be published. */
export const leftOutOf = (draft: MeetingDraft, proposed: MeetingDraft): readonly DraftPaper[] => {
  const here = new Set(papersOf(draft).map(paperKey));
  return papersOf(proposed).filter((paper) => !here.has(paperKey(paper)));
};

/** Who would be put on the council's list: nobody was chosen for the seat, and nobody there has that very name. */
export const newcomersOf = (draft: MeetingDraft, people: readonly KnownPerson[]): readonly DraftSeat[] => {
  const names = new Set(people.map(({ name }) => name));
  return draft.seats.filter(
    (seat) => !('vacant' in seat) && seat.person === undefined && !names.has(seat.name),
  );
};

/** Null leaves it to the date. */
export const changeState = (
  draft: MeetingDraft,
  state: NonNullable<MeetingDraft['state']> | null,
): MeetingDraft => {
  const { state: before, ...others } = draft;
  if (before === state) return draft;
  return state === null ? others : { ...others, state };
};

type ItemWords = Pick<DraftItem, 'number' | 'title' | 'pages' | 'education'>;

export const changeItem = (draft: MeetingDraft, key: string, words: Partial<ItemWords>): MeetingDraft => ({
  ...draft,
  items: draft.items.map((item) => (item.key === key ? { ...item, ...words } : item)),
});

/** One place up (-1) or down (1). */
export const moveItem = (draft: MeetingDraft, key: string, by: -1 | 1): MeetingDraft => {
  const at = draft.items.findIndex((item) => item.key === key);
  const [item, other] = [draft.items[at], draft.items[at + by]];
  if (item === undefined || other === undefined) return draft;
  return { ...draft, items: draft.items.with(at, other).with(at + by, item) };
};

/** An item without words, after all others. `key` is new. */
export const addItem = (draft: MeetingDraft, key: string): MeetingDraft => ({
  ...draft,
  items: [...draft.items, { key, number: null, title: '', papers: [] }],
});

/** Its papers stay, as papers of the whole meeting; an action plan that was reported under it goes with it. */
export const removeItem = (draft: MeetingDraft, key: string): MeetingDraft => {
  const papers = draft.items.find((item) => item.key === key)?.papers ?? [];
  return {
    ...draft,
    items: draft.items.filter((item) => item.key !== key),
    papers: [...draft.papers, ...papers],
    plans: draft.plans.filter(({ item }) => item !== key),
  };
};

/** Puts a paper under an item, or with null to the whole meeting. An action plan in it goes where it goes. */
export const placePaper = (draft: MeetingDraft, key: string, item: string | null): MeetingDraft => {
  const paper = papersOf(draft).find((one) => paperKey(one) === key);
  if (paper === undefined) return draft;
  const without = takeOut(draft, key);
  const added = (papers: readonly DraftPaper[]): readonly DraftPaper[] => [...papers, paper];
  if (item === null) return { ...without, papers: added(without.papers) };
  return {
    ...without,
    items: without.items.map((one) => (one.key === item ? { ...one, papers: added(one.papers) } : one)),
    plans: draft.plans.map((plan) => (plan.paper === key ? { ...plan, item } : plan)),
  };
};

/** A paper that is not to be published. Its action plan is not either. */
export const leavePaperOut = (draft: MeetingDraft, key: string): MeetingDraft => ({
  ...takeOut(draft, key),
  plans: draft.plans.filter(({ paper }) => paper !== key),
});

const takeOut = (draft: MeetingDraft, key: string): MeetingDraft => {
  const others = (papers: readonly DraftPaper[]): readonly DraftPaper[] =>
    papers.filter((paper) => paperKey(paper) !== key);
  return {
    ...draft,
    papers: others(draft.papers),
    items: draft.items.map((item) => ({ ...item, papers: others(item.papers) })),
  };
};

/** Takes back a paper that was left out, as it was first proposed; to the whole meeting where its item is gone. */
export const takePaperBack = (draft: MeetingDraft, proposed: MeetingDraft, key: string): MeetingDraft => {
  const paper = papersOf(proposed).find((one) => paperKey(one) === key);
  if (paper === undefined || papersOf(draft).some((one) => paperKey(one) === key)) return draft;
  const home = proposed.items.find(({ papers }) => papers.includes(paper))?.key ?? null;
  const item = draft.items.some((one) => one.key === home) ? home : null;
  const back = placePaper({ ...draft, papers: [...draft.papers, paper] }, key, item);
  const plans = proposed.plans.filter((plan) => plan.paper === key && plan.item === item);
  return { ...back, plans: [...back.plans, ...plans] };
};

export const changePaper = (
  draft: MeetingDraft,
  key: string,
  words: Partial<Pick<DraftPaper, 'title' | 'kind'>>,
): MeetingDraft => {
  const changed = (papers: readonly DraftPaper[]): readonly DraftPaper[] =>
    papers.map((paper) => (paperKey(paper) === key ? { ...paper, ...words } : paper));
  const has = ({ papers }: { readonly papers: readonly DraftPaper[] }): boolean =>
    papers.some((paper) => paperKey(paper) === key);
  return {
    ...draft,
    papers: changed(draft.papers),
    // Other items stay the very same, so that they need not be drawn anew.
    items: draft.items.map((item) => (has(item) ? { ...item, papers: changed(item.papers) } : item)),
  };
};

export const changeSeat = (draft: MeetingDraft, at: number, seat: DraftSeat): MeetingDraft =>
  at in draft.seats ? { ...draft, seats: draft.seats.with(at, seat) } : draft;

/**
 * Whom of the council's list a seat's holder is; null for somebody new, or whoever has that very name. Nothing of whom
 * it was before stays: minutes would still say their name, and somebody new would be known by it.
 */
export const changeHolder = (draft: MeetingDraft, at: number, person: KnownPerson | null): MeetingDraft => {
  const seat = draft.seats[at];
  if (seat === undefined || 'vacant' in seat) return draft;
  if (seat.person === person?.id) return draft;
  const { group, role, votes, name, aliases } = seat;
  const printed = {
    group,
    role,
    name,
    ...(votes === undefined ? {} : { votes }),
    ...(aliases === undefined ? {} : { aliases }),
  };
  if (person === null) return changeSeat(draft, at, printed);
  const named = person.name === name ? {} : { minuteName: person.name };
  return changeSeat(draft, at, { ...printed, ...named, person: person.id });
};

export const removeSeat = (draft: MeetingDraft, at: number): MeetingDraft => ({
  ...draft,
  seats: draft.seats.filter((_, place) => place !== at),
});

/** Under the heading of the last seat. */
export const addSeat = (draft: MeetingDraft, group: string): MeetingDraft => ({
  ...draft,
  seats: [...draft.seats, { group: draft.seats.at(-1)?.group ?? group, role: 'member', name: '' }],
});

export const changeArea = (
  draft: MeetingDraft,
  plan: number,
  area: number,
  words: Partial<Pick<PlanArea, 'name' | 'status'>>,
): MeetingDraft => ({
  ...draft,
  plans: draft.plans.map((one, at) =>
    at === plan
      ? {
          ...one,
          areas: one.areas.map((each, place) => (place === area ? { ...each, ...words } : each)),
        }
      : one,
  ),
});
