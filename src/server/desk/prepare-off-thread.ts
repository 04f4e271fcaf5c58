import { ok, type Result } from '../../domain/result.ts';
import type { ImportFault } from '../import/import-fault.ts';
import type { PreparedMeeting } from '../import/prepare-meeting.ts';
import type { MeetingFolder } from '../import/read-folder.ts';
import type { Prepare } from './ports.ts';
import { startApart } from './start-apart.ts';

/** As much as a reading may take: what it could read can be prepared. */
const heapMb = 1000;

/**
 * `prepareMeeting` in a process of its own, which ends with it. Rejects when that ends by itself, for want of memory for
 * example (`wasTooMuch`).
 */
export const prepareOffThread: Prepare = async (folder) => {
  const apart = startApart(new URL('./prepare-process.ts', import.meta.url), heapMb);
  try {
    const prepared = new Promise<Result<PreparedMeeting, ImportFault>>((resolve, reject) => {
      apart.listen((heard) => resolve(heard as Result<PreparedMeeting, ImportFault>));
      apart.send(folder).catch(reject);
    });
    const answer = await Promise.race([prepared, apart.ended]);
    return answer.ok ? ok(withBytes(answer.value, folder.files)) : answer;
  } finally {
    await apart.end();
  }
};

/** The bytes do not come back: they are here already. */
const withBytes = (prepared: PreparedMeeting, files: MeetingFolder['files']): PreparedMeeting => ({
  ...prepared,
  papers: new Map(
    [...prepared.papers].map(
      ([file, paper]) => [file, { ...paper, bytes: files.get(file) ?? paper.bytes }] as const,
    ),
  ),
});
