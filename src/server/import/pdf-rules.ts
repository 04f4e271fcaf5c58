import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { ContentItem, Rule } from '../../papers/text/page-content.ts';

/** What `getOperatorList` answers, as far as it is read here. */
interface Operators {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

/** Pages with fewer texts beside others have no table, and their drawing need not be read. */
const FEWEST_BESIDE = 2;

/** Whether texts of a page stand beside the ones before them, on their line or further up. */
export const hasTextBeside = (items: readonly ContentItem[]): boolean => {
  let count = 0;
  let last = { right: Infinity, y: -Infinity };
  for (const item of items) {
    if (!('str' in item) || item.str.trim() === '') continue;
    const [, , c = 0, d = 0, x = 0, y = 0] = item.transform;
    const size = Math.hypot(c, d);
    if (x - last.right > size * 0.5 && y > last.y - size * 0.5) count += 1;
    if (count >= FEWEST_BESIDE) return true;
    last = { right: x + item.width, y };
  }
  return false;
};

type Matrix = readonly [number, number, number, number, number, number];

/** Thicker strokes are areas of colour. */
const THICKEST = 3;
/** Shorter ones are parts of letters and marks. */
const SHORTEST = 4;
/** A page that draws more is a map or a drawing, not a table. */
const MOST = 4000;
const DEEPEST = 50;

const STROKES: ReadonlySet<number> = new Set([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
const FILLS: ReadonlySet<number> = new Set([OPS.fill, OPS.eoFill]);

/**
 * The straight lines drawn on a page along its edges, in PDF units: strokes, sides of stroked boxes, and filled boxes
 * so thin that they are lines. None where there are too many for tables.
 */
export const pageRules = ({ fnArray, argsArray }: Operators): readonly Rule[] => {
  const rules: Rule[] = [];
  const kept: Matrix[] = [];
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  for (const [at, operator] of fnArray.entries()) {
    const args = argsArray[at];
    if (operator === OPS.save || operator === OPS.paintFormXObjectBegin) {
      if (kept.length < DEEPEST) kept.push(matrix);
    }
    if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd) matrix = kept.pop() ?? matrix;
    if (operator === OPS.transform) matrix = under(matrix, args);
    if (operator === OPS.paintFormXObjectBegin && Array.isArray(args)) matrix = under(matrix, args[0]);
    if (operator === OPS.constructPath && Array.isArray(args)) addPath(rules, matrix, args);
    if (rules.length > MOST) return [];
  }
  return rules;
};

const under = (outer: Matrix, inner: unknown): Matrix => {
  const [a, b, c, d, e, f] = numbersOf(inner);
  if (a === undefined || b === undefined || c === undefined) return outer;
  if (d === undefined || e === undefined || f === undefined) return outer;
  const [A, B, C, D, E, F] = outer;
  return [A * a + C * b, B * a + D * b, A * c + C * d, B * c + D * d, A * e + C * f + E, B * e + D * f + F];
};

const numbersOf = (value: unknown): readonly number[] =>
  Array.isArray(value) || value instanceof Float32Array ? Array.from(value, Number) : [];

const addPath = (rules: Rule[], matrix: Matrix, [painted, paths]: readonly unknown[]): void => {
  const isStroked = STROKES.has(Number(painted));
  if ((!isStroked && !FILLS.has(Number(painted))) || !Array.isArray(paths)) return;
  const [numbers] = paths;
  if (!(numbers instanceof Float32Array)) return;
  for (const points of polygons(numbers, matrix)) {
    if (isStroked) addSides(rules, points);
    else addThinBox(rules, points);
  }
};

type Point = readonly [number, number];

/** Moves, lines, curves of both kinds, closings: how many numbers follow each in a path. */
const LENGTHS = [2, 2, 6, 4, 0];

/** The parts of a path that are made of straight lines only. */
const polygons = (path: Float32Array, matrix: Matrix): readonly (readonly Point[])[] => {
  const found: Point[][] = [];
  let points: Point[] = [];
  for (let at = 0; at < path.length;) {
    const kind = path[at] ?? 0;
    const length = LENGTHS[kind];
    if (length === undefined) return [];
    const x = path[at + length - 1] ?? 0;
    const y = path[at + length] ?? 0;
    // What follows a curve is not one of its straight sides.
    if (kind !== 1 && kind !== 4) found.push((points = []));
    if (kind === 4 && points[0] !== undefined) points.push(points[0]);
    if (kind !== 4) points.push(placed(matrix, x, y));
    at += length + 1;
  }
  return found;
};

const placed = ([a, b, c, d, e, f]: Matrix, x: number, y: number): Point => [
  a * x + c * y + e,
  b * x + d * y + f,
];

const addSides = (rules: Rule[], points: readonly Point[]): void => {
  for (const [at, [x, y]] of points.entries()) {
    const last = points[at - 1];
    if (rules.length > MOST) return;
    if (last !== undefined) addRule(rules, [last[0], last[1], x, y], 0.5);
  }
};

const addThinBox = (rules: Rule[], points: readonly Point[]): void => {
  if (points.length < 4 || points.length > 6) return;
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  addRule(rules, [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)], THICKEST);
};

const addRule = (rules: Rule[], box: readonly [number, number, number, number], thickest: number): void => {
  const [x1, y1, x2, y2] = box;
  const width = Math.abs(x2 - x1);
  const height = Math.abs(y2 - y1);
  if (!(Math.max(width, height) >= SHORTEST) || !(Math.min(width, height) <= thickest)) return;
  const [across, along] = [(y1 + y2) / 2, (x1 + x2) / 2];
  rules.push(
    width >= height
      ? { x1: Math.min(x1, x2), x2: Math.max(x1, x2), y1: across, y2: across }
      : { x1: along, x2: along, y1: Math.min(y1, y2), y2: Math.max(y1, y2) },
  );
};
