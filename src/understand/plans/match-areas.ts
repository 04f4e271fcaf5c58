import type { PlanArea } from '../../domain/meeting.ts';
import type { Doubt } from '../../domain/understood.ts';
import { shareOf, wordsOf } from '../changes/how-alike.ts';
import { textKey } from '../changes/text-key.ts';
import { type WordRun, wordRuns } from '../changes/word-runs.ts';

/** An area of an action plan between two meetings. */
export type AreaMatch =
  | {
      readonly kind: 'kept';
      readonly before: PlanArea;
      readonly after: PlanArea;
      readonly moved: AreaMove;
      /** `guessed` when the area has another name now. */
      readonly doubt: Doubt | null;
    }
  | { readonly kind: 'new'; readonly after: PlanArea }
  | { readonly kind: 'gone'; readonly before: PlanArea };

/** What moved in an area; null for what did not. */
export interface AreaMove {
  readonly status: { readonly before: PlanArea['status']; readonly after: PlanArea['status'] } | null;
  /** As printed. */
  readonly dates: { readonly added: readonly string[]; readonly removed: readonly string[] } | null;
  readonly text: readonly WordRun[] | null;
}

/** From this share on, two names or two texts are of one area. */
const ALIKE_NAMES = 0.6;
const ALIKE_TEXTS = 0.5;
/** A plan has some tens of areas; beyond so many without a partner nobody looks for renamed ones. */
const MOST_RENAMED = 300;

/** The areas of two issues of a plan: those of `after` in their order, then those that are gone. */
export const matchAreas = (before: readonly PlanArea[], after: readonly PlanArea[]): readonly AreaMatch[] => {
  const partners = pairByName(before, after);
  for (const { old, young } of renamed(before, after, partners)) partners.set(young, old);
  const kept = new Set(partners.values());
  return [
    ...after.map((area, at): AreaMatch => {
      const old = before[partners.get(at) ?? -1];
      return old === undefined ? { kind: 'new', after: area } : keptArea(old, area);
    }),
    ...before.flatMap((area, at): readonly AreaMatch[] =>
      kept.has(at) ? [] : [{ kind: 'gone', before: area }],
    ),
  ];
};

const keptArea = (before: PlanArea, after: PlanArea): AreaMatch => ({
  kind: 'kept',
  before,
  after,
  moved: {
    status: before.status === after.status ? null : { before: before.status, after: after.status },
    dates: movedDates(before.dates, after.dates),
    text: textKey(before.text) === textKey(after.text) ? null : wordRuns(before.text, after.text),
  },
  doubt: nameKey(before.name) === nameKey(after.name) ? null : 'guessed',
});

const movedDates = (before: readonly string[], after: readonly string[]): AreaMove['dates'] => {
  const [old, young] = [new Set(before.map(textKey)), new Set(after.map(textKey))];
  const added = after.filter((date) => !old.has(textKey(date)));
  const removed = before.filter((date) => !young.has(textKey(date)));
  return added.length === 0 && removed.length === 0 ? null : { added, removed };
};

/** Without case, marks, "and" and articles: "Taxi drivers & operators" is "Taxi drivers and operators". */
const nameKey = (name: string): string =>
  wordsOf(name)
    .filter((word) => word !== 'and' && word !== 'the')
    .join(' ');

/** Places in `before` by places in `after`. Of several with one name, the first goes with the first. */
const pairByName = (before: readonly PlanArea[], after: readonly PlanArea[]): Map<number, number> => {
  const places = new Map<string, number[]>();
  // From the last to the first, so that the first is taken first.
  for (const [at, { name }] of [...before.entries()].toReversed()) {
    const key = nameKey(name);
    if (key === '') continue;
    const known = places.get(key);
    if (known === undefined) places.set(key, [at]);
    else known.push(at);
  }
  const partners = new Map<number, number>();
  for (const [at, { name }] of after.entries()) {
    const old = places.get(nameKey(name))?.pop();
    if (old !== undefined) partners.set(at, old);
  }
  return partners;
};

interface Pair {
  readonly old: number;
  readonly young: number;
  readonly alike: number;
}

/** Areas without a namesake that are like one of the others, the likest first. */
const renamed = (
  before: readonly PlanArea[],
  after: readonly PlanArea[],
  partners: ReadonlyMap<number, number>,
): readonly Pair[] => {
  const taken = new Set(partners.values());
  const old = loose(before, (at) => taken.has(at));
  const young = loose(after, (at) => partners.has(at));
  const pairs = young
    .flatMap((one) =>
      old.map((other) => ({
        old: other.at,
        young: one.at,
        names: shareOf(one.name, other.name),
        texts: shareOf(one.text, other.text),
      })),
    )
    .filter(({ names, texts }) => names >= ALIKE_NAMES || texts >= ALIKE_TEXTS)
    .map(({ names, texts, ...pair }) => ({ ...pair, alike: names + texts }))
    .toSorted((one, other) => other.alike - one.alike);
  const [usedOld, usedYoung] = [new Set<number>(), new Set<number>()];
  return pairs.filter((pair) => {
    if (usedOld.has(pair.old) || usedYoung.has(pair.young)) return false;
    usedOld.add(pair.old);
    usedYoung.add(pair.young);
    return true;
  });
};

const loose = (areas: readonly PlanArea[], isPaired: (at: number) => boolean) =>
  areas
    .map(({ name, text }, at) => ({ at, name, text }))
    .filter(({ at }) => !isPaired(at))
    .slice(0, MOST_RENAMED)
    .map(({ at, name, text }) => ({
      at,
      name: new Set(wordsOf(name)),
      // Short words are in every text.
      text: new Set(wordsOf(text).filter((word) => word.length > 3)),
    }));
