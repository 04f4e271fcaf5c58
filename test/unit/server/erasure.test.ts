import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { runVerify } from '../../../src/server/commands/verify-command.ts';
import { sql } from '../../../src/server/db/work.ts';
import { eraseRecords } from '../../../src/server/erasure/erase-records.ts';
import { ledgerFile, readLedger } from '../../../src/server/erasure/ledger.ts';
import { placeOf, run } from './data-folders.ts';
import { reason } from './said.ts';
import { tamper } from './tamper.ts';
import type { Tablet } from './tablet.ts';
import { because, useToldCouncil, verify, type ToldCouncil } from './told-council.ts';

const { get } = useToldCouncil();
let dataDir: ToldCouncil['dataDir'];
let folder: ToldCouncil['folder'];
let council: ToldCouncil['council'];
let member: ToldCouncil['member'];
let clerk: ToldCouncil['clerk'];
let told: ToldCouncil['told'];
let erase: ToldCouncil['erase'];
let eraseTold: ToldCouncil['eraseTold'];
beforeEach(() => {
  ({ dataDir, folder, council, member, clerk, told, erase, eraseTold } = get());
});

const pull = async (tablet: Tablet, cursor = '') => (await tablet.pull(cursor)).json();

describe('erasing a record', () => {
  it('destroys what it says, and leaves digest, number, receipt and chain', async () => {
    const before = await folder.db.read(() => sql<Record<string, unknown>>('select * from log order by seq'));
    expect(await eraseTold()).toMatchObject({
      code: 0,
      out: ['Erased 1 record. Backups made before still hold it.'],
    });
    const after = await folder.db.read(() => sql<Record<string, unknown>>('select * from log order by seq'));
    expect(after).toEqual(before.map((row) => (row['id'] === told.event.id ? { ...row, event: '' } : row)));
    expect(await verify(dataDir)).toMatchObject({ code: 0, sound: true, records: 3, erased: 1, faults: [] });
    const again = await (await member.push([told])).json();
    expect(again.results).toMatchObject([{ id: told.event.id, status: 'duplicate', seq: 3 }]);
    expect((await run(runVerify, [], { DATA_DIR: dataDir })).out.join()).toContain(
      '3 records in the log (1 erased)',
    );
  });

  it('tells every tablet, also one that has it for long, and shows it to nobody who comes later', async () => {
    const first = await pull(clerk);
    const own = await pull(member);
    expect(first.items).toHaveLength(3);
    await eraseTold();
    for (const [tablet, cursor] of [
      [clerk, first.cursor],
      [member, own.cursor],
    ] as const) {
      const next = await pull(tablet, cursor);
      expect(next).toMatchObject({ items: [], purges: [told.event.id], more: false });
      const etag = (await tablet.pull(next.cursor)).headers.get('ETag') ?? '';
      const { status } = await tablet.request(`/sync/v1/pull?cursor=${next.cursor}`, {
        headers: { 'If-None-Match': etag },
      });
      expect(status).toBe(304);
    }
    const fresh = await pull(await council.enrol('clerk'));
    expect(fresh.items.map((item: { seq: number }) => item.seq)).toEqual([1, 2]);
    // A tablet of before there were erasures: its cursor has no place for them.
    const old = first.cursor.replace(/\.0$/, '');
    expect(old).not.toBe(first.cursor);
    expect(await pull(clerk, old)).toMatchObject({ items: [], purges: [told.event.id] });
  });

  it('that was set aside works as well, and the desk still lists it', async () => {
    const odd = member.say({ type: 'apology.reason', body: { text: 'a hospital visit' } } as never);
    await member.push([odd]);
    expect((await erase('--record', odd.event.id, '--because', because)).code).toBe(0);
    const [row] = await folder.db.read(() => sql<{ envelope: string }>('select envelope from set_aside'));
    expect(row).toEqual({ envelope: '' });
    expect(await (await clerk.request('/sync/v1/set-aside')).json()).toMatchObject({
      records: [{ id: odd.event.id, type: null }],
    });
  });

  it('works by the number on its receipt, once', async () => {
    const done = await erase('--record', '3', '--because', because, '--json');
    expect(JSON.parse(done.out.join())).toEqual({ erased: [told.event.id] });
    const again = await erase('--record', '3', '--because', because, '--json');
    expect(JSON.parse(again.out.join())).toEqual({ erased: [] });
    expect((await erase('--record', '99', '--because', because)).complaints).toEqual([
      'There is no record 99.',
    ]);
  });

  it('by age takes the reasons that are older, and nothing else', async () => {
    council.clock.now += 200 * 24 * 3_600_000;
    const young = member.say(reason(council, 'another visit'));
    const fresh = await council.enrol('member');
    await fresh.push([{ ...young, deviceId: fresh.deviceId, n: 1 }]);
    const done = await erase('--reasons-older-than', '180d', '--json');
    expect(JSON.parse(done.out.join())).toEqual({ erased: [told.event.id] });
    expect(await verify(dataDir)).toMatchObject({ sound: true, records: 4, erased: 1 });
    const ledger = await readLedger(ledgerFile(dataDir));
    expect(ledger.ok && ledger.value.map((one) => one.because)).toEqual(['reasons older than 180 days']);
    expect(JSON.parse((await erase('--reasons-older-than', '180d', '--json')).out.join())).toEqual({
      erased: [],
    });
  });

  it.each([
    [
      ['--record', 'x', '--because', 'y'],
      'A record is named by its id or the number on its receipt, not by "x".',
    ],
    [['--record', randomUUID()], 'Say why, with --because: the ledger of erasures keeps it.'],
    [
      ['--record', '00000000-0000-7000-8000-000000000000', '--because', 'y'],
      'There is no record 00000000-0000-7000-8000-000000000000.',
    ],
    [['--reasons-older-than', '6m'], 'An age is a number of days, as in 180d, not "6m".'],
    [['--because', 'y'], 'Use it like this: order-paper erase'],
  ])('asked for in a way that is not understood erases nothing: %j', async (args, sentence) => {
    const { code, complaints } = await erase(...args);
    expect([code, complaints.length]).toEqual([1, 1]);
    expect(complaints.join()).toContain(sentence);
    expect(existsSync(ledgerFile(dataDir))).toBe(false);
  });

  it('of the council’s own acts is refused', async () => {
    const [published] = (await pull(clerk)).items;
    const { code, complaints } = await erase('--record', String(published.seq), '--because', 'y');
    expect([code, complaints.join()]).toEqual([1, expect.stringContaining('it is not erased')]);
  });
});

