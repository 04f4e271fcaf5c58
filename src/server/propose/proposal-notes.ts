import type { ProposedMeeting, Proposal } from '../../domain/proposal.ts';
import type { Doubt, Fact } from '../../domain/understood.ts';

/** What a clerk is to look at before anything is published, as plain sentences in the order of the proposal. */
export const proposalNotes = (proposal: Proposal): readonly string[] => [
  ...proposal.sources.flatMap(({ refused, notes }) => [...(refused === null ? [] : [refused]), ...notes]),
  ...proposal.unplaced.map((file) => `${file} could not be put to a meeting.`),
  ...proposal.meetings.flatMap(meetingNotes),
];

const meetingNotes = (meeting: ProposedMeeting): readonly string[] => {
  const { committee, start, venue, published, contact, state, items, papers } = meeting;
  const facts: readonly (readonly [string, Fact<unknown> | null])[] = [
    ['The committee', committee],
    ['The date and time', start],
    ['The venue', venue],
  ];
  const missing = facts.flatMap(([name, fact]) => (fact === null ? [`${name} was not found.`] : []));
  const further: readonly (readonly [string, Fact<unknown> | null])[] = [
    ...facts,
    ['The day of publication', published],
    ['The contact', contact],
    ['Whether the meeting takes place', state],
    ...items.flatMap(({ number, title, pages }): (readonly [string, Fact<unknown> | null])[] => [
      [`The title of item ${number ?? '(no number)'}`, title],
      [`The pages of item ${number ?? '(no number)'}`, pages],
    ]),
  ];
  return [
    ...missing,
    ...further.flatMap(([name, fact]) => (fact === null ? [] : doubtNote(name, fact))),
    ...papers.flatMap((paper) => paperNotes(paper)),
    ...items.flatMap(({ number, title, minute }) =>
      minute?.truncated === true
        ? [
            `The minutes of "${title.value}" (${minute.number ?? number ?? 'no number'}) are cut in ${title.from.file}.`,
          ]
        : [],
    ),
    ...absentNotes(meeting),
  ];
};

const doubtWords: Readonly<Record<Exclude<Doubt, 'cut'>, string>> = {
  guessed: 'was guessed',
  disagrees: 'is said differently elsewhere',
};

const doubtNote = (name: string, { doubt, from }: Fact<unknown>): readonly string[] => {
  // What is cut is the text beneath, which is said by itself.
  if (doubt === null || doubt === 'cut') return [];
  const place = from.page === null ? from.file : `${from.file}, page ${from.page}`;
  return [`${name} ${doubtWords[doubt]} (${place}).`];
};

const countChanges = (count: number): string =>
  count === 1 ? 'One paragraph is different.' : `${count} paragraphs are different.`;

const paperNotes = ({
  file,
  doubt,
  item,
  replaces,
  replacesDocument,
  changes,
  sameAs,
}: ProposedMeeting['papers'][number]): readonly string[] => {
  if (sameAs !== null) return [`${file} has the same text as ${sameAs}.`];
  const replacing =
    replaces === null
      ? []
      : [
          `${file} is a later issue of ${replacesDocument === null ? '' : `"${replacesDocument}" in `}${replaces}; both are kept. ${countChanges(changes.length)}`,
        ];
  if (doubt === null) return replacing;
  const placed =
    item === null ? 'belongs to no item that could be found' : 'was put to its item by its title alone';
  return [...replacing, `${file} ${placed}.`];
};

/** Documents that the council's own page names and nobody gave: shown, not lost. */
const absentNotes = ({ items, documents, papers }: ProposedMeeting): readonly string[] => {
  const named = [...documents, ...items.flatMap((item) => item.documents)];
  const restricted = named.filter((document) => document.restricted).length;
  const given = papers.length;
  return [
    ...(named.length - restricted > given
      ? [`The page names ${named.length - restricted} documents; ${given} were given.`]
      : []),
    ...(restricted > 0 ? [`${restricted} documents are restricted and are not fetched.`] : []),
  ];
};
