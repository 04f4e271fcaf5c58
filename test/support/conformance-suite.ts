/** The tests that run on both engines: the server's own, and the client core's against the real server. */
export const conformanceSuite: readonly string[] = [
  'test/unit/server/**/*.test.ts',
  'test/unit/sync/**/*.test.ts',
];

/** The only ones of them that do not, each with the reason. */
export const aboutSqliteItself: Readonly<Record<string, string>> = {
  'test/unit/server/sqlite-file.test.ts':
    'damages council.sqlite; PostgreSQL keeps no file that is ours to open, and checks its own pages',
  'test/unit/server/sqlite-erased-bytes.test.ts':
    'looks for erased words in the bytes of council.sqlite; PostgreSQL lets go of them at its next vacuum',
};
