import { beforeEach, describe, expect, it } from 'vitest';
import type { CouncilDatabase } from '../../../src/server/db/database.ts';
import { openMemoryDatabase } from '../../../src/server/db/open-database.ts';

let db: CouncilDatabase;

beforeEach(() => {
  db = openMemoryDatabase();
});

const addTry = (address: string): number =>
  db.run(db.query.insertInto('tries').values({ council_id: 'c', at: 't', address }));
const tries = (): readonly string[] =>
  db.sql<{ address: string }>('select address from tries').map((row) => row.address);

describe('a transaction', () => {
  it('keeps all of its work or none', () => {
    db.write(() => addTry('kept'));
    const failing = (): void =>
      db.write(() => {
        addTry('lost');
        throw new Error('a fault in between');
      });
    expect(failing).toThrow('a fault in between');
    expect(tries()).toEqual(['kept']);
    db.write(() => addTry('kept too'));
    expect(tries()).toEqual(['kept', 'kept too']);
  });

  it('never waits: an async function is refused and leaves nothing', () => {
    expect(() => db.write(() => Promise.resolve(addTry('lost')))).toThrow('never waits');
    expect(tries()).toEqual([]);
  });
});

describe('a parameter', () => {
  it('is a plain value: an object would be taken for named parameters', () => {
    expect(() => db.sql('select ?', { a: 1 } as never)).toThrow('cannot bind [object Object]');
    expect(() => db.sql('select ?', undefined as never)).toThrow('cannot bind [object Undefined]');
    expect(db.sql('select ? as flag', true)).toEqual([{ flag: 1 }]);
  });
});

describe('foreign keys', () => {
  it('hold: nobody is invited who is not known', () => {
    expect(() => db.sql("insert into invites values ('c', 'hash', 'nobody', 't', 't', null)")).toThrow(
      'FOREIGN KEY',
    );
  });
});
