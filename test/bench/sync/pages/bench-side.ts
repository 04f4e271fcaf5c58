/** How a page is told where it is and what is there. */
export interface SideOptions {
  /** The code that enrols ours. */
  readonly code: string;
  readonly councilId: string;
  readonly personId: string;
  readonly meetingId: string;
  /** The remote database of PouchDB and the remote collection of RxDB. */
  readonly remote: string;
  /** Whether a peer is made to write with strict durability. Ours always does. */
  readonly strict: boolean;
  /** How many records a peer sends or asks for at a time. Ours has its protocol's numbers. */
  readonly batch: number;
  /** Whether ours makes its first contact now, so that only records are measured later. */
  readonly firstContact: boolean;
}

/** One transfer, as the page saw it. */
export interface Transfer {
  /** Milliseconds until all of it was on the disk here, and there. */
  readonly ms: number;
  /** Tasks of more than 50 ms on the page's main thread meanwhile, in milliseconds. */
  readonly longTasks: readonly number[];
  /** How often it began again after the network failed. */
  readonly retries: number;
}

/** What the benchmark asks of a page, the same of ours and of each peer. */
export interface BenchSide {
  readonly open: (options: SideOptions) => Promise<void>;
  /** Saves so many records in bulk, to be sent later; answers their ids. */
  readonly queue: (count: number) => Promise<readonly string[]>;
  readonly push: () => Promise<Transfer>;
  readonly pull: () => Promise<Transfer>;
  /** Milliseconds of each of so many saves, one record after the other. */
  readonly saveSingly: (count: number) => Promise<readonly number[]>;
  /** The ids of every record here. Throws where something was set aside. */
  readonly ids: () => Promise<readonly string[]>;
}

declare global {
  var benchSide: BenchSide;
}
