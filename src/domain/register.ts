import { apologyStatus, type ApologyStatus } from './apology.ts';
import { currentDeclarations, isDeclaring } from './declarations.ts';
import { itemDesks } from './register-items.ts';
import type { Arrival, DeskApology, DeskView } from './register-rows.ts';
import type { Manifest } from './meeting.ts';
import { isAfterStart } from './london-time.ts';

/**
 * What the clerk's desk shows of one meeting. What arrived by the start makes the draft; what arrived
 * after it stands apart and changes nothing by itself. Any order of arrivals gives the same view.
 */
export const deskView = (manifest: Manifest, arrivals: readonly Arrival[]): DeskView => {
  const here = arrivals
    .filter((arrival) => meetingOf(arrival) === manifest.meetingId)
    .toSorted((one, other) => one.seq - other.seq);
  const inTime = here.filter((arrival) => !isLate(manifest, arrival));
  const apologies = apologyRows(manifest, inTime, here);
  return {
    apologies,
    items: itemDesks(manifest, here, inTime, declarationsIn(manifest, inTime), absentIn(apologies)),
    late: here.filter((arrival) => isLate(manifest, arrival) && isStatement(arrival)),
    frozen: here.some(({ event }) => event.type === 'register.freeze'),
  };
};

/** Whether an arrival came after the start of the meeting, by the server's clock. */
const isLate = (manifest: Manifest, arrival: Arrival): boolean =>
  isAfterStart(manifest.start, Date.parse(arrival.receivedAt));

const meetingOf = ({ event }: Arrival): string =>
  'seen' in event.body ? event.body.seen.meetingId : event.body.meetingId;

const declarationsIn = (manifest: Manifest, arrivals: readonly Arrival[]) =>
  currentDeclarations(
    arrivals.map(({ event }) => event),
    manifest.meetingId,
  );

/** Members who are away for the whole meeting, as far as their last word says so. */
const absentIn = (rows: readonly DeskApology[]): ReadonlySet<string> =>
  new Set(rows.filter(({ status }) => status.kind === 'sent').map(({ author }) => author.personId));

// What people state of themselves; leaving the room is by nature recorded during the meeting.
const isStatement = ({ event }: Arrival): boolean =>
  event.type === 'apology.send' ||
  event.type === 'apology.recall' ||
  event.type === 'apology.reason' ||
  event.type === 'whip.declare' ||
  isDeclaring(event);

const apologyRows = (
  manifest: Manifest,
  inTime: readonly Arrival[],
  all: readonly Arrival[],
): readonly DeskApology[] => {
  const events = inTime.map(({ event }) => event);
  const authors = new Map(inTime.map(({ author }) => [author.personId, author]));
  const places = new Map(
    manifest.seats.flatMap(({ holder }, place) =>
      holder.kind === 'person' ? [[holder.personId, place]] : [],
    ),
  );
  const place = (row: DeskApology): number => places.get(row.author.personId) ?? manifest.seats.length;
  return [...authors.values()]
    .flatMap((author): readonly DeskApology[] => {
      const status = apologyStatus(events, manifest.meetingId, author.personId);
      if (status.kind === 'none') return [];
      const ids = new Set(lastWords(status));
      return [
        {
          author,
          status,
          arrivals: inTime.filter(({ event }) => ids.has(event.id)),
          reasons: inTime.filter(
            ({ event }) => event.type === 'apology.reason' && event.personId === author.personId,
          ),
          isNoted: [...ids].every((id) => isNoted(all, id)),
        },
      ];
    })
    .toSorted((one, other) => place(one) - place(other));
};

const lastWords = (status: Exclude<ApologyStatus, { kind: 'none' }>): readonly string[] =>
  status.kind === 'to-confirm' ? status.events.map(({ id }) => id) : [status.event.id];

const isNoted = (all: readonly Arrival[], id: string): boolean =>
  all.some(({ event }) => event.type === 'record.noted' && event.refs.includes(id));
