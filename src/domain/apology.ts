import type { AnyEvent, EventOf, Extent } from './event.ts';
import { headsOf } from './record-heads.ts';

/** What a person's apologies for one meeting come to. */
export type ApologyStatus =
  | { readonly kind: 'none' }
  | { readonly kind: 'sent'; readonly event: EventOf<'apology.send'> }
  | {
      readonly kind: 'part';
      readonly event: EventOf<'apology.send'>;
      readonly part: 'late' | 'early';
      readonly time: string | null;
    }
  | { readonly kind: 'recalled'; readonly event: EventOf<'apology.recall'> }
  /** Two devices contradict each other: every last word, for the clerk to ask about. */
  | { readonly kind: 'to-confirm'; readonly events: readonly ApologyEvent[] };

export type ApologyEvent = EventOf<'apology.send'> | EventOf<'apology.recall'>;

/** The apologies of one person for one meeting, among any records, in the order given. */
const apologiesOf = (
  events: readonly AnyEvent[],
  meetingId: string,
  personId: string,
): readonly ApologyEvent[] =>
  events
    .filter((event) => event.type === 'apology.send' || event.type === 'apology.recall')
    .filter((event) => event.personId === personId && event.body.seen.meetingId === meetingId);

/**
 * The status of one person's apology, in whatever order the records came. The last word is what no other
 * record refers to; last words that say the same are one.
 */
export const apologyStatus = (
  events: readonly AnyEvent[],
  meetingId: string,
  personId: string,
): ApologyStatus => {
  const heads = headsOf(apologiesOf(events, meetingId, personId));
  const [first, ...others] = heads;
  if (first === undefined) return { kind: 'none' };
  if (others.some((other) => !saysTheSame(first, other))) return { kind: 'to-confirm', events: heads };
  if (first.type === 'apology.recall') return { kind: 'recalled', event: first };
  const { extent } = first.body;
  if (extent.kind === 'whole') return { kind: 'sent', event: first };
  return { kind: 'part', event: first, part: extent.part, time: extent.time };
};

/** What the next apology or recall of this person refers to, so that it is the only last word. */
export const apologyRefs = (
  events: readonly AnyEvent[],
  meetingId: string,
  personId: string,
): readonly string[] => headsOf(apologiesOf(events, meetingId, personId)).map(({ id }) => id);

const saysTheSame = (one: ApologyEvent, other: ApologyEvent): boolean => {
  if (one.type === 'apology.recall' || other.type === 'apology.recall') return one.type === other.type;
  return sameExtent(one.body.extent, other.body.extent);
};

const sameExtent = (one: Extent, other: Extent): boolean =>
  one.kind === 'whole' || other.kind === 'whole'
    ? one.kind === other.kind
    : one.part === other.part && one.time === other.time;
