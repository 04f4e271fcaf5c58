import { execFileSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** SIGKILL to a child of ours and to its children; resolves when the child is gone. */
export const killTree = async (child: ChildProcess): Promise<void> => {
  const { pid } = child;
  if (pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const children = childrenOf(pid);
  const ended = once(child, 'exit');
  child.ref();
  child.kill('SIGKILL');
  for (const one of children) kill(one);
  await ended;
};

const childrenOf = (parent: number): readonly number[] =>
  execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .flatMap(([pid, ppid]) => (pid !== undefined && ppid === parent ? [pid] : []));

const kill = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (cause) {
    // It has ended by itself.
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'ESRCH')) throw cause;
  }
};
