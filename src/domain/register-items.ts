import type { CurrentDeclaration } from './declarations.ts';
import type { SeenItem } from './event.ts';
import type { Manifest } from './meeting.ts';
import type { Arrival, DeskDeclaration, DeskItem, DeskWhip } from './register-rows.ts';

/** The desk's items in agenda order, each with what was declared on it; an item no longer printed comes last. */
export const itemDesks = (
  manifest: Manifest,
  all: readonly Arrival[],
  inTime: readonly Arrival[],
  current: readonly CurrentDeclaration[],
  absent: ReadonlySet<string>,
): readonly DeskItem[] => {
  const printed = manifest.items.map(({ id, number, title }) => ({ itemId: id, number, title }));
  const known = new Set(printed.map(({ itemId }) => itemId));
  const gone = new Map(
    all.flatMap(({ event }) =>
      'item' in event.body ? [[event.body.item.itemId, event.body.item] as const] : [],
    ),
  );
  const noted = new Set(all.flatMap(({ event }) => (event.type === 'record.noted' ? event.refs : [])));
  const deskOf = ({ itemId, number, title }: SeenItem): DeskItem => ({
    itemId,
    number,
    title,
    declarations: current
      .filter((declaration) => itemIdOf(declaration) === itemId)
      .flatMap((declaration) => declarationRow(declaration, inTime, absent, noted)),
    whips: whipRows(inTime, itemId, noted),
    movements: all.filter(
      ({ event }) =>
        (event.type === 'item.left' || event.type === 'item.returned') && event.body.item.itemId === itemId,
    ),
  });
  return [...printed, ...[...gone.values()].filter(({ itemId }) => !known.has(itemId))].map(deskOf);
};

const itemIdOf = (current: CurrentDeclaration): string | undefined =>
  current.kind === 'to-confirm' ? current.events[0]?.body.item.itemId : current.event.body.item.itemId;

const declarationRow = (
  current: CurrentDeclaration,
  inTime: readonly Arrival[],
  absent: ReadonlySet<string>,
  noted: ReadonlySet<string>,
): readonly DeskDeclaration[] => {
  const ids = new Set(
    current.kind === 'to-confirm' ? current.events.map(({ id }) => id) : [current.event.id],
  );
  const arrivals = inTime.filter(({ event }) => ids.has(event.id));
  const author = arrivals[0]?.author;
  if (author === undefined) return [];
  return [
    {
      author,
      current,
      arrivals,
      isBoilerplate: arrivals.some(hasBoilerplate),
      isAbsent: absent.has(author.personId),
      isNoted: [...ids].every((id) => noted.has(id)),
    },
  ];
};

const hasBoilerplate = ({ event }: Arrival): boolean =>
  (event.type === 'interest.declare' || event.type === 'interest.amend') &&
  event.body.nature.kind === 'stated' &&
  event.body.nature.boilerplate;

const whipRows = (
  inTime: readonly Arrival[],
  itemId: string,
  noted: ReadonlySet<string>,
): readonly DeskWhip[] =>
  inTime.flatMap((arrival) => {
    const { event, author } = arrival;
    if (event.type !== 'whip.declare' || event.body.item.itemId !== itemId) return [];
    return [{ author, event, arrival, isNoted: noted.has(event.id) }];
  });
