import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { Answer, BenchVerbs, Call } from './server/verbs.ts';

/** The process that serves all sides, and what it can be told. */
export interface BenchServer extends BenchVerbs {
  readonly port: number;
  readonly stop: () => Promise<void>;
}

export const startBenchServer = async (
  folder: string,
  execArgv: readonly string[] = [],
): Promise<BenchServer> => {
  const child = fork(join(import.meta.dirname, 'server/bench-server.ts'), [folder], {
    execArgv: [...execArgv],
  });
  const waiting = new Map<number, (answer: Answer) => void>();
  const port = await portOf(child);
  child.on('message', (message) => {
    const answer = message as Answer;
    waiting.get(answer.call)?.(answer);
    waiting.delete(answer.call);
  });
  let calls = 0;
  const tell = async (verb: keyof BenchVerbs, argument: unknown): Promise<unknown> => {
    const call = (calls += 1);
    const answered = new Promise<Answer>((resolve) => waiting.set(call, resolve));
    child.send({ call, verb, argument } satisfies Call);
    const answer = await answered;
    if ('fault' in answer) throw new Error(answer.fault);
    return answer.value;
  };
  return {
    port,
    begin: async (options) => (await tell('begin', options)) as Awaited<ReturnType<BenchVerbs['begin']>>,
    invite: async (personId) => (await tell('invite', personId)) as string,
    ids: async (side) => (await tell('ids', side)) as readonly string[],
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.disconnect();
      }),
  };
};

const portOf = (child: ChildProcess): Promise<number> =>
  new Promise((resolve, reject) => {
    child.once('message', (message) => resolve((message as { readonly port: number }).port));
    child.once('exit', (code) => reject(new Error(`the benchmark's server ended (${code})`)));
  });
