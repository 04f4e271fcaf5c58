import type { CouncilDatabase } from './db/database.ts';
import type { PokeHub } from './poke-hub.ts';

const lookMs = 2000;

/** Pokes when another process has changed something, as an import or a revocation does. Answers how to end it. */
export const watchOtherProcesses = (db: CouncilDatabase, hub: PokeHub): (() => void) => {
  let seen: string | null = null;
  let isAsking = false;
  // Asked only when the last answer is there, so that a slow database is not asked in a crowd.
  const ask = async (): Promise<void> => {
    isAsking = true;
    // A database that does not answer now is asked again; the requests of the moment report it.
    const now = await db.changeMark().catch(() => seen);
    if (seen !== null && now !== seen) hub.poke();
    seen = now;
    isAsking = false;
  };
  const timer = setInterval(() => {
    if (!isAsking) void ask();
  }, lookMs);
  return () => clearInterval(timer);
};
