import type { Socket } from 'node:net';

/** How one direction of the wire behaves at present. */
export interface LaneSettings {
  readonly delayMs: number;
  /** Null: as fast as loopback. */
  readonly bitsPerSecond: number | null;
}

/** What all connections share in one direction: when the line is free for the next byte (ms). */
export interface Line {
  freeAt: number;
}

export interface Lane {
  /** From now on nothing passes: `swallow` reads and drops, `ignore` does not even read. */
  readonly silence: (how: 'swallow' | 'ignore') => void;
  readonly stop: () => void;
}

interface Parts {
  readonly from: Socket;
  readonly to: Socket;
  readonly line: Line;
  readonly settings: () => LaneSettings;
  /** Nothing is sent before this time (ms): the handshake is still under way. */
  readonly notBefore: number;
  /** Sees every piece before it is queued; answers how much of it may pass. Less than all ends the lane. */
  readonly admit: (piece: Buffer) => number;
  /** The admitted bytes were written after a piece that was cut short. */
  readonly cutShort: () => void;
}

type Parcel = { readonly due: number; readonly piece: Buffer | 'end' | 'cut' };

// An Ethernet frame's worth: connections that share a narrow line take turns.
const pieceBytes = 1460;
// A router's buffer for one connection; what is more waits in the sender.
const bufferBytes = 64 * 1024;

/** Carries bytes one way, in order, late and slowly. Ends with its sockets. */
export const createLane = (parts: Parts): Lane => {
  const { from, to, line, settings, notBefore, admit, cutShort } = parts;
  const queue: Parcel[] = [];
  let queued = 0;
  let lastDue = notBefore;
  let timer: NodeJS.Timeout | null = null;
  let state: 'open' | 'cut' | 'silent' = 'open';

  const dueAt = (bytes: number): number => {
    const { delayMs, bitsPerSecond } = settings();
    const now = performance.now();
    const leaves = Math.max(now, line.freeAt, notBefore);
    const takes = bitsPerSecond === null ? 0 : (bytes * 8000) / bitsPerSecond;
    if (bitsPerSecond !== null) line.freeAt = leaves + takes;
    // A delay that was made shorter must not let later bytes overtake earlier ones.
    lastDue = Math.max(
      lastDue,
      (bitsPerSecond === null ? Math.max(now, notBefore) : leaves + takes) + delayMs,
    );
    return lastDue;
  };
  const enqueue = (piece: Parcel['piece']): void => {
    const bytes = typeof piece === 'string' ? 0 : piece.length;
    queue.push({ due: dueAt(bytes), piece });
    queued += bytes;
  };
  const flush = (): void => {
    timer = null;
    while (queue[0] !== undefined && queue[0].due <= performance.now()) {
      const { piece } = queue.shift() ?? { piece: 'end' };
      if (piece === 'cut') return cutShort();
      if (piece === 'end') to.end();
      else {
        queued -= piece.length;
        to.write(piece);
      }
    }
    const next = queue[0];
    if (next !== undefined) timer = setTimeout(flush, Math.max(1, next.due - performance.now()));
    balance();
  };
  const balance = (): void => {
    if (state === 'silent') return;
    if (queued + to.writableLength > bufferBytes) from.pause();
    else from.resume();
  };
  const carry = (chunk: Buffer): void => {
    if (state !== 'open') return;
    for (let at = 0; at < chunk.length && state === 'open'; at += pieceBytes) {
      const piece = chunk.subarray(at, at + pieceBytes);
      const passes = admit(piece);
      if (passes > 0) enqueue(piece.subarray(0, passes));
      if (passes < piece.length) {
        state = 'cut';
        enqueue('cut');
      }
    }
    if (timer === null) flush();
  };
  const finish = (): void => {
    if (state !== 'open') return;
    enqueue('end');
    if (timer === null) flush();
  };
  const stop = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    queue.length = 0;
  };

  from.on('data', carry);
  from.on('end', finish);
  to.on('drain', balance);
  balance();
  return {
    stop,
    silence: (how) => {
      state = 'silent';
      stop();
      if (how === 'ignore') from.pause();
      else from.resume();
    },
  };
};
