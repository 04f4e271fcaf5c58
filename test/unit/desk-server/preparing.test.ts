import { spawn } from 'node:child_process';
import { once } from 'node:events';
import * as v from 'valibot';
import { expect, test, vi } from 'vitest';
import { prepareOffThread } from '../../../src/server/desk/prepare-off-thread.ts';
import { MeetingFileSchema } from '../../../src/server/import/meeting-file.ts';
import { prepareMeeting } from '../../../src/server/import/prepare-meeting.ts';
import { withPdfReaders } from '../../../src/server/import/read-pdf.ts';
import { startApart } from '../../../src/server/desk/start-apart.ts';
import { closeAfterTest } from '../../support/close-after-test.ts';
import { samplePdf } from '../../support/sample-papers.ts';

vi.setConfig({ testTimeout: 60_000 });

const meetingOf = (...files: readonly string[]) =>
  v.parse(MeetingFileSchema, {
    format: 1,
    key: 'roads-panel/2026-02-03',
    committee: { name: 'Roads Panel', type: 'other' },
    date: '2026-02-03',
    time: '18:30',
    venue: 'Guildhall',
    seats: [{ group: 'Members', role: 'chair', name: 'Cllr A Able' }],
    items: [{ key: 'apologies', number: '1', title: 'Apologies' }],
    papers: files.map((file) => ({ file, title: file, kind: 'report' })),
  });

const folderOf = () => ({
  meeting: meetingOf('../a.pdf', 'b.txt'),
  files: new Map([
    ['../a.pdf', samplePdf('Winter service plan', 'The salt barns are full.')],
    ['b.txt', new TextEncoder().encode('1.1 Some words.')],
  ]),
});

test('a meeting is prepared in another process as it is in this one', async () => {
  const here = await withPdfReaders(1, (readers) => prepareMeeting(folderOf(), readers));
  expect(here).toMatchObject({ ok: true });
  expect(await prepareOffThread(folderOf())).toEqual(here);
});

test('a fault comes back as what it is', async () => {
  const files = new Map([['a.pdf', new TextEncoder().encode('%PDF-1.4\nnothing')]]);
  expect(await prepareOffThread({ meeting: meetingOf('a.pdf'), files })).toEqual({
    ok: false,
    error: { kind: 'damaged', file: 'a.pdf' },
  });
  expect(await prepareOffThread({ meeting: meetingOf('b.pdf'), files: new Map() })).toEqual({
    ok: false,
    error: { kind: 'missing', file: 'b.pdf' },
  });
});

test('it rejects where the process ends by itself', async () => {
  const hostile = { ...folderOf(), meeting: null as never };
  await expect(prepareOffThread(hostile)).rejects.toThrow('the process ended');
});

test('whoever never ends is ended', async () => {
  const waiting = startApart(new URL('../../../src/server/desk/read-process.ts', import.meta.url), 200, 50);
  await expect(waiting.ended).rejects.toMatchObject({ code: 'SIGKILL' });
});

test('a server that stops does not wait for what is being prepared', async () => {
  const source = new URL('../../../src/server/desk/start-apart.ts', import.meta.url);
  const reader = new URL('../../../src/server/desk/read-process.ts', import.meta.url);
  // What it started waits for a job that never comes.
  const script = `const { startApart } = await import('${source.href}');
    startApart(new URL('${reader.href}'), 200).ended.catch(() => undefined);`;
  const server = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'ignore' });
  closeAfterTest(async () => void server.kill('SIGKILL'));
  expect(await once(server, 'exit')).toEqual([0, null]);
});
