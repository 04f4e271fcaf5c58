import { dirname } from 'node:path';
import type { Step } from './trace.ts';

/** Files by path. */
export type Image = ReadonlyMap<string, Buffer>;

type Change = Extract<Step, { kind: 'write' | 'truncate' }>;
type NameChange = { readonly path: string; readonly file: File | null };

/** One file whatever its name: what is on the disk, and what is only on its way there. */
interface File {
  /** The first `size` bytes count; what lies behind is room to grow, and zero. */
  durable: Buffer;
  size: number;
  pending: Change[];
}

/** How a sector that was on its way may have fared. */
type Fate = () => boolean;

const sectorBytes = 512;

/**
 * A disk that keeps what was synced and, of the rest, what luck will have it: nothing, all of it, or some
 * sectors of 512 bytes of some writes, in any order. A name is kept when its folder was synced; of later
 * names a beginning, since file systems keep their order.
 */
export const createDisk = (base: Image) => {
  const durableNames = new Map<string, File>();
  for (const [path, bytes] of base) durableNames.set(path, newFile(bytes));
  const names = new Map(durableNames);
  let renamed: NameChange[] = [];

  const rename = (change: NameChange): void => {
    renamed.push(change);
    setName(names, change);
  };
  const fileAt = (path: string): File => {
    const file = names.get(path);
    if (file === undefined) throw new Error(`${path} is written and was never made`);
    return file;
  };
  return {
    take: (step: Step): void => {
      if (step.kind === 'create' && !names.has(step.path)) {
        rename({ path: step.path, file: newFile(Buffer.alloc(0)) });
      } else if (step.kind === 'unlink') rename({ path: step.path, file: null });
      else if (step.kind === 'write' || step.kind === 'truncate') fileAt(step.path).pending.push(step);
      else if (step.kind === 'sync') {
        const file = names.get(step.path);
        if (file !== undefined) settle(file, () => true);
        const isOfFolder = ({ path }: NameChange): boolean => dirname(path) === step.path;
        renamed.filter(isOfFolder).forEach((change) => setName(durableNames, change));
        renamed = renamed.filter((change) => !isOfFolder(change));
      }
    },
    /** What the disk holds if the power goes now. The disk itself goes on as before. */
    cut: (random: () => number): Image => {
      const survived = new Map(durableNames);
      renamed.slice(0, Math.floor(random() * (renamed.length + 1))).forEach((one) => setName(survived, one));
      const image = new Map<string, Buffer>();
      for (const [path, { durable, size, pending }] of survived) {
        const copy = { durable: Buffer.from(durable), size, pending: [...pending] };
        settle(copy, fateOf(random));
        image.set(path, copy.durable.subarray(0, copy.size));
      }
      return image;
    },
  };
};

const setName = (names: Map<string, File>, { path, file }: NameChange): void => {
  if (file === null) names.delete(path);
  else names.set(path, file);
};

// Whether little or much came through is decided for each file: a coin for each sector would come out even.
const fateOf = (random: () => number): Fate => {
  const kind = random();
  if (kind < 0.25) return () => false;
  if (kind < 0.4) return () => true;
  const share = random();
  return () => random() < share;
};

const settle = (file: File, survives: Fate): void => {
  for (const change of file.pending) {
    if (change.kind === 'truncate') {
      if (survives()) resize(file, change.size);
      continue;
    }
    const { offset, bytes } = change;
    for (let at = 0; at < bytes.length;) {
      // A sector's border is the disk's, not the write's.
      const end = Math.min(bytes.length, at + sectorBytes - ((offset + at) % sectorBytes));
      if (survives()) {
        if (file.size < offset + end) resize(file, offset + end);
        bytes.copy(file.durable, offset + at, at, end);
      }
      at = end;
    }
  }
  file.pending = [];
};

const resize = (file: File, size: number): void => {
  if (size > file.durable.length) {
    file.durable = Buffer.concat([file.durable, Buffer.alloc(2 * size - file.durable.length)]);
  }
  if (size < file.size) file.durable.fill(0, size, file.size);
  file.size = size;
};

const newFile = (bytes: Buffer): File => ({ durable: Buffer.from(bytes), size: bytes.length, pending: [] });
