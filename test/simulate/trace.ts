import { createHash } from 'node:crypto';

/** Everything that happened in one history, as one running SHA-256. */
export interface Trace {
  readonly note: (at: number, line: string) => void;
  readonly digest: () => string;
}

/** `print` is given every line, for somebody who follows one seed. */
export const createTrace = (print: ((line: string) => void) | null): Trace => {
  const hash = createHash('sha256');
  return {
    note: (at, line) => {
      hash.update(`${at} ${line}\n`);
      print?.(`${new Date(at).toISOString()} ${line}`);
    },
    digest: () => hash.copy().digest('hex'),
  };
};
