import { type PlanColumn, planColumns, roleOf } from './table-columns.ts';

/** Longer cells are a row's text, not a column's title. */
const LONGEST_TITLE = 40;

/**
 * The columns of a header over two rows, in which some titles stand over several others: "Delivery" over "Lead" and
 * "Due". `width` is the number of cells in the rows below. Null where one row is the header.
 */
export const headerOfTwoRows = (
  upper: readonly string[],
  lower: readonly string[],
  width: number,
): readonly PlanColumn[] | null => {
  const isShort = [...upper, ...lower].every((cell) => cell.trim().length <= LONGEST_TITLE);
  if (!isShort || lower.length < 2 || width < 3) return null;
  if (lower.length === width) {
    const titles = lower.filter((cell) => cell !== '');
    const areTitles = titles.length >= 2 && titles.every((cell) => roleOf(cell) !== 'other');
    return areTitles && titles.length < width ? planColumns(filled(upper, lower)) : null;
  }
  const over = upper.length + lower.length - width;
  if (over < 1 || over > upper.length || upper.length === width) return null;
  return bestOf(
    Array.from({ length: upper.length - over + 1 }, (_, at) => [
      ...upper.slice(0, at),
      ...lower,
      ...upper.slice(at + over),
    ]).map(planColumns),
  );
};

/** Empty cells below stand for titles that reach over both rows: from the left, and from the right. */
const filled = (upper: readonly string[], lower: readonly string[]): readonly string[] => {
  if (upper.length === lower.length) return lower.map((cell, at) => cell || (upper[at] ?? ''));
  const first = lower.findIndex((cell) => cell !== '');
  return lower.map((cell, at) => {
    if (cell !== '') return cell;
    return (at < first ? upper[at] : upper[upper.length - (lower.length - at)]) ?? '';
  });
};

const known = (columns: readonly PlanColumn[]): number =>
  columns.filter(({ role }) => role !== 'other').length;

/** The reading in which most columns have a meaning. */
const bestOf = (headers: readonly (readonly PlanColumn[] | null)[]): readonly PlanColumn[] | null => {
  return headers.reduce((best, header) => {
    if (header === null) return best;
    return best === null || known(header) > known(best) ? header : best;
  }, null);
};
