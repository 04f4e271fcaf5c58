import type { RuleGrid } from './rule-grid.ts';
import type { TextRun } from './text-run.ts';

/** The space between two cells' words lies no further from the line than this many letter sizes. */
const NEAR = 1.5;

/** Words of neighbouring cells that were read as one text, cut where a line of the grid stands between them. */
export const splitAtRules = (run: TextRun, grid: RuleGrid): readonly TextRun[] => {
  if (run.turned || run.width <= 0 || !run.text.trim().includes(' ')) return [run];
  const height = run.y + run.size * 0.3;
  const edge = grid.xs.find((x) => {
    if (x <= run.x + 1 || x >= run.x + run.width - 1) return false;
    const [before, after] = [grid.cellAt(x - 1, height), grid.cellAt(x + 1, height)];
    return before !== null && after !== null && before.column !== after.column;
  });
  const cut = edge === undefined ? -1 : nearestSpace(run, edge);
  if (cut < 0) return [run];
  const width = (run.width * cut) / run.text.length;
  const rest = { ...run, text: run.text.slice(cut + 1), x: Math.max(edge ?? 0, run.x + width) };
  return [
    { ...run, text: run.text.slice(0, cut), width, endsLine: false },
    ...splitAtRules({ ...rest, width: run.x + run.width - rest.x }, grid),
  ];
};

const nearestSpace = (run: TextRun, edge: number): number => {
  const letter = run.width / run.text.length;
  let best = -1;
  let least = run.size * NEAR;
  for (let at = run.text.indexOf(' '); at >= 0; at = run.text.indexOf(' ', at + 1)) {
    const distance = Math.abs(run.x + letter * (at + 0.5) - edge);
    if (distance < least) [best, least] = [at, distance];
  }
  return best;
};
