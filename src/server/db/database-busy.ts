/**
 * The database did not answer in time: somebody else keeps it, or it hangs. Nothing of the transaction was
 * kept, or nobody knows whether it was; to ask again later is right in both cases.
 */
export class DatabaseBusy extends Error {
  override readonly name = 'DatabaseBusy';
  /** The engine's word for what was waited for. */
  readonly code: string;

  constructor(code: string) {
    super('the database did not answer in time');
    this.code = code;
  }
}
