import { makeDataDir, orderPaper, removeDataDir, startOrderPaper } from './order-paper-process.ts';
import type { OrderPaperProcess } from './order-paper-process.ts';
import { present } from './present.ts';

/** A real server with the demonstration council on a folder of its own. */
export interface DemoServer {
  readonly server: OrderPaperProcess;
  readonly address: string;
  /** A fresh code for one of the demonstration's people, while the server runs. */
  readonly inviteFor: (name: string) => Promise<string>;
  readonly close: () => Promise<void>;
}

/** People of the demonstration, by their names as minutes say them. */
export const demoPeople = {
  member: 'Priya Hollis',
  otherMember: 'Yusuf Penhallow',
  chair: 'Amara Whitlock',
  clerk: 'Robin Castell',
} as const;

export const startDemo = async (): Promise<DemoServer> => {
  const server = await startOrderPaper(makeDataDir(), ['--demo']);
  return {
    server,
    address: `http://127.0.0.1:${server.port}`,
    inviteFor: (name) => inviteFor(server.dataDir, name),
    close: async () => {
      await server.stop();
      removeDataDir(server.dataDir);
    },
  };
};

/** A fresh code for somebody the folder knows; works while its server runs, and while it does not. */
const inviteFor = async (dataDir: string, name: string): Promise<string> => {
  const { out, err } = await orderPaper(dataDir, ['invite', '--name', name, '--json']);
  return present(/"code":"([^"]+)"/.exec(out)?.[1], `code for ${name}: ${err}`);
};
