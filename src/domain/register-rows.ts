import type { ApologyStatus } from './apology.ts';
import type { CurrentDeclaration } from './declarations.ts';
import type { AnyEvent, EventOf } from './event.ts';

/** A record as the server holds it: `madeAt` inside the event describes, `seq` and `receivedAt` order. */
export interface Arrival {
  readonly event: AnyEvent;
  readonly seq: number;
  /** ISO 8601 in UTC, by the server's clock. */
  readonly receivedAt: string;
  readonly author: Author;
}

/** Who made a record, as minutes name them; `role` is what they put in brackets. */
export interface Author {
  readonly personId: string;
  readonly name: string;
  readonly role: string | null;
}

/** A meeting on the clerk's desk. */
export interface DeskView {
  /** One row for each person, in the order of the seats, others after them. */
  readonly apologies: readonly DeskApology[];
  /** Every agenda item in agenda order; then items that only older versions of the agenda had. */
  readonly items: readonly DeskItem[];
  /** What people stated after the start of the meeting, in order of arrival; in no row and in no draft. */
  readonly late: readonly Arrival[];
  readonly frozen: boolean;
}

export interface DeskApology {
  readonly author: Author;
  readonly status: Exclude<ApologyStatus, { kind: 'none' }>;
  /** The last word, or all last words of a contradiction, with both times. */
  readonly arrivals: readonly Arrival[];
  readonly reasons: readonly Arrival[];
  readonly isNoted: boolean;
}

export interface DeskItem {
  readonly itemId: string;
  readonly number: string | null;
  readonly title: string;
  readonly declarations: readonly DeskDeclaration[];
  readonly whips: readonly DeskWhip[];
  /** Members leaving the room and coming back, in order of arrival, whenever they arrived. */
  readonly movements: readonly Arrival[];
}

export interface DeskDeclaration {
  readonly author: Author;
  readonly current: CurrentDeclaration;
  readonly arrivals: readonly Arrival[];
  /** The nature says nothing that can be minuted ("as recorded"). */
  readonly isBoilerplate: boolean;
  /** The author also apologised for the whole meeting: nothing was disclosed to it (rules L9). */
  readonly isAbsent: boolean;
  readonly isNoted: boolean;
}

export interface DeskWhip {
  readonly author: Author;
  readonly event: EventOf<'whip.declare'>;
  readonly arrival: Arrival;
  readonly isNoted: boolean;
}