describe('the tables', () => {
  const elsewhere = "update log set event = '', digest = 'x' where seq = 3";
  it.each([
    ["update log set event = '' where seq = 2", 'a record that is not listed'],
    ["update log set event = 'other words' where seq = 3", 'other words'],
    [elsewhere, 'another column with it'],
    ['update log set clock_offset_ms = 5 where seq = 3', 'another column'],
    ['delete from log where seq = 3', 'a whole row'],
    ["update erasures set because = 'x'", 'the list itself'],
    ['delete from erasures', 'the list itself'],
  ])('refuse: %s (%s)', async (text) => {
    await eraseTold();
    await expect(folder.db.write(() => sql(text))).rejects.toThrow('append-only');
  });

  it('that list a record as erased which still speaks are not sound, nor is a silent one that is not listed', async () => {
    await tamper(await placeOf(dataDir), "update log set event = '' where seq = 2");
    await folder.db.write(() =>
      sql(
        "insert into erasures (council_id, ordinal, id, erased_at, because) values (?, 1, ?, '', '')",
        council.councilId,
        told.event.id,
      ),
    );
    expect((await verify(dataDir)).faults).toEqual([
      { kind: 'digest-mismatch', where: '2' },
      { kind: 'not-erased', where: '3' },
    ]);
  });
});

describe('a record that was erased before it came', () => {
  it('is kept without its words, in the log or aside, and the chain verifies', async () => {
    const early = member.say(reason(council, 'a hospital visit'));
    const odd = member.say({ type: 'apology.reason', body: { text: 'a hospital visit' } } as never);
    const erasures = [early, odd].map(({ event }) => ({
      id: event.id,
      at: '2026-01-05T09:00:00.000Z',
      because,
    }));
    await folder.db.write(() => eraseRecords(council.councilId, erasures));
    const { results } = await (await member.push([early, odd])).json();
    expect(results).toMatchObject([{ status: 'applied', seq: 4 }, { status: 'quarantined' }]);
    expect(await verify(dataDir)).toMatchObject({ sound: true, records: 4, erased: 1, setAside: 1 });
    const [row] = await folder.db.read(() => sql<{ envelope: string }>('select envelope from set_aside'));
    expect(row).toEqual({ envelope: '' });
  });
});
