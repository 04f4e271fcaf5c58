import type { Ledger } from './ledger.ts';
import type { Tablet } from './tablet.ts';
import type { World } from './world.ts';

/** Everything that people and machines do in one history. */
export interface Play extends World {
  readonly tablets: readonly [Tablet, ...Tablet[]];
  readonly ledger: Ledger;
}

/** One thing that happens, to one tablet where it is about one. */
export type Action = (play: Play, tablet: Tablet) => Promise<void> | void;
