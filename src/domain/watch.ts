/** A value that changes. Dexie's live queries have this shape; so do the sync states. */
export interface Watch<T> {
  /** Calls `next` with the value now and at every change, until the answer is called. */
  readonly subscribe: (
    next: (value: T) => void,
    failed?: (cause: unknown) => void,
  ) => { readonly unsubscribe: () => void };
}
