/** What a tab has told the person who holds it. */
export type Shown =
  | { readonly kind: 'typed'; readonly key: string }
  /** "Saved on this tablet": the ids that one press made. */
  | { readonly kind: 'saved'; readonly key: string; readonly ids: readonly string[] };

/** What a tablet's storage holds. */
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
}
