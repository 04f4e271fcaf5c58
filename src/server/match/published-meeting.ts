import type { AgendaItem, Manifest } from '../../domain/meeting.ts';
import type { Alias, Fact, UnderstoodItem, UnderstoodMeeting } from '../../domain/understood.ts';

/**
 * What a manifest says of its meeting, as a source says it: each thing with our id and with what others call it.
 * `file` is what the manifest is called among the sources.
 */
export const publishedMeeting = (
  manifest: Manifest,
  file: string,
  theirs: ReadonlyMap<string, readonly Alias[]>,
): UnderstoodMeeting => {
  const fact = <T>(value: T, quote: string): Fact<T> => ({
    value,
    from: { file, page: null, quote: quote.slice(0, 300) },
    doubt: null,
  });
  const named = (kind: Alias['kind'], id: string): readonly Alias[] => [
    { system: 'order-paper', site: null, kind, id },
    ...(theirs.get(id) ?? []),
  ];
  const { meetingId, committee, start, venue, state, seats, contacts, items } = manifest;
  const clerk = contacts.find(({ purpose }) => purpose === 'clerk');
  return {
    aliases: [...named('meeting', meetingId), ...named('committee', committee.id)],
    committee: fact(committee.name, committee.name),
    start: fact(start, start),
    plannedEnd: null,
    venue: fact(venue, venue),
    contact:
      clerk === undefined
        ? null
        : fact({ name: clerk.name, telephone: clerk.telephone, email: clerk.email }, clerk.name ?? ''),
    published: null,
    state: state === 'cancelled' ? fact('cancelled', state) : null,
    members: seats.flatMap(({ role, holder }) =>
      holder.kind === 'vacant'
        ? []
        : fact(
            {
              aliases: named('person', holder.personId),
              name: holder.listName,
              role: role === 'co-opted' ? 'member' : role,
              party: null,
              ward: null,
              attendance: null,
            },
            holder.listName,
          ),
    ),
    items: items.map((item) => toItem(item, named('item', item.id), fact)),
    exemptSection: null,
    documents: [],
  };
};

const toItem = (
  { number, title, pages, minute }: AgendaItem,
  aliases: readonly Alias[],
  fact: <T>(value: T, quote: string) => Fact<T>,
): UnderstoodItem => {
  const [first, last] = [Number(pages?.first), Number(pages?.last)];
  const isSpan = pages !== null && Number.isInteger(first) && Number.isInteger(last);
  return {
    aliases,
    number,
    numbered: 'agenda',
    title: fact(title, title),
    text: [],
    pages: isSpan ? fact({ first, last }, `${pages.first}-${pages.last}`) : null,
    papers: null,
    exempt: false,
    documents: [],
    minute: minute === null ? null : { ...minute, resolutions: [], votes: [] },
  };
};
