import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { dirname, basename } from 'node:path';
import { makeBackup } from '../../../src/server/backups/make-backup.ts';
import { verifyInOwnProcess } from '../../../src/server/backups/verify-copy.ts';
import { blobFile } from '../../../src/server/blobs/folder-blobs.ts';
import { runRestore } from '../../../src/server/commands/restore-command.ts';
import { blobsFolder, type DataFolder } from '../../../src/server/folder/data-folder.ts';
import { createCouncilOfFour, type CouncilOfFour } from './council-of-four.ts';
import { createFolders, openOrThrow, run } from './data-folders.ts';
import { apology } from './said.ts';

const folders = createFolders();
const signal = new AbortController().signal;
const isSound = () => Promise.resolve(true);
const full = () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }));
let folder: DataFolder;
let council: CouncilOfFour;
let target: string;

beforeEach(async () => {
  folder = await openOrThrow(folders.next());
  council = await createCouncilOfFour({ db: folder.db, blobs: folder.blobs });
  const tablet = await council.enrol('member');
  await tablet.push([tablet.say(apology(council))]);
  target = folders.next();
});

const besideTarget = (): readonly string[] =>
  readdirSync(dirname(target)).filter((name) => name.startsWith(basename(target)));

describe('a backup', () => {
  it('has no good name until it is verified, and can be restored then', async () => {
    const seen: (readonly string[])[] = [];
    const made = await makeBackup(
      folder,
      target,
      (copy, aborted) => {
        seen.push(besideTarget());
        return verifyInOwnProcess(copy, aborted);
      },
      signal,
    );
    expect(made).toEqual({ ok: true, value: { blobs: 1 } });
    expect(seen).toEqual([[`${basename(target)}.partial`]]);
    expect(besideTarget()).toEqual([basename(target)]);
    const fresh = folders.next();
    const restored = await run(runRestore, [target, '--json'], { DATA_DIR: fresh });
    expect(JSON.parse(restored.out.join())).toMatchObject({ records: 2 });
  });

  it('that is not sound is taken away, and the process that verifies says so', async () => {
    const { sha256 } = await council.store.putBlob(randomBytes(3000));
    writeFileSync(blobFile(blobsFolder(folder.path), sha256), 'something else');
    expect(await makeBackup(folder, target, verifyInOwnProcess, signal)).toEqual({
      ok: false,
      error: 'not-sound',
    });
    expect(besideTarget()).toEqual([]);
  });

  it('that fails half way, or is broken off, leaves nothing', async () => {
    await expect(makeBackup(folder, target, full, signal)).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(besideTarget()).toEqual([]);
    const abort = new AbortController();
    const stopped = makeBackup(
      folder,
      target,
      (copy, aborted) => {
        const verified = verifyInOwnProcess(copy, aborted);
        abort.abort();
        return verified;
      },
      abort.signal,
    );
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
    expect(besideTarget()).toEqual([]);
  });

  it('begins anew where a crash left half of one', async () => {
    writeFileSync(`${target}.partial`, 'half');
    expect((await makeBackup(folder, target, isSound, signal)).ok).toBe(true);
    expect(existsSync(`${target}.partial`)).toBe(false);
  });
});
