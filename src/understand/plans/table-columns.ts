/** What a column of an action plan holds. */
type ColumnRole = 'number' | 'area' | 'action' | 'progress' | 'status' | 'due' | 'owner' | 'other';

export interface PlanColumn {
  readonly role: ColumnRole;
  /** The header cell as printed. */
  readonly title: string;
}

/** The first that fits counts: "Action owner" is an owner, "Progress status" a status. */
const ROLES: readonly (readonly [RegExp, ColumnRole])[] = [
  [/^(?:(?:action|item) )?(?:ref(?:erence)?|no|number|id|#)\.?$/iu, 'number'],
  [/\b(?:status|b?rag|traffic light|on track|completed?\?)/iu, 'status'],
  [/\b(?:leads?|owners?|responsible|responsibility|officers?|who|whom|accountable)\b/iu, 'owner'],
  [
    /\b(?:due|time ?scales?|time ?frames?|timeline|deadline|when|completion|complete by|target|dates?)\b/iu,
    'due',
  ],
  [
    /\b(?:progress|updates?|position|comments?|commentary|achieve(?:d|ments?)|evidence|response|latest)\b/iu,
    'progress',
  ],
  [
    /\b(?:actions?|tasks?|activit(?:y|ies)|recommendations?|deliverables?|milestones?|steps?|commitments?|what (?:are|will|do|we|is|needs?))\b/iu,
    'action',
  ],
  [
    /\b(?:areas?|themes?|priorit(?:y|ies)|objectives?|work ?streams?|projects?|aims?|goals?|outcomes?)\b/iu,
    'area',
  ],
];
/** Tables that share such words and are about something else: registers of risks, figures of performance. */
const OTHER_SUBJECT = /\b(?:risks?|indicators?|kpis?|hazards?)\b/iu;
const SUBJECT_COLUMNS = 2;
/** Words that only such tables and those of money have, in any column. */
const OTHER_TABLE = /\b(?:likelihood|severity|budget|forecast|variance|actual|benchmark|baseline)\b|£/iu;
const LONGEST_TITLE = 120;

/** The columns of an action plan by their header row, or null when it is not the header of one. */
export const planColumns = (row: readonly string[]): readonly PlanColumn[] | null => {
  if (row.length < 2 || isOther(row)) return null;
  const columns = row.map((cell) => ({ role: roleOf(cell.trim()), title: cell.trim() }));
  const has = (role: ColumnRole): boolean => columns.some((column) => column.role === role);
  const isPlan =
    (has('area') || has('action')) && (has('progress') || has('status') || (has('due') && has('owner')));
  return isPlan ? columns : null;
};

const isOther = (row: readonly string[]): boolean =>
  row.some((cell) => cell.length > LONGEST_TITLE || OTHER_TABLE.test(cell)) ||
  row.slice(0, SUBJECT_COLUMNS).some((cell) => OTHER_SUBJECT.test(cell));

/** What a column's title says that it holds. */
export const roleOf = (title: string): ColumnRole =>
  ROLES.find(([pattern]) => pattern.test(title))?.[1] ?? 'other';
