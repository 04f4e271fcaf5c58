import type { Alias, Doubt, Fact } from '../../domain/understood.ts';

/** An answer or a page of ModernGov that somebody else has fetched, dropped or pasted. */
export interface Given {
  readonly source: string;
  /** Where it was fetched from, or null for what was dropped or pasted. */
  readonly address: string | null;
  /** As it was given: a file's name, or the address of a page. */
  readonly file: string;
}

/** What a source can be read as. */
export type SourceKind =
  | 'getcommittees'
  | 'getmeetings'
  | 'getallmeetingsbydate'
  | 'getmeeting'
  | 'getcouncillorsbyward'
  | 'page-meeting'
  | 'page-meetings'
  | 'page-committee'
  | 'page-committees'
  | 'page-attendance'
  | 'text-meeting'
  | 'text-meetings'
  | 'text-committee'
  | 'text-committees';

/** Why a source cannot be read. */
export type SourceFault =
  /** A page that says why there is no answer: a login, a refusal, a server's error. */
  | 'error-page'
  | 'empty'
  | 'unknown'
  /** More than 5 MB, or nested deeper than any page is. */
  | 'too-large';

/** Where the facts of one source come from. */
export interface Origin {
  readonly file: string;
  /** The address that relative links start from, or null. */
  readonly address: string | null;
  /** The ModernGov site, `https://host/path`, or null where nothing says it. */
  readonly site: string | null;
}

const MOST_OF_A_QUOTE = 300;

/** A fact with the words that it was read from. Web sources have no pages. */
export const factFrom = <T>(
  origin: Origin,
  value: T,
  quote: string,
  doubt: Doubt | null = null,
): Fact<T> => ({
  value,
  from: { file: origin.file, page: null, quote: quote.slice(0, MOST_OF_A_QUOTE).toWellFormed() },
  doubt,
});

/** One alias, or none where the system gives no usable id. */
export const aliasesFor = (origin: Origin, kind: Alias['kind'], id: string | null): readonly Alias[] =>
  id === null ? [] : [{ system: 'moderngov', site: origin.site, kind, id }];
