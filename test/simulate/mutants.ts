import type { Theme } from './script.ts';
import { foundMutants } from './found-mutants.ts';
import { serverMutants } from './server-mutants.ts';
import { tabletMutants } from './tablet-mutants.ts';

/** A piece of a real source file and what stands there instead. `find` occurs exactly once in the file. */
export interface Patch {
  /** From the root of the repository. */
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

/** A known fault: the product with a few of its lines changed, never in the product itself. */
export interface Mutant {
  readonly name: string;
  /** What goes wrong, for whoever reads the list. */
  readonly fault: string;
  /** The theme in which it can be met; without one it is met in any. */
  readonly theme?: Theme;
  readonly patches: readonly Patch[];
}

/** All of them: the fourteen of the design (section 12), and one for each bug that was found since. */
export const mutants: readonly Mutant[] = [...serverMutants, ...tabletMutants, ...foundMutants];
