// Runs in a process of its own: making reading text of a pack takes seconds in which the server has tablets to answer.
import { ok, type Result } from '../../domain/result.ts';
import type { ImportFault } from '../import/import-fault.ts';
import { type PreparedMeeting, prepareMeeting } from '../import/prepare-meeting.ts';
import type { MeetingFolder } from '../import/read-folder.ts';
import { withPdfReaders } from '../import/read-pdf.ts';
import { openApartPort } from './apart-port.ts';

const { next, say } = openApartPort<MeetingFolder, Result<PreparedMeeting, ImportFault>>();

/** Whoever asked has the bytes. */
const withoutBytes = (prepared: PreparedMeeting): PreparedMeeting => ({
  ...prepared,
  papers: new Map(
    [...prepared.papers].map(([file, paper]) => [file, { ...paper, bytes: new Uint8Array() }] as const),
  ),
});

const folder = await next();
const prepared = await withPdfReaders(1, (readers) => prepareMeeting(folder, readers));
say(prepared.ok ? ok(withoutBytes(prepared.value)) : prepared);
