import type { PaperText, TextBlock } from '../../domain/paper-text.ts';
import { findDates } from '../../domain/plan-progress.ts';
import {
  namesPlan,
  namesProgress,
  type PlanCandidate,
  type ProposedArea,
  QUOTE_LENGTH,
} from './plan-proposal.ts';
import { settledStatus, statusOfCell } from './printed-status.ts';
import { type PlanColumn, planColumns } from './table-columns.ts';
import { headerOfTwoRows } from './two-row-header.ts';

/** A plan's table, put together from all pages on which it goes on. */
interface PlanTable {
  readonly columns: readonly PlanColumn[];
  /** What stands above it. */
  readonly before: string;
  readonly rows: { readonly page: number; readonly cells: readonly string[][] }[];
}

const FEWEST_ROWS = 2;
/** A header may stand below a title row, and below an empty one. */
const HEADER_WITHIN = 3;
const LONGEST_STAMP = 60;

/** Tables whose header row says that they are an action plan. */
export const tablePlans = (paper: PaperText): readonly PlanCandidate[] =>
  planTables(paper).flatMap((table) => {
    const areas = tableAreas(table);
    if (areas.length < FEWEST_ROWS) return [];
    const roles = new Set(table.columns.map(({ role }) => role).filter((role) => role !== 'other'));
    const named = namesPlan(table.before) || namesProgress(table.before);
    return [
      {
        score: 2 + Math.min(roles.size, 5) + (named ? 1 : 0),
        proposal: {
          from: 'table' as const,
          quote: (table.before || table.columns.map(({ title }) => title).join(' | ')).slice(-QUOTE_LENGTH),
          areas,
          doubt: roles.size < 3 ? ('guessed' as const) : null,
        },
      },
    ];
  });

const planTables = (paper: PaperText): readonly PlanTable[] => {
  const tables = new Map<string, PlanTable>();
  let before = '';
  /** The table that a headless one right behind it continues. */
  let open: PlanTable | null = null;
  for (const { page, blocks } of paper.pages) {
    for (const block of blocks) {
      if (block.kind !== 'table') {
        const words = wordsOf(block);
        before = words || before;
        // A stamp or a running head between two pages of one table is short.
        if (words.length > LONGEST_STAMP) open = null;
        continue;
      }
      // The paragraphs of a cell are one text here.
      const rows = block.rows.map((row) => row.map((cell) => cell.replaceAll('\n', ' ')));
      const header = headerOf(rows);
      if (header !== null) {
        const key = columnsKey(header.columns);
        open = tables.get(key) ?? { columns: header.columns, before, rows: [] };
        tables.set(key, open);
      } else if (open !== null && rows.some((row) => row.length !== open?.columns.length)) {
        open = null;
      }
      for (const row of rows.slice(header?.below ?? 0)) addRow(open, page, row);
    }
  }
  return [...tables.values()];
};

const wordsOf = (block: Exclude<TextBlock, { kind: 'table' }>): string =>
  block.kind === 'figure' ? '' : block.text;

const headerOf = (
  rows: readonly (readonly string[])[],
): { readonly columns: readonly PlanColumn[]; readonly below: number } | null => {
  for (const [at, row] of rows.slice(0, HEADER_WITHIN).entries()) {
    const twoRows = headerOfTwoRows(row, rows[at + 1] ?? [], rows[at + 2]?.length ?? 0);
    if (twoRows !== null) return { columns: twoRows, below: at + 2 };
    const columns = planColumns(row);
    if (columns !== null) return { columns, below: at + 1 };
  }
  return null;
};

/** Tables with the same header are one plan, also with a heading between them. */
const columnsKey = (columns: readonly PlanColumn[]): string =>
  columns.map(({ title }) => title.toLowerCase()).join('\n');

/** A row without an opening goes on with the row before it, cell by cell. */
const addRow = (table: PlanTable | null, page: number, row: readonly string[]): void => {
  if (table === null || row.every((cell) => cell.trim() === '')) return;
  // The header comes back within a table that its makers did not divide.
  if (columnsKey(planColumns(row) ?? []) === columnsKey(table.columns)) return;
  const opens = table.columns.some(
    ({ role }, at) =>
      (role === 'area' || role === 'action' || role === 'number') && (row[at] ?? '').trim() !== '',
  );
  const last = table.rows.at(-1);
  if (opens || last === undefined) {
    table.rows.push({ page, cells: table.columns.map((_, at) => [(row[at] ?? '').trim()]) });
    return;
  }
  for (const [at, parts] of last.cells.entries()) parts.push((row[at] ?? '').trim());
};

const tableAreas = ({ columns, rows }: PlanTable): readonly ProposedArea[] => {
  const filled = rows
    .map(({ page, cells }) => ({ page, cells: cells.map((parts) => parts.filter(Boolean).join(' ')) }))
    // A row that fills one cell is a title within the table: "Priority 2: roads".
    .filter(({ cells }) => cells.filter((cell) => cell !== '').length > 1);
  const name = nameColumn(
    columns,
    filled.map(({ cells }) => cells),
  );
  return filled.flatMap(({ page, cells }, at) => {
    const area = rowArea(columns, cells, { name, count: at + 1 });
    return area === null ? [] : [{ ...area, page }];
  });
};

/** The column that names each row: the areas where every row has one of its own, else the actions. */
const nameColumn = (columns: readonly PlanColumn[], rows: readonly (readonly string[])[]): number => {
  const area = columns.findIndex(({ role }) => role === 'area');
  const action = columns.findIndex(({ role }) => role === 'action');
  const names = rows.map((cells) => cells[area] ?? '');
  const ownName = !names.includes('') && new Set(names).size === names.length;
  return area !== -1 && (ownName || action === -1) ? area : action;
};

const rowArea = (
  columns: readonly PlanColumn[],
  cells: readonly string[],
  { name, count }: { readonly name: number; readonly count: number },
): Omit<ProposedArea, 'page'> | null => {
  const said = (cells[name] ?? '').replace(/[\s:.–—-]+$/u, '');
  if (said === '') return null;
  const cellOf = (role: PlanColumn['role']): string =>
    cells.filter((cell, at) => columns[at]?.role === role && at !== name && cell !== '').join(' ');
  const text = columns
    .flatMap(({ role, title }, at) => {
      const cell = cells[at] ?? '';
      if (at === name || role === 'number' || cell === '') return [];
      return [role === 'progress' || title === '' ? cell : `${title}: ${cell}`];
    })
    .map((part) => (/[.!?]$/u.test(part) ? part : `${part}.`))
    .join(' ');
  const due = cellOf('due');
  const dates = findDates(text);
  const printed = statusOfCell(cellOf('status'));
  return {
    area: {
      number: cellOf('number').slice(0, 20) || String(count),
      name: said,
      text,
      status: settledStatus(printed, cellOf('progress')),
      // "2025/26" and "Q3" are timescales where the column says so.
      dates: due !== '' && due.length <= 40 && findDates(due).length === 0 ? [...dates, due] : dates,
    },
    statusWord: printed?.word ?? null,
    doubt: null,
  };
};
