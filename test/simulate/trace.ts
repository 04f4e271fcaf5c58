import { sha256 } from './sha256.ts';

/** Everything that happened in one history, as one SHA-256. */
export interface Trace {
  readonly note: (at: number, line: string) => void;
  readonly digest: () => string;
}

/** `print` is given every line, for somebody who follows one seed. */
export const createTrace = (print: ((line: string) => void) | null): Trace => {
  // Hashed at once in the end: hundreds of short updates take longer.
  const lines: string[] = [];
  return {
    note: (at, line) => {
      lines.push(`${at} ${line}\n`);
      print?.(`${new Date(at).toISOString()} ${line}`);
    },
    digest: () => sha256(lines.join('')),
  };
};
