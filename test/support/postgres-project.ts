import { afterAll, afterEach, beforeEach, vi } from 'vitest';
import { closeDownTo, countOpen } from './close-after-test.ts';

// What every file of the project `postgres` begins with.

// A test that brought SQLite along would be green here and prove nothing.
vi.mock(import('../../src/server/db/open-database.ts'), async (importOriginal) => ({
  ...(await importOriginal()),
  openMemoryDatabase: () => {
    throw new Error('this project is about PostgreSQL: use openTestDatabase');
  },
}));

let before = 0;
beforeEach(() => {
  before = countOpen();
});
afterEach(() => closeDownTo(before));
afterAll(() => closeDownTo(0));
