import type { DraftCommittee, MeetingDraft } from '../../domain/meeting-draft.ts';
import type { ProposedMeeting, Proposal } from '../../domain/proposal.ts';
import { draftItems, draftPlans, keptPapers } from './draft-items.ts';
import { ourId, theirs } from './our-id.ts';
import { slug } from './slug.ts';

/**
 * A proposed meeting as a meeting file (docs/meeting-file.md), for a clerk to correct and then to publish. What was
 * not found is empty, so that publishing asks for it. The key of a meeting that is new is the committee and the day:
 * a supplement that comes later makes the next version of the same meeting.
 */
export const draftMeeting = (
  meeting: ProposedMeeting,
  proposal: Pick<Proposal, 'plans' | 'planNews' | 'sources'>,
): MeetingDraft => {
  const { aliases, committee, start, venue, state, contact, members } = meeting;
  const [date = '', time = ''] = start?.value.split('T') ?? [meeting.date?.value ?? ''];
  const name = committee?.value ?? '';
  const kept = keptPapers(meeting, proposal);
  const items = draftItems(meeting.items, kept);
  return {
    format: 1,
    key: meetingKey(name, date),
    ...ownIds(meeting, proposal),
    ...theirs(aliases, (kind) => kind !== 'committee'),
    committee: { name, type: committeeType(name), ...theirs(aliases, (kind) => kind === 'committee') },
    date,
    time,
    venue: venue?.value ?? '',
    ...(state?.value === 'cancelled' ? { state: 'cancelled' as const } : {}),
    ...(contact === null ? {} : { contacts: [{ purpose: 'clerk' as const, ...contact.value }] }),
    seats: members.map(({ value }) => {
      const person = ourId(value.aliases, 'person');
      return {
        group: 'Members',
        role: value.role,
        name: value.name,
        ...(person === null ? {} : { person }),
        ...theirs(value.aliases),
      };
    }),
    items,
    papers: kept.filter(({ item }) => item === null).map(({ paper }) => paper),
    plans: draftPlans(proposal, meeting, items, kept),
  };
};

/** Empty while the committee or the day is not known. */
export const meetingKey = (committee: string, date: string): string =>
  committee === '' || date === '' ? '' : `${slug(committee)}/${date}`;

const ownIds = (
  { aliases }: ProposedMeeting,
  { sources }: Pick<Proposal, 'sources'>,
): Pick<MeetingDraft, 'id' | 'follows'> => {
  const id = ourId(aliases, 'meeting');
  const manifest = sources.find(({ kind, published }) => kind === 'published' && published?.meetingId === id);
  return id === null || manifest?.published === undefined ? {} : { id, follows: manifest.published.version };
};

const committeeTypes: readonly (readonly [RegExp, DraftCommittee['type']])[] = [
  [/scrutiny|overview/iu, 'scrutiny'],
  [/standards/iu, 'standards'],
  [/planning|licensing|regulat|appeals/iu, 'regulatory'],
  [/cabinet|executive/iu, 'executive'],
  [/\bcouncil$/iu, 'council'],
];

/** From the committee's name: a proposal like everything else. */
const committeeType = (name: string): DraftCommittee['type'] =>
  committeeTypes.find(([pattern]) => pattern.test(name))?.[1] ?? 'other';
