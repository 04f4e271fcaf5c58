import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { err, ok } from '../../../src/domain/result.ts';
import { backupName, backupTime } from '../../../src/server/backups/backup-name.ts';
import { createBackupSchedule, type BackupPorts } from '../../../src/server/backups/backup-schedule.ts';
import { readBackupSettings } from '../../../src/server/backups/backup-settings.ts';
import type { LogEvent } from '../../../src/server/observe/log.ts';
import { createFolders } from './data-folders.ts';

const folders = createFolders();
const hour = 3_600_000;
const councilId = '019b0000-0000-7000-8000-0123456789ab';
const other = '019b0000-0000-7000-8000-ba9876543210';
let to: string;

beforeEach(() => {
  to = folders.next();
});

const open = (parts: Partial<BackupPorts> = {}, keep = 3) => {
  const clock = { now: Date.UTC(2026, 0, 5, 9) };
  const events: LogEvent[] = [];
  const complaints: string[] = [];
  const made: string[] = [];
  const ports: BackupPorts = {
    now: () => clock.now,
    isQuiet: () => true,
    make: (target) => {
      made.push(target);
      mkdirSync(target, { recursive: true });
      return Promise.resolve(ok({ blobs: 0 }));
    },
    log: (_level, event) => void events.push(event),
    complain: (sentence) => void complaints.push(sentence),
    ...parts,
  };
  const start = () => createBackupSchedule(ports, councilId, { to, everyMs: 24 * hour, keep });
  const schedule = start();
  const pass = async (ms: number, step = hour) => {
    for (let left = ms; left > 0; left -= step) {
      clock.now += Math.min(step, left);
      await schedule.tick();
    }
  };
  return { clock, events, complaints, made, schedule, start, pass };
};

describe('backups on a schedule', () => {
  it('are made at once where there is none, then when the last is a day old', async () => {
    const { schedule, made, pass } = open();
    await schedule.tick();
    await pass(23 * hour);
    expect(made).toHaveLength(1);
    await pass(hour);
    expect(made).toHaveLength(2);
    expect(schedule.state()).toMatchObject({ lastResult: 'made', isOld: false });
  });

  it('go on where an earlier process left off', async () => {
    const first = open();
    await first.schedule.tick();
    first.clock.now += 5 * hour;
    const second = first.start();
    await second.tick();
    expect(first.made).toHaveLength(1);
    expect(second.state().lastGoodAt).toBe(first.clock.now - 5 * hour);
    first.clock.now += 19 * hour;
    await second.tick();
    expect(first.made).toHaveLength(2);
  });

  it('wait for a quiet moment, but not for ever', async () => {
    let quiet = false;
    const { schedule, made, pass } = open({ isQuiet: () => quiet });
    await schedule.tick();
    await pass(29 * 60_000, 60_000);
    expect(made).toHaveLength(0);
    await pass(60_000);
    expect(made).toHaveLength(1);
    await pass(24 * hour - 1);
    quiet = true;
    await pass(60_000, 60_000);
    expect(made).toHaveLength(2);
  });

  it('keep the newest few of this council, and touch no other folder', async () => {
    mkdirSync(to);
    const foreign = [backupName(other, Date.UTC(2025, 0, 1)), '2025-01-01', 'photographs.partial'];
    for (const name of foreign) mkdirSync(join(to, name));
    // What a crash leaves behind: half a copy, half a removal.
    mkdirSync(join(to, `${backupName(councilId, Date.UTC(2025, 0, 2))}.partial`));
    const { schedule, pass, events } = open();
    await schedule.tick();
    await pass(5 * 24 * hour);
    const own = readdirSync(to).filter((name) => !foreign.includes(name));
    expect(own).toEqual([8, 9, 10].map((day) => backupName(councilId, Date.UTC(2026, 0, day, 9))));
    expect(readdirSync(to)).toEqual(expect.arrayContaining(foreign));
    expect(events.filter(({ event }) => event === 'backup-removed')).toHaveLength(3);
  });

  it('that fail say one sentence, remove no older one, and are tried again within the hour', async () => {
    let full = false;
    const good = open();
    const { schedule, complaints, pass, events } = open({
      make: (target) => {
        if (!full) mkdirSync(target, { recursive: true });
        return full
          ? Promise.reject(Object.assign(new Error('no space left'), { code: 'ENOSPC' }))
          : Promise.resolve(ok({ blobs: 0 }));
      },
    });
    await schedule.tick();
    full = true;
    await pass(24 * hour);
    expect(complaints).toEqual([
      `The backup to ${to} failed, the disk is full: the server goes on and tries again.`,
    ]);
    expect(events.at(-1)).toEqual({ event: 'backup-failed', class: 'Error', code: 'ENOSPC' });
    expect(schedule.state()).toMatchObject({ lastResult: 'failed', isOld: false });
    await pass(25 * hour);
    expect(schedule.state().isOld).toBe(true);
    expect(events.filter(({ event }) => event === 'backup-old')).toEqual([
      { event: 'backup-old', hours: 49 },
    ]);
    expect(readdirSync(to)).toEqual([backupName(councilId, good.clock.now)]);
    full = false;
    await pass(hour);
    expect(schedule.state()).toMatchObject({ lastResult: 'made', isOld: false });
  });

  it('that are not sound, or whose folder cannot be read, are failures too', async () => {
    const unsound = open({ make: () => Promise.resolve(err('not-sound')) });
    await unsound.schedule.tick();
    expect(unsound.complaints.join()).toContain('run "order-paper verify"');
    writeFileSync(to, 'a file in the way');
    const blocked = open();
    await blocked.schedule.tick();
    expect(blocked.complaints).toEqual([
      `The backup to ${to} failed, it is not a folder: the server goes on and tries again.`,
    ]);
  });

  it('are not put off by a clock that was ahead once', async () => {
    mkdirSync(join(to, backupName(councilId, Date.UTC(2031, 0, 1))), { recursive: true });
    const { schedule, made, pass } = open();
    await schedule.tick();
    await pass(24 * hour);
    expect(made).toHaveLength(2);
    expect(schedule.state().isOld).toBe(false);
  });

  it('never run twice at a time, and are broken off when the server stops', async () => {
    const { promise, reject } = Promise.withResolvers<never>();
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
    let count = 0;
    const { schedule, complaints, clock } = open({
      make: (_target, signal) => {
        count += 1;
        begin();
        signal.addEventListener('abort', () => reject(new Error('aborted')));
        return promise;
      },
    });
    const first = schedule.tick();
    await begun;
    await schedule.tick();
    expect(count).toBe(1);
    await schedule.stop();
    await first;
    clock.now += 48 * hour;
    await schedule.tick();
    expect([count, complaints]).toEqual([1, []]);
  });
});

