import type { SaveFault } from '../storage/save-events.ts';

/** Why nothing was recorded; `replaced`: something else has taken the place of what was to be changed. */
export type RecordFault = SaveFault | { readonly kind: 'replaced' };
