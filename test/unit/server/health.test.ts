import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createDiskCheck, passes, type HealthChecks } from '../../../src/server/observe/health.ts';
import { createCouncilOfFour, type CouncilOfFour } from './council-of-four.ts';
import { createFolders } from './data-folders.ts';
import { openWatchedApp } from './watched-app.ts';

const folders = createFolders();
let council: CouncilOfFour;
beforeEach(async () => {
  council = await createCouncilOfFour();
});

const good: HealthChecks = { disk: () => Promise.resolve(), backup: () => 'ok' };
const brokenDisk = () => Promise.reject(new Error('ENOSPC, /srv/secret'));
const ask = async (health?: Parameters<typeof openWatchedApp>[1]) => {
  const answer = await openWatchedApp(council, health).get('/healthz');
  return [answer.status, await answer.json()];
};

describe('/healthz', () => {
  it('is 200 when the database answers and the disk takes what is written', async () => {
    expect(await ask({ health: good })).toEqual([
      200,
      { ok: true, database: 'ok', disk: 'ok', backup: 'ok' },
    ]);
    expect(await ask()).toEqual([200, { ok: true, database: 'ok' }]);
  });

  it('is 503 and says which when one of them fails', async () => {
    expect(await ask({ health: { ...good, disk: brokenDisk } })).toEqual([
      503,
      { ok: false, database: 'ok', disk: 'failed', backup: 'ok' },
    ]);
    await council.db.close();
    expect(await ask({ health: good })).toEqual([
      503,
      { ok: false, database: 'failed', disk: 'ok', backup: 'ok' },
    ]);
  });

  it('tells an old backup, which is no reason to send nobody here any more', async () => {
    expect(await ask({ health: { ...good, backup: () => 'old' } })).toEqual([
      200,
      { ok: true, database: 'ok', disk: 'ok', backup: 'old' },
    ]);
  });
});

describe('the check of the disk', () => {
  it('writes and leaves nothing, and is not asked again within seconds', async () => {
    const folder = folders.next();
    mkdirSync(folder);
    const clock = { now: 0 };
    const check = createDiskCheck(folder, () => clock.now);
    await check();
    expect(readdirSync(folder)).toEqual([]);
    // A folder in the way of the file: the disk refuses, also to root.
    mkdirSync(join(folder, 'health.tmp'));
    await check();
    clock.now += 6000;
    await expect(check()).rejects.toMatchObject({ code: 'EISDIR' });
  });

  it('that hangs fails', async () => {
    vi.useFakeTimers();
    const answer = passes(() => new Promise(() => undefined));
    await vi.advanceTimersByTimeAsync(5000);
    vi.useRealTimers();
    expect(await answer).toBe(false);
  });
});
