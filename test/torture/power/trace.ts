/** What the server asked of the disk, or said to a client, in the order in which it did. */
export type Step =
  | { readonly kind: 'create'; readonly path: string }
  | { readonly kind: 'unlink'; readonly path: string }
  | { readonly kind: 'write'; readonly path: string; readonly offset: number; readonly bytes: Buffer }
  | { readonly kind: 'truncate'; readonly path: string; readonly size: number }
  /** Completed: what was written to this path before is on the disk. A folder's own is its list of names. */
  | { readonly kind: 'sync'; readonly path: string }
  /** Bytes that left for a client. */
  | { readonly kind: 'said'; readonly text: string };

/** The calls that `readTrace` understands, for strace's own `-e trace=`. */
export const tracedCalls =
  'openat,creat,pwrite64,pwritev,pwritev2,write,writev,fsync,fdatasync,ftruncate,fallocate,rename,renameat,renameat2,unlink,unlinkat,sendto,sendmsg';

/**
 * Reads what `strace -f -y -xx` wrote, as far as it concerns the folder and the sockets. Throws on a call
 * that would change the folder in a way that this does not know.
 */
export const readTrace = (text: string, folder: string): Step[] => {
  const steps: Step[] = [];
  // A call of one thread that another's line came in between: its end stands on a line of its own.
  const unfinished = new Map<string, string>();
  for (const line of text.split('\n')) {
    const [, thread = '', call = ''] = /^(\d+) +(.*)$/s.exec(line) ?? [];
    const begun = /^(.*) <unfinished \.\.\.>$/s.exec(call)?.[1];
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/s.exec(call)?.[1];
    if (begun !== undefined) unfinished.set(thread, begun);
    else if (resumed === undefined) steps.push(...readCall(call, folder));
    else {
      steps.push(...readCall(`${unfinished.get(thread) ?? ''}${resumed}`, folder));
      unfinished.delete(thread);
    }
  }
  return steps;
};

const readCall = (call: string, folder: string): readonly Step[] => {
  const [, name = '', rest = ''] = /^(\w+)\((.*)$/s.exec(call) ?? [];
  const result = Number(/\) += (-?\d+)/.exec(endOf(rest))?.[1] ?? Number.NaN);
  if (name === '' || Number.isNaN(result) || result < 0) return [];
  const [, target = ''] = /^\d+<([^>]*)>/.exec(rest) ?? [];
  const path = textOf(target);
  const isSocket = /^(socket|TCP)/.test(path);
  if (isSocket && /^(write|writev|sendto|sendmsg)$/.test(name)) {
    return [{ kind: 'said', text: Buffer.concat(stringsOf(rest)).subarray(0, result).toString() }];
  }
  if (name === 'openat' || name === 'creat' || name.startsWith('unlink') || name.startsWith('rename')) {
    return readNameCall(name, rest, folder);
  }
  if (!path.startsWith(folder)) return [];
  if (name === 'fsync' || name === 'fdatasync') return [{ kind: 'sync', path }];
  const numbers = (/, (\d+)(?:, (\d+))?\) += /.exec(endOf(rest)) ?? []).slice(1).map(Number);
  const [first = 0, second = 0] = numbers;
  if (name === 'ftruncate') return [{ kind: 'truncate', path, size: first }];
  if (name === 'pwrite64') {
    const bytes = bytesOf(rest.slice(rest.indexOf('"') + 1, rest.lastIndexOf('"')));
    if (bytes.length !== result) throw new Error(`strace cut a write to ${path} short`);
    return [{ kind: 'write', path, offset: second, bytes }];
  }
  throw new Error(`the power cut does not know what ${name} does to ${path}`);
};

// Numbers and the result stand there, after strings that may be long, before one path at most.
const endOf = (call: string): string => call.slice(-2000);

const readNameCall = (name: string, rest: string, folder: string): readonly Step[] => {
  const [path = ''] = stringsOf(rest).map(String);
  if (!path.startsWith(folder)) return [];
  if (name === 'openat') return rest.includes('O_CREAT') ? [{ kind: 'create', path }] : [];
  if (name.startsWith('unlink')) return [{ kind: 'unlink', path }];
  throw new Error(`the power cut does not know what ${name} does to ${path}`);
};

/** Every quoted string of a call, decoded. */
const stringsOf = (text: string): Buffer[] =>
  [...text.matchAll(/"((?:\\x[0-9a-f]{2})*)"/g)].map(([, hex = '']) => bytesOf(hex));

const bytesOf = (escaped: string): Buffer => Buffer.from(escaped.replaceAll(String.raw`\x`, ''), 'hex');

// With -xx the names of open files are escaped too, those of sockets are not.
const textOf = (target: string): string =>
  target.startsWith(String.raw`\x`) ? bytesOf(target).toString() : target;
