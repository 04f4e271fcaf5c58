import type { Chance } from './chance.ts';
import type { Council } from './council.ts';
import type { Faults } from './faults.ts';
import type { Server } from './server.ts';
import type { Timeline } from './timeline.ts';
import type { Trace } from './trace.ts';

/** What everything in one history shares. */
export interface World {
  readonly timeline: Timeline;
  readonly chance: Chance;
  readonly trace: Trace;
  readonly faults: Faults;
  readonly server: Server;
  readonly council: Council;
}
