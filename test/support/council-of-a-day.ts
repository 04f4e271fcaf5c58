import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { kentMember, makeKentFolder } from './kent-meeting.ts';
import { startNetwork, type Network } from './network.ts';
import {
  makeDataDir,
  orderPaper,
  removeDataDir,
  startOrderPaper,
  type OrderPaperProcess,
} from './order-paper-process.ts';

/** A council with a running server behind a wire, and a meeting to which one of its members goes. */
export interface CouncilOfADay {
  /** Where tablets find it, through the wire. Ends with a slash. */
  readonly address: string;
  readonly network: Network;
  /** The member's name as the desk and the minutes say it. */
  readonly memberName: string;
  readonly committee: string;
  /** An item to declare on, and words that stand in its paper. */
  readonly item: { readonly title: string; readonly paper: string };
  readonly memberCode: () => Promise<string>;
  readonly clerkCode: () => Promise<string>;
  /** SIGKILL in the middle, and up again on the same folder and port. */
  readonly killServer: () => Promise<void>;
  readonly startServer: () => Promise<void>;
  readonly verify: () => Promise<string>;
  readonly close: () => Promise<void>;
}

const PeopleSchema = v.array(v.object({ id: v.string(), name: v.string() }));
const InviteSchema = v.object({ code: v.string() });

const demonstration = {
  memberName: 'Priya Hollis',
  clerkName: 'Robin Castell',
  committee: 'Demonstration Scrutiny Panel',
  item: { title: 'Safer journeys to school', paper: 'Walking routes' },
};

const kent = {
  memberName: kentMember.name,
  clerkName: null,
  committee: 'Cabinet',
  item: { title: '24/00108', paper: 'Revenue' },
};

/** Null where the real council's papers are absent. */
export const openCouncil = async (kind: 'demonstration' | 'kent'): Promise<CouncilOfADay | null> => {
  const dataDir = makeDataDir();
  const about = kind === 'kent' ? kent : demonstration;
  if (kind === 'kent' && !(await importKent(dataDir))) {
    removeDataDir(dataDir);
    return null;
  }
  const args = kind === 'kent' ? [] : ['--demo'];
  let server: OrderPaperProcess = await startOrderPaper(dataDir, args);
  const { port } = server;
  const network = await startNetwork(port);
  const invite = async (flags: readonly string[]): Promise<string> => {
    const { code, out, err } = await orderPaper(dataDir, ['invite', ...flags, '--json']);
    if (code !== 0) throw new Error(err);
    return v.parse(InviteSchema, JSON.parse(out)).code;
  };
  const inviteByName = async (name: string): Promise<string> => {
    const { out } = await orderPaper(dataDir, ['people', '--json']);
    const person = v.parse(PeopleSchema, JSON.parse(out)).find((one) => one.name === name);
    if (!person) throw new Error(`nobody is called ${name}`);
    return invite(['--person', person.id]);
  };
  return {
    address: `http://127.0.0.1:${network.port}/`,
    network,
    memberName: about.memberName,
    committee: about.committee,
    item: about.item,
    memberCode: () => inviteByName(about.memberName),
    clerkCode: () =>
      about.clerkName === null
        ? invite(['--name', 'Clara Clerk', '--role', 'clerk'])
        : inviteByName(about.clerkName),
    killServer: () => server.kill(),
    startServer: async () => {
      server = await startOrderPaper(dataDir, args, port);
    },
    verify: async () => (await orderPaper(dataDir, ['verify'])).out,
    close: async () => {
      await network.close();
      await server.kill();
      removeDataDir(dataDir);
    },
  };
};

const importKent = async (dataDir: string): Promise<boolean> => {
  const folder = mkdtempSync(join(tmpdir(), 'order-paper-kent-'));
  try {
    if (!makeKentFolder(folder)) return false;
    const { code, err } = await orderPaper(dataDir, ['import', folder]);
    if (code !== 0) throw new Error(err);
    return true;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
