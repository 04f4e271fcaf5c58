import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { makeDataDir, orderPaper, removeDataDir } from '../support/order-paper-process.ts';

/** A data folder with one meeting, made by the command line alone, that is copied for each trial. */
export interface CouncilFolder {
  readonly dataDir: string;
  /** Unused codes: one tablet each, of members in turn. */
  readonly memberCodes: readonly string[];
  readonly clerkCode: string;
  /** The same council on a folder of its own. The caller removes it. */
  readonly copy: () => string;
  readonly remove: () => void;
}

const InviteSchema = v.object({ code: v.string() });

/** One member, and the clerk, by name. */
export const people = { member: 'Nora Ashby', clerk: 'Petra Inkwell' } as const;

const members = [people.member, 'Idris Quill', 'Maud Tarrant', 'Leo Farthing'];

const meeting = {
  format: 1,
  key: 'torture-1',
  council: { name: 'Torture Test Council' },
  committee: { name: 'Works Panel', type: 'scrutiny' },
  date: '2027-03-04',
  time: '10:00',
  venue: 'Room 2',
  state: 'coming',
  seats: members.map((name, index) => ({ group: 'Members', role: index === 0 ? 'chair' : 'member', name })),
  items: [{ number: '1', title: 'Bridges' }],
};

/** Publishes an invented meeting and makes so many codes. Takes about a fifth of a second a code. */
export const makeCouncilFolder = async (tablets: number): Promise<CouncilFolder> => {
  const dataDir = makeDataDir();
  await importMeeting(dataDir);
  const memberCodes: string[] = [];
  // Two at a time: a code is a process, and there are two cores.
  while (memberCodes.length < tablets) {
    const names = [0, 1].map((more) => members[(memberCodes.length + more) % members.length] ?? '');
    const wanted = names.slice(0, tablets - memberCodes.length);
    memberCodes.push(...(await Promise.all(wanted.map((name) => invite(dataDir, ['--name', name])))));
  }
  const clerkCode = await invite(dataDir, ['--name', people.clerk, '--role', 'clerk']);
  return {
    dataDir,
    memberCodes,
    clerkCode,
    copy: () => {
      const copy = makeDataDir();
      cpSync(dataDir, copy, { recursive: true });
      return copy;
    },
    remove: () => removeDataDir(dataDir),
  };
};

const importMeeting = async (dataDir: string): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'order-paper-meeting-'));
  try {
    writeFileSync(join(folder, 'meeting.json'), JSON.stringify(meeting));
    const { code, err } = await orderPaper(dataDir, ['import', folder]);
    if (code !== 0) throw new Error(err);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** A fresh code from the command line, also while the server runs. */
export const invite = async (dataDir: string, flags: readonly string[]): Promise<string> => {
  const { code, out, err } = await orderPaper(dataDir, ['invite', ...flags, '--json']);
  if (code !== 0) throw new Error(err);
  return v.parse(InviteSchema, JSON.parse(out)).code;
};
