import { cp, lstat, mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { ProposedMeeting, Proposal } from '../../domain/proposal.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { MeetingFileInput } from '../import/meeting-file.ts';
import { draftMeeting } from './draft-meeting.ts';
import type { Proposed } from './propose-files.ts';

/**
 * Writes a folder that `import FOLDER` publishes once it was corrected: the meeting file and the papers. All of it is
 * there, or nothing. `files` says where each paper of the
 * proposal lies, `now` is the time in milliseconds since 1970. An error is one plain sentence.
 */
export const writeDraft = async (
  folder: string,
  { meeting, proposal }: { readonly meeting: ProposedMeeting; readonly proposal: Proposal },
  files: Proposed['files'],
  now: number,
): Promise<Result<void, string>> => {
  if ((await stat(folder).catch(() => null)) !== null) {
    return err(`${folder} is there already, and nothing in it is replaced.`);
  }
  const draft = draftMeeting(meeting, proposal) satisfies MeetingFileInput;
  let fresh: string | null = null;
  try {
    const parent = dirname(resolve(folder));
    await mkdir(parent, { recursive: true });
    await removeStale(parent, now);
    fresh = await mkdtemp(join(parent, freshName));
    for (const paper of [...draft.papers, ...draft.items.flatMap(({ papers }) => papers)]) {
      const content = 'file' in paper ? files.get(paper.file) : undefined;
      if ('file' in paper && content !== undefined) await putInto(fresh, paper.file, content);
    }
    await writeFile(join(fresh, 'meeting.json'), `${JSON.stringify(draft, null, 2)}\n`);
    await rename(fresh, folder);
    return ok(undefined);
  } catch {
    // No room, or no right to write there.
    if (fresh !== null) await rm(fresh, { recursive: true, force: true });
    return err(`The draft could not be written to ${folder}.`);
  }
};

const putInto = async (folder: string, file: string, from: string): Promise<void> => {
  const target = join(folder, file);
  await mkdir(dirname(target), { recursive: true });
  await cp(from, target);
};

const freshName = '.draft-';
const dayMs = 24 * 3600 * 1000;

/** What a draft left beside itself that was cut off in the middle, by a power cut or a kill, goes with a later one. */
const removeStale = async (parent: string, now: number): Promise<void> => {
  for (const name of await readdir(parent)) {
    if (!/^\.draft-[A-Za-z\d]{6}$/u.test(name)) continue;
    const path = join(parent, name);
    const entry = await lstat(path).catch(() => null);
    if (entry?.isDirectory() === true && now - entry.mtimeMs > dayMs)
      await rm(path, { recursive: true, force: true });
  }
};
