/** Something that is not as it was written. `where` is a number, an id or a hash, never content. */
export interface VerifyFault {
  readonly kind:
    | 'gap-in-log'
    | 'chain-broken'
    | 'digest-mismatch'
    /** Listed as erased, and still says something. */
    | 'not-erased'
    | 'head-mismatch'
    | 'no-readers'
    | 'receipt-without-record'
    | 'blob-missing'
    | 'blob-damaged'
    | 'manifest-missing';
  readonly where: string;
}
