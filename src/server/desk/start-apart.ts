import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A file of this server in a process of its own, and the messages with it (structured clones). */
export interface Apart {
  /** Rejects with what cannot be sent. */
  readonly send: (message: unknown) => Promise<void>;
  readonly listen: (hear: (message: unknown) => void) => void;
  /** Rejects when the process ends, whoever ended it. Never resolves. */
  readonly ended: Promise<never>;
  /** Ends it and everything in it, whatever it is doing. */
  readonly end: () => Promise<void>;
}

/** A whole import of packs is read within minutes. Whoever comes next waits no longer than this for one that never ends. */
const usualMostMs = 30 * 60 * 1000;

/**
 * Starts a file with so many megabytes for its objects, and ends it when its time is over. A server that stops does not
 * wait for it. No thread, for one that runs out of memory may take the whole
 * server with it, and then tablets wait because of somebody's paper. What it prints is lost: it may be words of a paper.
 */
export const startApart = (file: URL, heapMb: number, mostMs: number = usualMostMs): Apart => {
  const child = fork(fileURLToPath(file), [], {
    execArgv: [`--max-old-space-size=${heapMb}`],
    env: keptEnvironment(),
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const timer = setTimeout(() => child.kill('SIGKILL'), mostMs);
  for (const holder of [timer, child, child.channel]) holder?.unref();
  const ended = new Promise<never>((_, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      clearTimeout(timer);
      reject(new EndedError(signal ?? `EXIT_${code}`));
    });
  });
  const over = ended.catch(() => undefined);
  return {
    send: (message) =>
      new Promise((resolve, reject) => {
        child.send(message as object, (cause) => (cause === null ? resolve() : reject(cause)));
      }),
    listen: (hear) => void child.on('message', hear),
    ended,
    end: async () => {
      child.kill('SIGKILL');
      await over;
    },
  };
};

class EndedError extends Error {
  readonly code: string;
  constructor(code: string) {
    super('the process ended');
    this.code = code;
  }
}

/** Whether it ended for want of memory or time: V8 gives up by a signal, and the system's own guard kills as we do. */
export const wasTooMuch = (cause: unknown): boolean =>
  cause instanceof EndedError && /^SIG|^EXIT_134$/u.test(cause.code);

/** What is needed to run and to judge certificates; not where the records are, nor any token. */
const keptEnvironment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(
    ['PATH', 'SystemRoot', 'NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE', 'SSL_CERT_DIR'].flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
