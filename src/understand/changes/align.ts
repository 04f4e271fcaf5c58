import { diffArrays } from 'diff';

/** A place in both lists where the same stands. */
export interface Anchor {
  readonly before: number;
  readonly after: number;
}

/** Beyond so many edits between two anchors, a stretch counts as written anew. */
const MOST_EDITS = 1000;

/**
 * The equal entries of two lists, in the order of both. What stands once in each list is paired first, so
 * that two long papers with little in common take no longer than two like ones.
 */
export const alignEqual = (before: readonly string[], after: readonly string[]): readonly Anchor[] => {
  const anchors = longestRise(sharedOnce(before, after));
  const ends = { before: before.length, after: after.length };
  const found: Anchor[] = [];
  let from: Anchor = { before: 0, after: 0 };
  for (const anchor of [...anchors, ends]) {
    for (const equal of equalBetween(before, after, from, anchor)) found.push(equal);
    if (anchor !== ends) found.push(anchor);
    from = { before: anchor.before + 1, after: anchor.after + 1 };
  }
  return found;
};

const sharedOnce = (before: readonly string[], after: readonly string[]): readonly Anchor[] => {
  const places = placesOfSingles(after);
  return [...placesOfSingles(before)].flatMap(([key, place]) => {
    const other = places.get(key);
    return other === undefined ? [] : [{ before: place, after: other }];
  });
};

/** Where the entries stand that come once only, in the order of the list. */
const placesOfSingles = (list: readonly string[]): ReadonlyMap<string, number> => {
  const places = new Map<string, number>();
  const repeated = new Set<string>();
  for (const [at, key] of list.entries()) {
    if (places.has(key)) repeated.add(key);
    else places.set(key, at);
  }
  return new Map([...places].filter(([key]) => !repeated.has(key)));
};

/** The longest choice of anchors that rises in both lists; they come ordered by `before`. */
const longestRise = (anchors: readonly Anchor[]): readonly Anchor[] => {
  interface Step {
    readonly anchor: Anchor;
    readonly previous: Step | null;
  }
  /** For each length, the chain that ends lowest in `after`. */
  const chains: Step[] = [];
  for (const anchor of anchors) {
    const length = firstNotBelow(chains, anchor.after);
    chains[length] = { anchor, previous: chains[length - 1] ?? null };
  }
  const rise: Anchor[] = [];
  for (let step = chains.at(-1) ?? null; step !== null; step = step.previous) rise.push(step.anchor);
  return rise.toReversed();
};

const firstNotBelow = (chains: readonly { readonly anchor: Anchor }[], after: number): number => {
  let low = 0;
  let high = chains.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((chains[middle]?.anchor.after ?? Number.POSITIVE_INFINITY) < after) low = middle + 1;
    else high = middle;
  }
  return low;
};

const equalBetween = (
  before: readonly string[],
  after: readonly string[],
  from: Anchor,
  to: Anchor,
): readonly Anchor[] => {
  if (from.before >= to.before || from.after >= to.after) return [];
  const parts = diffArrays(before.slice(from.before, to.before), after.slice(from.after, to.after), {
    maxEditLength: MOST_EDITS,
  });
  const found: Anchor[] = [];
  let place = from;
  for (const part of parts ?? []) {
    const equal = part.added || part.removed ? 0 : part.count;
    for (let step = 0; step < equal; step += 1) {
      found.push({ before: place.before + step, after: place.after + step });
    }
    place = {
      before: place.before + (part.added ? 0 : part.count),
      after: place.after + (part.removed ? 0 : part.count),
    };
  }
  return found;
};
