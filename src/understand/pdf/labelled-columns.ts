import { type SheetLine, withCells } from './sheet-line.ts';

const LABEL =
  /^(?:(?:meeting )?date(?: (?:&|and) time)?|date\/time|time|when|place|venue|location|where|contact(?: officer| details)?|committee|meeting)\s*:?$/i;
const CONTACT = /^contact/i;
const MOST_ROWS = 8;

/** Labels that stand in a row above their values, as rows of a label and its value each. */
export const labelsBesideValues = (lines: readonly SheetLine[]): readonly SheetLine[] => {
  const turned: SheetLine[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at];
    if (line === undefined) break;
    const rows = isLabels(line) ? valuesUnder(line, lines.slice(at + 1, at + 1 + MOST_ROWS)) : [];
    if (rows.length === 0) turned.push(line);
    else
      for (const [column, label] of line.cells.entries())
        turned.push(...besideLabel(line, label, column, rows));
    at += rows.length;
  }
  return turned;
};

const isLabels = ({ cells }: SheetLine): boolean =>
  cells.length > 1 && cells.every((cell) => LABEL.test(cell));

/** The rows below whose cells stand under the labels; the first of them fills all columns. */
const valuesUnder = (labels: SheetLine, below: readonly SheetLine[]): readonly SheetLine[] => {
  const [first] = below;
  if (first === undefined || first.cells.length !== labels.cells.length) return [];
  const end = below.findIndex(
    (line) =>
      line.page !== labels.page ||
      isLabels(line) ||
      line.cells.some((_, at) => columnOf(labels, line, at) < 0),
  );
  return end < 0 ? below : below.slice(0, end);
};

/** The label that a cell stands under, or -1. */
const columnOf = (labels: SheetLine, line: SheetLine, at: number): number => {
  if (line.columns !== null) {
    if (line.columns.length !== labels.columns?.length) return -1;
    const filled = line.columns.flatMap((cell, column) => (cell === '' ? [] : [column]));
    const places = labels.columns.flatMap((cell, column) => (cell === '' ? [] : [column]));
    return places.indexOf(filled[at] ?? -1);
  }
  const left = line.lefts?.[at];
  const lefts = labels.lefts;
  if (left === undefined || lefts === undefined) return line.cells.length === labels.cells.length ? at : -1;
  const column = lefts.findIndex((place) => Math.abs(place - left) <= NEAR);
  // What reaches under the next label stands below all of them.
  return (line.rights?.[at] ?? 0) > (lefts[column + 1] ?? Infinity) ? -1 : column;
};

/** In units of the page. */
const NEAR = 6;

const besideLabel = (
  labels: SheetLine,
  label: string,
  column: number,
  rows: readonly SheetLine[],
): readonly SheetLine[] => {
  const values = rows.flatMap((row) =>
    row.cells.flatMap((cell, at) => (columnOf(labels, row, at) === column ? [{ row, cell }] : [])),
  );
  const [first, ...others] = values;
  if (first === undefined) return [];
  // Whom to ask stands on lines of their own; a day or a place was wrapped.
  if (CONTACT.test(label)) {
    return [
      withCells(first.row, [label, first.cell]),
      ...others.map(({ row, cell }) => withCells(row, [cell])),
    ];
  }
  return [withCells(first.row, [label, values.map(({ cell }) => cell).join(' ')])];
};
