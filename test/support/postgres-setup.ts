import type { TestProject } from 'vitest/node';
import { startPostgres } from './private-postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A private PostgreSQL for this run of the project `postgres`; undefined in every other project. */
    readonly postgresUrl: string | undefined;
  }
}

/** One PostgreSQL for all files of the project; vitest calls the answer at the end. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const postgres = await startPostgres({ fsync: false });
  project.provide('postgresUrl', postgres.url);
  return postgres.stop;
};
