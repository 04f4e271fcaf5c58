import type { Watch } from '../domain/watch.ts';

/** Whether a newer version of the app waits; `unsupported` where no service worker may run (plain http on a network address). */
export type UpdateState = 'unsupported' | 'current' | 'waiting';

/**
 * `form-open`: a form is open in some tab, nothing was done. `held-up`: the browser still keeps the old
 * version; it lets go of it when the app is closed in every tab.
 */
export type UpdateOutcome = 'applied' | 'form-open' | 'held-up';

/** The person decides about an update; it is never applied over a form that is being filled in. */
export interface UpdateControl {
  readonly state: Watch<UpdateState>;
  readonly apply: () => Promise<UpdateOutcome>;
}
