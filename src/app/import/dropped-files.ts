import { givenLimits, isHidden, type GivenFile } from './given-files.ts';

/** What was found in what was dropped. */
export interface Dropped {
  readonly files: readonly GivenFile[];
  /** `cut`: there was more than one import takes. `unreadable`: the browser would not open some of it. */
  readonly left: 'nothing' | 'cut' | 'unreadable';
}

const maxDepth = 16;
// A folder of hidden files only must come to an end as well.
const maxLooks = 20_000;

/**
 * All files in what was dropped, folders walked in order of their names, hidden ones left out. Ends one file after
 * the most that an import takes, so that a whole disk dropped by mistake is not read.
 */
export const readDropped = async (
  dropped: readonly (FileSystemEntry | File)[],
  maxFiles = givenLimits.files,
): Promise<Dropped> => {
  const files: GivenFile[] = dropped.flatMap((each) =>
    each instanceof Blob ? [{ name: each.name, bytes: each }] : [],
  );
  const entries = dropped.flatMap((each) => (each instanceof Blob ? [] : [each]));
  const waiting = entries.map((entry) => ({ entry, depth: 0 }));
  let left: Dropped['left'] = 'nothing';
  for (let looks = 0; ; looks += 1) {
    const next = waiting.shift();
    if (next === undefined) return { files, left };
    const { entry, depth } = next;
    const name = entry.fullPath.replace(/^\//, '') || entry.name;
    if (isHidden(name)) continue;
    if (looks >= maxLooks || files.length > maxFiles) return { files: files.slice(0, maxFiles), left: 'cut' };
    try {
      if (isFile(entry)) files.push({ name, bytes: await fileOf(entry) });
      else if (isFolder(entry) && depth < maxDepth) {
        const inside = await entriesOf(entry, maxLooks);
        waiting.unshift(...inside.map((entry) => ({ entry, depth: depth + 1 })));
      } else left = 'cut';
    } catch {
      left = 'unreadable';
    }
  }
};

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => {
    entry.file(resolve, reject);
  });

// A folder answers in batches (Chromium: 100) until an empty one.
const entriesOf = async (folder: FileSystemDirectoryEntry, max: number): Promise<FileSystemEntry[]> => {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const batch = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (batch.length === 0 || all.length > max) {
      return all.toSorted((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
    }
    all.push(...batch);
  }
};
