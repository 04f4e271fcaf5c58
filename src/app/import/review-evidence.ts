import type { ImportMeeting } from '../../domain/import-state.ts';
import type { MeetingDraft } from '../../domain/meeting-draft.ts';
import type { ProposedMeeting, Proposal } from '../../domain/proposal.ts';
import type { Doubt, ReadFrom } from '../../domain/understood.ts';
import type { Review } from './review.ts';

/** Where a part of the draft was read, and whether a clerk should look at it. */
export interface Evidence {
  /** Null for what no place can be shown of: a file as a whole, or a match with the council's list. */
  readonly from: ReadFrom | null;
  readonly doubt: Doubt | null;
}

/**
 * The evidence of each part of a draft, by its place: `committee`, `when`, `venue`, `state`, `contact`, `match`,
 * `item/KEY`, `pages/KEY`, `paper/FILE`, `seat/NAME`, `person/NAME`. What has none was not read anywhere.
 */
export type EvidenceByPlace = ReadonlyMap<string, Evidence>;

export const evidenceOf = (
  proposed: ProposedMeeting,
  meeting: ImportMeeting,
  { sources }: Pick<Proposal, 'sources'>,
): EvidenceByPlace => {
  // What was published has no page among the files that were given.
  const published = new Set(sources.flatMap((source) => (source.published ? [source.file] : [])));
  const { draft, match, people } = meeting;
  const { committee, start, date, venue, state, contact } = proposed;
  const places: (readonly [string, Evidence | null])[] = [
    ['committee', committee],
    ['when', start ?? date ?? null],
    ['venue', venue],
    ['state', state],
    ['contact', contact],
    ['match', match === null ? null : { from: null, doubt: match.doubt }],
    ...proposed.items.flatMap((item, at): (readonly [string, Evidence | null])[] => {
      // The draft's items are the proposal's, in its order, as long as nobody has changed them.
      const key = draft.items[at]?.key;
      return key === undefined
        ? []
        : [[`item/${key}`, item.title] as const, [`pages/${key}`, item.pages] as const];
    }),
    ...proposed.papers.map(({ file, doubt }): readonly [string, Evidence] => [
      `paper/${file}`,
      { from: { file, page: 1, quote: '' }, doubt },
    ]),
    ...proposed.members.map((member): readonly [string, Evidence] => [`seat/${member.value.name}`, member]),
    ...draft.seats.flatMap((seat, at): (readonly [string, Evidence])[] =>
      'vacant' in seat ? [] : [[`person/${seat.name}`, { from: null, doubt: people[at]?.doubt ?? null }]],
    ),
  ];
  const evidence = ({ from, doubt }: Evidence): Evidence => ({
    from: from !== null && published.has(from.file) ? null : from,
    doubt,
  });
  return new Map(
    places.flatMap(([place, fact]) => (fact === null ? [] : [[place, evidence(fact)] as const])),
  );
};

/**
 * The places that are still to be looked at: in doubt, neither found right nor corrected, and still in the draft.
 */
export const openPlaces = (
  evidence: EvidenceByPlace,
  { draft, checked }: Review,
  proposed: MeetingDraft,
): ReadonlySet<string> => {
  const [now, before] = [placesOf(draft), placesOf(proposed)];
  const isOpen = ([place, { doubt }]: readonly [string, Evidence]): boolean =>
    doubt !== null && !checked.includes(place) && now.has(place) && now.get(place) === before.get(place);
  return new Set([...evidence].filter(isOpen).map(([place]) => place));
};

/** What a draft says at each place; what is corrected says something else. */
const placesOf = (draft: MeetingDraft): ReadonlyMap<string, string> => {
  const { committee, date, time, venue, state, contacts, seats, items, papers } = draft;
  const placed = [{ key: null, papers }, ...items];
  return new Map([
    ['committee', committee.name],
    ['when', `${date} ${time}`],
    ['venue', venue],
    ['state', state ?? ''],
    ['contact', JSON.stringify(contacts ?? null)],
    ['match', draft.id ?? ''],
    ...items.flatMap(({ key, title, pages }): (readonly [string, string])[] => [
      [`item/${key}`, title],
      [`pages/${key}`, JSON.stringify(pages ?? null)],
    ]),
    ...placed.flatMap(({ key, papers: under }) =>
      under.flatMap((paper) =>
        'file' in paper ? [[`paper/${paper.file}`, `${paper.title} ${key ?? ''}`] as const] : [],
      ),
    ),
    ...seats.flatMap((seat): (readonly [string, string])[] =>
      'vacant' in seat
        ? []
        : [
            [`seat/${seat.name}`, seat.role],
            [`person/${seat.name}`, seat.person ?? ''],
          ],
    ),
  ]);
};
