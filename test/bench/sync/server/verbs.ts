/** Where a round takes place, as the server made it. */
export interface BenchRound {
  readonly councilId: string;
  readonly meetingId: string;
  readonly members: readonly string[];
  /** The database of PouchDB and the collection of RxDB. */
  readonly remote: string;
}

/** What the benchmark asks of the server's process. */
export interface BenchVerbs {
  /** A new council, database and collection, all empty but for so many records by somebody. */
  readonly begin: (options: { readonly members: number; readonly rows: number }) => Promise<BenchRound>;
  readonly invite: (personId: string) => Promise<string>;
  /** The ids that each side's server holds, in its order. */
  readonly ids: (side: 'ours' | 'pouch' | 'rx') => Promise<readonly string[]>;
}

/** One call through the pipe between the two processes. */
export interface Call {
  readonly call: number;
  readonly verb: keyof BenchVerbs;
  readonly argument: unknown;
}

export type Answer =
  | { readonly call: number; readonly value: unknown }
  | { readonly call: number; readonly fault: string };
