import { findStatus } from '../../domain/plan-progress.ts';
import type { PlanArea } from '../../domain/meeting.ts';

type Status = PlanArea['status'];

/** A word for progress as a paper prints it, and what it comes to. */
export interface StatusWord {
  /** As printed: "Amber". */
  readonly word: string;
  /** `unknown` where the word says no more than that somebody looked: "Amber". */
  readonly status: Status;
}

/** The order tells which one is believed where a cell says two: "Not complete" before "Complete". */
const WORDS: readonly (readonly [RegExp, Status])[] = [
  [/\bto be (?:completed|done|achieved|delivered|finished|implemented|started)\b/iu, 'unknown'],
  [
    /\b(?:part(?:ly|ially)?|nearly|almost|\d{1,2} ?%) (?:completed?|done|achieved|delivered|implemented)\b/iu,
    'on-track',
  ],
  [/\bnot (?:yet )?(?:complete|completed|done|achieved|met)\b/iu, 'on-track'],
  [
    /\b(?:not (?:yet )?(?:started|begun|due)|on hold|paused|awaiting|pending|deferred|waiting)\b/iu,
    'waiting',
  ],
  [/\b(?:overdue|late|delayed|behind(?: schedule)?|off[ -]track|not on track|slipped|missed)\b/iu, 'late'],
  [/\b(?:completed?|done|achieved|closed|delivered|finished|implemented)\b/iu, 'done'],
  [
    /\b(?:on (?:track|target|schedule|course)|in progress|under ?way|ongoing|progressing|started)\b/iu,
    'on-track',
  ],
];
/** Blue is for what is complete. Amber alone is neither on track nor late. */
const COLOURS: Readonly<Record<string, Status>> = {
  red: 'late',
  amber: 'unknown',
  yellow: 'unknown',
  green: 'on-track',
  blue: 'done',
};
const COLOUR = /\b(?:red|amber|yellow|green|blue)\b/giu;
const LETTERS: Readonly<Record<string, string>> = { r: 'red', a: 'amber', g: 'green', b: 'blue' };
const LONGEST_CELL = 200;

/** What a cell of a status column says, or null: "Green - on track", "A", "Complete". Words go before colours. */
export const statusOfCell = (cell: string): StatusWord | null => {
  const text = cell
    .slice(0, LONGEST_CELL)
    .trim()
    .replace(/^(?:b?rag|status|rating|progress)(?: (?:status|rating))?\s?[:=–-]\s?/iu, '');
  for (const [pattern, status] of WORDS) {
    const word = pattern.exec(text)?.[0];
    if (word !== undefined) return { word, status };
  }
  const letter = LETTERS[/^\(?([ragb])\)?$/iu.exec(text)?.[1]?.toLowerCase() ?? ''];
  if (letter !== undefined) return { word: text, status: COLOURS[letter] ?? 'unknown' };
  const colours = [...new Set((text.match(COLOUR) ?? []).map((word) => word.toLowerCase()))];
  // "Red / Amber / Green" is the key to the colours.
  const [colour] = colours;
  if (colour === undefined || colours.length > 1) return null;
  return { word: COLOUR_ONE.exec(text)?.[0] ?? colour, status: COLOURS[colour] ?? 'unknown' };
};

const COLOUR_ONE = new RegExp(COLOUR.source, 'iu');

/** What prose prints as its status ("Status: Amber", "RAG rating - Green", "(Complete)"), or null. */
export const statusInProse = (text: string): StatusWord | null => {
  const said =
    /\b(?:status|RAG(?: rating| status)?|BRAG)\s?[:–-]\s?([^.;]{1,60})/iu.exec(text)?.[1] ??
    /[([]((?:red|amber|green|blue|completed?|on track|overdue|not started|in progress|ongoing)[^)\]]{0,40})[)\]]/iu.exec(
      text,
    )?.[1];
  return said === undefined ? null : statusOfCell(said);
};

/** The status of an area: what is printed as such, and where that says nothing, what its prose suggests. */
export const settledStatus = (printed: StatusWord | null, prose: string): Status =>
  printed === null || printed.status === 'unknown' ? findStatus(prose) : printed.status;
