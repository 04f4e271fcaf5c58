import { readFile, stat } from 'node:fs/promises';
import { isAbsolute, join, normalize, sep } from 'node:path';
import { err, ok, type Result } from '../../domain/result.ts';
import { filePapers } from './check-meeting.ts';
import type { ImportFault } from './import-fault.ts';
import type { MeetingFile } from './meeting-file.ts';
import { parseMeeting } from './parse-meeting.ts';

/** A meeting file with the bytes of every file it names. */
export interface MeetingFolder {
  readonly meeting: MeetingFile;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Reads `meeting.json` and every file it names; nothing else of the folder is touched. */
export const readFolder = async (folder: string): Promise<Result<MeetingFolder, ImportFault>> => {
  const isFolder = await stat(folder).then(
    (entry) => entry.isDirectory(),
    () => false,
  );
  if (!isFolder) return err({ kind: 'no-folder', folder });
  const source = await readFile(join(folder, 'meeting.json'), 'utf8').catch(() => null);
  if (source === null) return err({ kind: 'no-meeting-file', folder });
  const parsed = parseMeetingFile(source);
  if (!parsed.ok) return parsed;
  const files = new Map<string, Uint8Array>();
  for (const file of filesOf(parsed.value)) {
    if (isOutside(file)) return err({ kind: 'outside', file });
    const bytes = await readFile(join(folder, file)).catch(() => null);
    if (bytes === null) return err({ kind: 'missing', file });
    files.set(file, new Uint8Array(bytes));
  }
  return ok({ meeting: parsed.value, files });
};

const parseMeetingFile = (source: string): Result<MeetingFile, ImportFault> => {
  let json: unknown;
  try {
    json = JSON.parse(source.replace(/^\uFEFF/, ''));
  } catch {
    return err({ kind: 'bad-json' });
  }
  return parseMeeting(json);
};

/** Every file a meeting names, each once. */
const filesOf = (meeting: MeetingFile): ReadonlySet<string> =>
  new Set([
    ...filePapers(meeting).map((paper) => paper.file),
    ...(meeting.minutesText === undefined ? [] : [meeting.minutesText]),
  ]);

const isOutside = (file: string): boolean => {
  const path = normalize(file);
  return isAbsolute(path) || path === '..' || path.startsWith(`..${sep}`);
};
