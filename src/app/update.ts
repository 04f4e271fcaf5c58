import type { Watch } from '../domain/watch.ts';

/** Whether a newer version of the app waits; `unsupported` where no service worker may run (plain http on a network address). */
export type UpdateState = 'unsupported' | 'current' | 'waiting';

/** The person decides about an update; it is never applied over a form that is being filled in. */
export interface UpdateControl {
  readonly state: Watch<UpdateState>;
  /** Applies the waiting version, or answers that a form is open in some tab and does nothing. */
  readonly apply: () => Promise<'applied' | 'form-open'>;
}
