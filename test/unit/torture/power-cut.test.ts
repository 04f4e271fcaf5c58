import { describe, expect, it } from 'vitest';
import { createDisk } from '../../torture/power/disk.ts';
import { readTrace } from '../../torture/power/trace.ts';

const file = '/data/a.sqlite';
const write = (offset: number, text: string, path = file) =>
  ({ kind: 'write', path, offset, bytes: Buffer.from(text) }) as const;
const sync = (path: string) => ({ kind: 'sync', path }) as const;
const base = new Map([[file, Buffer.from('old')]]);
/** Draws these in turn, then the last for ever. */
const draw = (...numbers: readonly number[]) => {
  const left = [...numbers];
  return () => (left.length > 1 ? left.shift() : left[0]) ?? 0;
};
const nothingSurvives = draw(0);
const everythingSurvives = draw(0.999_999, 0.3, 0);

describe('a disk whose power is cut', () => {
  it('keeps what was synced, and of the rest what luck will have', () => {
    const disk = createDisk(base);
    disk.take(write(0, 'new'));
    expect(disk.cut(nothingSurvives).get(file)?.toString()).toBe('old');
    expect(disk.cut(draw(0.3)).get(file)?.toString()).toBe('new');
    disk.take(sync(file));
    disk.take(write(0, 'two'));
    expect(disk.cut(nothingSurvives).get(file)?.toString()).toBe('new');
  });

  it('tears a write at the borders of sectors', () => {
    const disk = createDisk(new Map([[file, Buffer.alloc(2048, 'o')]]));
    disk.take(write(256, 'n'.repeat(1024)));
    // Drawn for the names, for how the file fares and its share, then for each sector: lost, kept, lost.
    const torn =
      disk
        .cut(draw(0, 0.9, 0.5, 0.9, 0.1, 0.9))
        .get(file)
        ?.toString() ?? '';
    expect(torn).toBe('o'.repeat(512) + 'n'.repeat(512) + 'o'.repeat(1024));
  });

  it('fills what was never written before a later sector with zeros', () => {
    const disk = createDisk(base);
    disk.take(write(0, 'n'.repeat(512)));
    disk.take(write(512, 'n'.repeat(512)));
    const torn = disk.cut(draw(0, 0.9, 0.5, 0.9, 0.1)).get(file) ?? Buffer.alloc(0);
    expect(torn.subarray(0, 512)).toEqual(Buffer.concat([Buffer.from('old'), Buffer.alloc(509)]));
    expect(torn.subarray(512).toString()).toBe('n'.repeat(512));
  });

  it('forgets a name whose folder was not synced, whatever was in the file', () => {
    const disk = createDisk(base);
    const wal = `${file}-wal`;
    disk.take({ kind: 'create', path: wal });
    disk.take(write(0, 'frames', wal));
    disk.take(sync(wal));
    expect(disk.cut(nothingSurvives).has(wal)).toBe(false);
    expect(disk.cut(everythingSurvives).get(wal)?.toString()).toBe('frames');
    disk.take(sync('/data'));
    expect(disk.cut(nothingSurvives).get(wal)?.toString()).toBe('frames');
    disk.take({ kind: 'unlink', path: wal });
    expect(disk.cut(nothingSurvives).get(wal)?.toString()).toBe('frames');
    disk.take(sync('/data'));
    expect(disk.cut(nothingSurvives).has(wal)).toBe(false);
  });

  it('shortens a file only as truncated and synced', () => {
    const disk = createDisk(base);
    disk.take({ kind: 'truncate', path: file, size: 1 });
    expect(disk.cut(nothingSurvives).get(file)?.toString()).toBe('old');
    disk.take(sync(file));
    disk.take(write(2, 'z'));
    disk.take(sync(file));
    expect(disk.cut(nothingSurvives).get(file)).toEqual(Buffer.from('o\0z'));
  });
});

const hex = (text: string): string =>
  [...Buffer.from(text)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');

describe('a trace', () => {
  it('is read as what was asked of the folder and said to clients, in order', () => {
    const fd = `7<${hex(file)}>`;
    const lines = [
      `11 openat(AT_FDCWD</here>, "${hex(file)}", O_RDWR|O_CREAT, 0644) = ${fd}`,
      `11 openat(AT_FDCWD</here>, "${hex('/data/none')}", O_RDONLY) = -1 ENOENT (No such file or directory)`,
      `11 pwrite64(${fd}, "${hex('abc')}", 3, 4096) = 3`,
      `11 fsync(${fd} <unfinished ...>`,
      `12 writev(9<socket:[1]>, [{iov_base="${hex('HTTP/1.1 200 OK\r\n\r\n')}", iov_len=19}, {iov_base="${hex('{}')}", iov_len=2}], 2) = 21`,
      `11 <... fsync resumed>) = 0`,
      `11 ftruncate(${fd}, 12) = 0`,
      `11 unlink("${hex(file)}") = 0`,
      `11 write(1<pipe:[2]>, "${hex('a line of the log')}", 17) = 17`,
      '11 +++ exited with 0 +++',
    ];
    expect(readTrace(lines.join('\n'), '/data')).toEqual([
      { kind: 'create', path: file },
      { kind: 'write', path: file, offset: 4096, bytes: Buffer.from('abc') },
      { kind: 'said', text: 'HTTP/1.1 200 OK\r\n\r\n{}' },
      { kind: 'sync', path: file },
      { kind: 'truncate', path: file, size: 12 },
      { kind: 'unlink', path: file },
    ]);
  });

  it('does not pass over what it does not know', () => {
    const rename = `11 rename("${hex(file)}", "${hex('/data/b')}") = 0`;
    expect(() => readTrace(rename, '/data')).toThrow('does not know what rename does');
    const short = `11 pwrite64(7<${hex(file)}>, "${hex('ab')}"..., 4096, 0) = 4096`;
    expect(() => readTrace(short, '/data')).toThrow('cut a write');
  });
});
