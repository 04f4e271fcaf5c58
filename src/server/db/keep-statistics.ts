import type { Pool } from 'pg';

/** After how many rows PostgreSQL first has to look at its tables again. */
const first = 500;

/**
 * Lets PostgreSQL look at its tables as they grow. Until it has, it takes every council for one of many and
 * searches a council's whole log for a hundred ids; its own looking (autovacuum) comes a minute later,
 * and a restore or a busy first meeting is over by then. Twice as many rows each time: it costs little.
 */
export const keepStatistics = (pool: Pool) => {
  let rows = 0;
  let due = first;
  return (added: number): void => {
    rows += added;
    if (rows < due) return;
    due = rows * 2;
    // Advice to the planner only: a look that fails changes no answer, and the next one comes.
    pool.query('analyze').catch(() => undefined);
  };
};