describe('a backup’s name', () => {
  it('says when and whose, and is read back', () => {
    const at = Date.UTC(2026, 11, 31, 23, 59, 58);
    const name = backupName(councilId, at);
    expect(name).toBe('2026-12-31T23-59-58Z-0123456789ab');
    expect([backupTime(councilId, name), backupTime(other, name)]).toEqual([at, null]);
    for (const none of ['', '2026-12-31', `${name}.partial`, `x${name}`])
      expect(backupTime(councilId, none)).toBeNull();
  });
});

const read = (folder: string | undefined, every?: string, keep?: string) =>
  readBackupSettings({ to: folder, every, keep }, '/srv/data');

describe('the settings', () => {
  it('are a folder, an interval and a number', () => {
    expect(read(undefined, 'nonsense')).toEqual(ok(null));
    expect(read('/backups')).toEqual(ok({ to: '/backups', everyMs: 24 * hour, keep: 14 }));
    expect(read('/backups', '90m', '2')).toEqual(ok({ to: '/backups', everyMs: 1.5 * hour, keep: 2 }));
  });
  it.each([
    ['/srv/data/backups', '1d', '1', 'Backups do not belong into the data folder itself'],
    ['/srv/data', '1d', '1', 'Backups do not belong into the data folder itself'],
    ['/srv/data-backups', '0h', '1', 'Backups are made every so many minutes'],
    ['/srv/data-backups', '24', '1', 'Backups are made every so many minutes'],
    ['/srv/data-backups', '1d', '0', 'The number of backups to keep'],
  ])('%s, %s, %s: say what is wrong', (to, every, keep, sentence) => {
    const settings = read(to, every, keep);
    expect(settings.ok ? '' : settings.error).toContain(sentence);
  });
});
