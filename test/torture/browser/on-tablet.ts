/** What a tab has told the person who holds it. */
export type Shown =
  | { readonly kind: 'typed'; readonly key: string }
  /** "Saved on this tablet": the ids that one press made. */
  | { readonly kind: 'saved'; readonly key: string; readonly ids: readonly string[] };

/** What a tablet's storage holds, once the app has started on it. */
export interface OnTablet {
  readonly events: readonly {
    readonly id: string;
    readonly digest: string;
    /** What the digest is the SHA-256 of. */
    readonly input: string;
    /** The body, in which the key of its draft stands. */
    readonly text: string;
  }[];
  /** In the order of saving. */
  readonly outbox: readonly { readonly id: string; readonly n: number; readonly state: string }[];
  /** Keys of drafts. */
  readonly drafts: readonly string[];
  readonly nextN: number;
  /** The public half of the device's key, as it signs; empty where the tablet belongs to nobody. */
  readonly key: string;
}

/** How the app found its two copies when it started. `null` for the second: it was not there or not made yet. */
export interface AtStart {
  /** Whether the first copy said whose tablet this is. */
  readonly hasFirst: boolean;
  /** Ids of the records in the second copy. */
  readonly second: readonly string[] | null;
}
