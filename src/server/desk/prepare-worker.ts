// Runs in a worker thread: making reading text of a pack takes seconds in which the server has tablets to answer.
import { parentPort } from 'node:worker_threads';
import { prepareMeeting } from '../import/prepare-meeting.ts';
import type { MeetingFolder } from '../import/read-folder.ts';
import { withPdfReaders } from '../import/read-pdf.ts';

parentPort?.once('message', (folder: MeetingFolder) => {
  // A rejection ends the thread, which is what whoever waits looks for.
  void withPdfReaders(1, (readers) => prepareMeeting(folder, readers)).then((prepared) =>
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
    parentPort?.postMessage(prepared),
  );
});
