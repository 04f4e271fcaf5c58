/** How hard a part is to try. */
export interface Effort {
  readonly rounds: number;
  readonly seed: number;
  /** Called after each round: long parts say how far they have come. */
  readonly tell: () => void;
}

/** What a part saw. No violation is the promise kept. */
export interface Report {
  readonly rounds: number;
  /** One sentence each, with enough to find it again. */
  readonly violations: readonly string[];
  readonly figures: Readonly<Record<string, number | string>>;
}

/** One way to hurt the product with real processes. */
export interface Part {
  readonly name: string;
  readonly rounds: { readonly full: number; readonly ci: number };
  readonly run: (effort: Effort) => Promise<Report>;
}
