import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pullPath } from '../../../../src/protocol/pull.ts';
import type { Tablet } from '../../../unit/server/tablet.ts';
import { statistics } from '../../statistics.ts';
import { openBenchCouncil, type BenchCouncil } from '../server/bench-council.ts';
import { fillLog } from '../server/fill-log.ts';
import { makePush, openTablet, timePush } from '../server/make-push.ts';
import { partOf, type Row, type RowResult } from './row.ts';

const members = 100;
const recordsEach = 10;
const timesEachRound = 20;

/** A council whose log has so many rows, with two tablets of one of its members. */
interface Filled {
  readonly rows: number;
  readonly council: BenchCouncil;
  readonly sender: Tablet;
  readonly reader: Tablet;
  /** How far the reader has read. */
  cursor: string;
  readonly push: number[];
  readonly pull: number[];
  readonly firstPage: number[];
  /** The tablet of a member who may read nothing in it but the meeting. */
  readonly stranger: Tablet;
  readonly strangersPage: number[];
}

/** What one push of ten records and one pull of them costs the server, by the length of its log. */
export const logSizeRow: Row = {
  name: 'log-size',
  measure: async ({ rounds, quick, folder }): Promise<RowResult> => {
    const sizes = quick ? [1000, 10_000] : [1000, 100_000, 1_000_000];
    const filled: Filled[] = [];
    for (const rows of sizes) {
      filled.push(await fill(join(folder, `rows${rows}`), rows));
      console.log(`  filled ${rows}`);
    }
    for (let round = -1; round < rounds; round += 1) {
      for (const [index] of filled.entries()) {
        const one = filled[(index + round + 1) % filled.length];
        if (one !== undefined) await measureOne(one, round >= 0);
      }
    }
    for (const { council } of filled) await council.close();
    const figures = Object.fromEntries(
      filled.flatMap(({ rows, push, pull, firstPage, strangersPage }) => [
        [`push of ${recordsEach}, log of ${rows}, µs`, statistics(push)],
        [`pull of ${recordsEach}, log of ${rows}, µs`, statistics(pull)],
        [`first page of a new tablet, log of ${rows}, µs`, statistics(firstPage)],
        [`the same for somebody who wrote nothing, log of ${rows}, µs`, statistics(strangersPage)],
      ]),
    );
    const least = sizes[0] ?? 0;
    const verdicts = (['push', 'pull'] as const).flatMap((verb) =>
      sizes.slice(1).map((rows) => {
        const median = (size: number) =>
          figures[`${verb} of ${recordsEach}, log of ${size}, µs`]?.median ?? NaN;
        return partOf(`one ${verb}, log of ${rows}`, [median(rows), median(least)], `log of ${least}`, {
          must: 1.5,
          aim: 1.1,
        });
      }),
    );
    return {
      name: 'log-size',
      title: `cost of one push and one pull with ${sizes.join(', ')} rows in the log`,
      figures,
      verdicts,
      notes: [
        `SQLite on the disk, app.fetch without a socket, ${members} members who wrote in turn: the tablet reads a hundredth of the log.`,
        'The first page of a new tablet is shown and not judged: it brings up to 500 rows where a pull brings ten, found by what its person may read.',
      ],
    };
  },
};

const fill = async (dataDir: string, rows: number): Promise<Filled> => {
  const council = await openBenchCouncil(dataDir, members + 1);
  fillLog({ ...council, members: council.members.slice(0, members) }, rows, false);
  const personId = council.members[0] ?? '';
  const sender = await openTablet(council, personId);
  const reader = await openTablet(council, personId);
  const stranger = await openTablet(council, council.members[members] ?? '');
  // The head of the log, without going through it.
  const db = new DatabaseSync(council.file, { readOnly: true });
  const perm = Number(db.prepare('select perm from people where id = ?').get(personId)?.['perm']);
  const seq = Number(db.prepare('select seq from council').get()?.['seq']);
  db.close();
  const cursor = `${reader.epoch}.${perm}.${seq}`;
  return {
    rows,
    council,
    sender,
    reader,
    cursor,
    push: [],
    pull: [],
    firstPage: [],
    stranger,
    strangersPage: [],
  };
};

const measureOne = async (filled: Filled, counts: boolean): Promise<void> => {
  const { council, sender, reader } = filled;
  for (let time = 0; time < timesEachRound; time += 1) {
    const push = await timePush(sender, makePush(council, sender, recordsEach), recordsEach);
    const pull = await timePull(reader, filled.cursor);
    if (pull.items !== recordsEach) throw new Error(`a pull brought ${pull.items} rows of ${recordsEach}`);
    filled.cursor = pull.cursor;
    if (!counts) continue;
    filled.push.push(push * 1000);
    filled.pull.push(pull.ms * 1000);
  }
  const first = await timePull(reader, '');
  const nothing = await timePull(filled.stranger, '');
  if (!counts) return;
  filled.firstPage.push(first.ms * 1000);
  filled.strangersPage.push(nothing.ms * 1000);
};

const timePull = async (
  tablet: Tablet,
  cursor: string,
): Promise<{ readonly ms: number; readonly items: number; readonly cursor: string }> => {
  const query = new URLSearchParams({ cursor, limit: '500' });
  const start = performance.now();
  const response = await tablet.request(`${pullPath}?${query}`);
  const text = await response.text();
  const ms = performance.now() - start;
  const page = JSON.parse(text) as { readonly items: readonly unknown[]; readonly cursor: string };
  return { ms, items: page.items.length, cursor: page.cursor };
};
