import type { CouncilDatabase } from '../../src/server/db/database.ts';
import { sql, type Parameter } from '../../src/server/db/work.ts';

/** Runs one statement on a server's database, behind the server's back. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the test says what it asked for
export const rowsOf = <Row>(
  db: CouncilDatabase,
  text: string,
  ...parameters: readonly Parameter[]
): Promise<readonly Row[]> => db.write(() => sql<Row>(text, ...parameters));
