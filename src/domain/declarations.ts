import { canonicalJson } from './canonical-json.ts';
import type { AnyEvent, Declaration, EventOf } from './event.ts';
import { headsOf, threadsOf } from './record-heads.ts';

export type DeclaringEvent =
  | EventOf<'interest.declare'>
  | EventOf<'interest.amend'>
  | EventOf<'interest.withdraw'>;

/** What one person's declaration on one item comes to; a person may have several on an item. */
export type CurrentDeclaration = {
  /** Every last word. Of several that say the same, one is the `event`. */
  readonly events: readonly DeclaringEvent[];
} & (
  | { readonly kind: 'declared'; readonly event: EventOf<'interest.declare'> | EventOf<'interest.amend'> }
  | { readonly kind: 'withdrawn'; readonly event: EventOf<'interest.withdraw'> }
  /** Two devices contradict each other: for the clerk to ask about. */
  | { readonly kind: 'to-confirm' }
);

/**
 * The declarations of one meeting among any records: a change or a withdrawal takes the place of what it
 * refers to. One that refers to nothing known is a contradiction, never silently the last word.
 */
export const currentDeclarations = (
  events: readonly AnyEvent[],
  meetingId: string,
): readonly CurrentDeclaration[] => {
  const declaring = events.filter(isDeclaring).filter((event) => event.body.seen.meetingId === meetingId);
  const owners = Map.groupBy(declaring, (event) => `${event.personId} ${event.body.item.itemId}`);
  return [...owners.values()].flatMap((own) => threadsByMatter(own).map(lastWord));
};

/** What a change or a withdrawal of this declaration refers to, so that it is the only last word. */
export const declarationRefs = ({ events }: CurrentDeclaration): readonly string[] =>
  events.map(({ id }) => id);

/** Whether a record declares, changes or withdraws an interest. */
export const isDeclaring = (event: AnyEvent): event is DeclaringEvent =>
  event.type === 'interest.declare' || event.type === 'interest.amend' || event.type === 'interest.withdraw';

/** A withdrawal that names no known declaration is held against every one of that person on that item. */
const threadsByMatter = (own: readonly DeclaringEvent[]): readonly (readonly DeclaringEvent[])[] => {
  const ids = new Set(own.map(({ id }) => id));
  const isStray = (event: DeclaringEvent): boolean =>
    event.type === 'interest.withdraw' && !event.refs.some((ref) => ids.has(ref));
  const strays = own.filter(isStray);
  const threads = threadsOf(own.filter((event) => !isStray(event)));
  return threads.length === 0 ? [strays] : threads.map((thread) => [...thread, ...strays]);
};

const lastWord = (thread: readonly DeclaringEvent[]): CurrentDeclaration => {
  const heads = headsOf(thread);
  const [first, ...others] = heads;
  if (first === undefined) return { kind: 'to-confirm', events: thread };
  if (others.some((other) => meaning(other) !== meaning(first))) return { kind: 'to-confirm', events: heads };
  return first.type === 'interest.withdraw'
    ? { kind: 'withdrawn', event: first, events: heads }
    : { kind: 'declared', event: first, events: heads };
};

const meaning = (event: DeclaringEvent): string =>
  event.type === 'interest.withdraw' ? 'withdrawn' : declarationMeaning(event.body);

/** Two declarations with the same meaning are minuted as one: kind and nature. */
export const declarationMeaning = ({ interest, nature }: Pick<Declaration, 'interest' | 'nature'>): string =>
  canonicalJson([interest, nature.kind === 'sensitive' ? null : nature.text.trim()]);
