import { createConnection, createServer, type Server, type Socket } from 'node:net';
import { startPortal, startTruncator, type Truncation } from './bad-wire-answers.ts';
import { createLane, type Lane, type Line } from './bad-wire-lane.ts';
import { seeded } from './seeded.ts';

/** What stands at the other end of the wire. */
export type WireMode =
  /** The server. */
  | { readonly kind: 'open' }
  /** Accepts and reads, and never says anything either way; the socket stays up. */
  | { readonly kind: 'half-open' }
  /** Accepts and does not even read: the sender's window fills. */
  | { readonly kind: 'black-hole' }
  /** A guest network that answers every request itself. */
  | { readonly kind: 'portal'; readonly answer: 'page' | 'redirect' }
  /** The server, whose answers break off in their bodies. */
  | ({ readonly kind: 'truncated' } & Truncation);

export interface WireSettings {
  readonly mode: WireMode;
  /** One way, ms; a new connection's handshake costs two of them before its first byte leaves. */
  readonly delayMs: number;
  /** Bits a second that all connections share; null is no limit. */
  readonly upBitsPerSecond: number | null;
  readonly downBitsPerSecond: number | null;
  /** RST on each connection once this many bytes passed in that direction. */
  readonly resetUpAfter: number | null;
  readonly resetDownAfter: number | null;
  /** How likely a new connection is to be reset within its first 8 KiB of answers. */
  readonly resetPerConnection: number;
  /** How likely an answer is to be reset within its first KiB: the request arrived, the answer did not. */
  readonly resetPerAnswer: number;
}

export interface WireCounts {
  readonly connections: number;
  /** HTTP/1.1 requests, counted by the turn of direction: right without pipelining. */
  readonly requests: number;
  /** Bytes read from clients. */
  readonly up: number;
  /** Bytes sent to clients. */
  readonly down: number;
  readonly resets: number;
}

/** A wire whose faults are set by the test. */
export interface BadWire {
  readonly port: number;
  /**
   * Delay, band and resets hold from the next byte on. A change to a silent mode silences the connections
   * there are, for good; any other change of mode resets them.
   */
  readonly set: (changes: Partial<WireSettings>) => void;
  readonly counts: () => WireCounts;
  /** RST to every connection there is. */
  readonly resetAll: () => void;
  readonly close: () => Promise<void>;
}

export const goodWire: WireSettings = {
  mode: { kind: 'open' },
  delayMs: 0,
  upBitsPerSecond: null,
  downBitsPerSecond: null,
  resetUpAfter: null,
  resetDownAfter: null,
  resetPerConnection: 0,
  resetPerAnswer: 0,
};

interface Connection {
  readonly reset: () => void;
  readonly silence: (how: 'swallow' | 'ignore') => void;
}

interface Wire {
  settings: WireSettings;
  readonly random: () => number;
  readonly upLine: Line;
  readonly downLine: Line;
  readonly connections: Set<Connection>;
  readonly counts: { -readonly [K in keyof WireCounts]: WireCounts[K] };
}

/** Listens on a free port of loopback. Starts as a good wire; the seed decides every chance. */
export const startBadWire = async (parts: {
  readonly upstreamPort: number;
  readonly seed?: number;
}): Promise<BadWire> => {
  const wire: Wire = {
    settings: goodWire,
    random: seeded(parts.seed ?? 1),
    upLine: { freeAt: 0 },
    downLine: { freeAt: 0 },
    connections: new Set(),
    counts: { connections: 0, requests: 0, up: 0, down: 0, resets: 0 },
  };
  const portal = await startPortal(() =>
    wire.settings.mode.kind === 'portal' ? wire.settings.mode.answer : 'page',
  );
  const truncator = await startTruncator(parts.upstreamPort, () =>
    wire.settings.mode.kind === 'truncated' ? wire.settings.mode : { keep: 0, framing: 'cut' },
  );
  const portOf = (kind: WireMode['kind']): number =>
    kind === 'portal' ? portal.port : kind === 'truncated' ? truncator.port : parts.upstreamPort;
  const server = createServer({ allowHalfOpen: true, pauseOnConnect: true, noDelay: true }, (socket) => {
    wire.counts.connections += 1;
    const { kind } = wire.settings.mode;
    const silent = silenceOf(kind);
    if (silent === null) carry(wire, socket, portOf(kind));
    else keepSilent(wire, socket, silent);
  });
  const port = await listen(server);
  const resetAll = (): void => wire.connections.forEach(({ reset }) => reset());
  return {
    port,
    counts: () => ({ ...wire.counts }),
    resetAll,
    set: (changes) => {
      const before = wire.settings.mode.kind;
      wire.settings = { ...wire.settings, ...changes };
      const { kind } = wire.settings.mode;
      if (kind === before) return;
      const silent = silenceOf(kind);
      if (silent === null) resetAll();
      else wire.connections.forEach(({ silence }) => silence(silent));
    },
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      resetAll();
      await Promise.all([closed, portal.close(), truncator.close()]);
    },
  };
};

