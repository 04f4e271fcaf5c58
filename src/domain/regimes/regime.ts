import type { Declaration, Duty, InterestKind, PecuniaryCategory } from '../event.ts';
import type { Committee, RegimeRef } from '../meeting.ts';

/**
 * A council's rules about interests, as data: a council that changes its code adds a file, not an `if`.
 * The words for a person stand in `regimes.json` under the ids used here; a monitoring officer confirms both.
 */
export interface Regime {
  readonly id: RegimeRef['id'];
  readonly version: number;
  /** First and last local date on which it applied; null while it still does. */
  readonly validFrom: string;
  readonly validTo: string | null;
  /** Where the rules come from, one line each, for the documentation and the monitoring officer. */
  readonly sources: readonly string[];
  /** Id of the question that is asked first. */
  readonly first: string;
  readonly questions: readonly Question[];
  readonly outcomes: readonly OutcomeRule[];
}

/** One page of the questionnaire. Its words are `regimes.q.<id>.*`. */
export interface Question {
  readonly id: string;
  readonly choices: readonly Choice[];
}

export interface Choice {
  readonly id: string;
  readonly to: Next;
  /** What is known once this is chosen. */
  readonly learn?: Facts;
  /** Committees where this choice makes no sense and is not shown. */
  readonly hiddenIn?: readonly Committee['type'][];
}

/** Where a choice leads: to a page, to a rule, or on to the next page that the reached rule still asks. */
type Next = { readonly question: string } | { readonly outcome: string } | { readonly follow: true };

/** What the answers say, as far as the duties depend on it. */
export interface Facts {
  readonly holder?: NonNullable<Declaration['holder']>;
  readonly category?: PecuniaryCategory;
  /** Neither registered nor on its way to the register (Localism Act 2011 s.31(3)). */
  readonly unregistered?: true;
  /** Its details are kept out of the record (s.32). */
  readonly sensitive?: true;
  /** What a dispensation allows (s.33). */
  readonly dispensation?: 'speak' | 'vote' | 'both';
  /** Something was left open that the monitoring officer can settle. */
  readonly ask?: true;
}

/** A row of the regime's table: the kind of interest, what it asks of the member, and what is asked after. */
export interface OutcomeRule {
  readonly id: string;
  readonly interest: InterestKind;
  readonly duties: readonly PlainDuty[];
  /** Questions that are asked once the row is known, in order; their choices all `follow`. */
  readonly follow: readonly string[];
  /** Words that stand for the nature where the member's own are not wanted (no amounts, no addresses). */
  readonly fixedNature?: string;
}

/** A duty that needs no date. */
export type PlainDuty = Exclude<Duty['code'], 'notify-monitoring-officer'>;
