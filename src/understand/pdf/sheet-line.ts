/** One block of a front sheet, or one row of a table in it. */
export interface SheetLine {
  readonly page: number;
  /** The whole of it, cells joined by a space. */
  readonly text: string;
  /** At least one; empty cells are left out. */
  readonly cells: readonly string[];
  /** Cells by column, empty ones too; null outside a table. */
  readonly columns: readonly string[] | null;
  /** Where each cell begins and ends on a page without tags. */
  readonly lefts?: readonly number[];
  readonly rights?: readonly number[];
  /** What a list or the paper's tags put before it: "3.", "(a)"; null when there is none. */
  readonly label: string | null;
  /** Its bold opening, and the rest after it. */
  readonly lead: string | null;
  readonly rest: string;
  readonly isHeading: boolean;
}

/** A line of cells beside each other. */
export const lineOfCells = (
  page: number,
  cells: readonly string[],
): Omit<SheetLine, 'columns' | 'lefts' | 'rights' | 'isHeading'> => {
  const text = cells.join(' ');
  return { page, text, cells, label: null, lead: null, rest: text };
};

/** The same line with other cells. */
export const withCells = (line: SheetLine, cells: readonly string[]): SheetLine => ({
  isHeading: line.isHeading,
  ...lineOfCells(line.page, cells),
  columns: null,
});