const silenceOf = (kind: WireMode['kind']): 'swallow' | 'ignore' | null =>
  kind === 'half-open' ? 'swallow' : kind === 'black-hole' ? 'ignore' : null;

/** One connection through the wire to `port`. */
const carry = (wire: Wire, client: Socket, port: number): void => {
  const { counts, random } = wire;
  const upstream = createConnection({ port, host: '127.0.0.1', allowHalfOpen: true, noDelay: true });
  let lanes: readonly Lane[] = [];
  const end = (): void => {
    lanes.forEach(({ stop }) => stop());
    wire.connections.delete(connection);
    client.destroy();
    upstream.destroy();
  };
  const reset = (): void => {
    counts.resets += 1;
    client.resetAndDestroy();
    end();
  };
  const connection: Connection = {
    reset,
    silence: (how) => {
      lanes.forEach(({ silence }) => silence(how));
      // Nobody is told that the other side has gone.
      upstream.destroy();
      upstream.removeListener('close', end);
      if (how === 'swallow') client.once('end', end);
    },
  };
  wire.connections.add(connection);
  for (const socket of [client, upstream]) socket.on('error', () => socket.destroy()).on('close', end);

  let passed = { up: 0, down: 0 };
  let cutAt = random() < wire.settings.resetPerConnection ? random() * 8192 : Infinity;
  let turn: 'nobody' | 'client' | 'server' = 'nobody';
  const admit = (way: 'up' | 'down', limit: number, piece: Buffer): number => {
    const passes = Math.max(0, Math.min(piece.length, Math.floor(limit) - passed[way]));
    passed = { ...passed, [way]: passed[way] + passes };
    counts[way] += passes;
    return passes;
  };
  const admitUp = (piece: Buffer): number => {
    if (turn !== 'client') counts.requests += 1;
    turn = 'client';
    return admit('up', wire.settings.resetUpAfter ?? Infinity, piece);
  };
  const admitDown = (piece: Buffer): number => {
    const begins = turn !== 'server';
    turn = 'server';
    if (begins && random() < wire.settings.resetPerAnswer) cutAt = passed.down + random() * 1024;
    return admit('down', Math.min(cutAt, wire.settings.resetDownAfter ?? Infinity), piece);
  };
  const notBefore = performance.now() + 2 * wire.settings.delayMs;
  const shared = { notBefore, cutShort: reset };
  const settingsOf = (way: 'upBitsPerSecond' | 'downBitsPerSecond') => () => ({
    delayMs: wire.settings.delayMs,
    bitsPerSecond: wire.settings[way],
  });
  lanes = [
    createLane({
      ...shared,
      from: client,
      to: upstream,
      line: wire.upLine,
      settings: settingsOf('upBitsPerSecond'),
      admit: admitUp,
    }),
    createLane({
      ...shared,
      from: upstream,
      to: client,
      line: wire.downLine,
      settings: settingsOf('downBitsPerSecond'),
      admit: admitDown,
    }),
  ];
};

/** A connection that was accepted and will never hear anything. */
const keepSilent = (wire: Wire, client: Socket, how: 'swallow' | 'ignore'): void => {
  const end = (): void => {
    wire.connections.delete(connection);
    client.destroy();
  };
  const connection: Connection = { reset: () => client.resetAndDestroy(), silence: () => {} };
  wire.connections.add(connection);
  client.on('error', end).on('close', end).on('end', end);
  if (how === 'swallow') client.on('data', (chunk: Buffer) => (wire.counts.up += chunk.length)).resume();
};

const listen = (server: Server): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('no port'));
      else resolve(address.port);
    });
  });
