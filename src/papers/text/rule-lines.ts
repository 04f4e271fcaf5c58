import type { Rule } from './page-content.ts';

/** A whole line of a grid: where it lies, and from where to where it reaches. */
export interface GridLine {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** Lines that touch each other, across the page and up it. */
export interface LineGroup {
  readonly across: readonly GridLine[];
  readonly upright: readonly GridLine[];
}

/** Strokes no further apart are one line: writers draw each cell's border by itself. */
const SAME = 2.5;
const GAP = 4;
const TOUCHING = 4;
/** A page with more is a drawing. */
const MOST = 800;

/** Drawn strokes put together to whole lines, and these in groups that touch. */
export const lineGroups = (rules: readonly Rule[]): readonly LineGroup[] => {
  const across = wholeLines(
    rules.filter(({ y1, y2 }) => y1 === y2).map(({ x1, x2, y1 }) => ({ at: y1, from: x1, to: x2 })),
  );
  const upright = wholeLines(
    rules.filter(({ x1, x2 }) => x1 === x2).map(({ x1, y1, y2 }) => ({ at: x1, from: y1, to: y2 })),
  );
  if (across.length > MOST || upright.length > MOST) return [];
  const owner = across.map((_, at) => at);
  const touched = upright.map((line) => across.flatMap((other, at) => (touches(line, other) ? [at] : [])));
  for (const [first, ...others] of touched) {
    if (first === undefined) continue;
    for (const other of others) owner[rootOf(owner, other)] = rootOf(owner, first);
  }
  const groups = new Map<number, { across: GridLine[]; upright: GridLine[] }>();
  const groupOf = (at: number): { across: GridLine[]; upright: GridLine[] } => {
    const root = rootOf(owner, at);
    const group = groups.get(root) ?? { across: [], upright: [] };
    groups.set(root, group);
    return group;
  };
  for (const [at, line] of across.entries()) groupOf(at).across.push(line);
  for (const [at, line] of upright.entries()) {
    const [first] = touched[at] ?? [];
    if (first !== undefined) groupOf(first).upright.push(line);
  }
  return [...groups.values()];
};

const rootOf = (owner: number[], at: number): number => {
  let root = at;
  while (owner[root] !== undefined && owner[root] !== root) root = owner[root] ?? root;
  // Whoever asks again finds it at once.
  owner[at] = root;
  return root;
};

const touches = (upright: GridLine, across: GridLine): boolean =>
  across.at >= upright.from - TOUCHING &&
  across.at <= upright.to + TOUCHING &&
  upright.at >= across.from - TOUCHING &&
  upright.at <= across.to + TOUCHING;

const wholeLines = (strokes: readonly GridLine[]): readonly GridLine[] =>
  nearGroups(
    strokes.toSorted((a, b) => a.at - b.at),
    ({ at }) => at,
    SAME,
  ).flatMap((group) => {
    const whole: { at: number; from: number; to: number }[] = [];
    for (const { at, from, to } of group.toSorted((a, b) => a.from - b.from)) {
      const last = whole.at(-1);
      if (last !== undefined && from <= last.to + GAP) last.to = Math.max(last.to, to);
      else whole.push({ at, from, to });
    }
    return whole;
  });

/** Groups of sorted things that lie no further than `slack` behind the first of their group. */
export const nearGroups = <T>(
  sorted: readonly T[],
  placeOf: (one: T) => number,
  slack: number,
): readonly (readonly T[])[] => {
  const groups: T[][] = [];
  let start = -Infinity;
  for (const one of sorted) {
    const place = placeOf(one);
    if (place - start > slack || groups.length === 0) {
      groups.push([]);
      start = place;
    }
    groups.at(-1)?.push(one);
  }
  return groups;
};
