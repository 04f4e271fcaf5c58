import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/** Where a request comes from. */
export interface Remote {
  /** The address, or the first half of an IPv6 one: a household has 2^64 of them. */
  readonly address: string;
  /** Whether it was made on this very machine and came through no proxy. */
  readonly isThisMachine: boolean;
}

// A proxy says so in at least one of them, and passes on the name that the browser asked for.
const proxyHeaders = [
  'X-Forwarded-For',
  'X-Forwarded-Host',
  'X-Forwarded-Proto',
  'X-Real-IP',
  'Forwarded',
  'Via',
];

/**
 * Null without a socket (tests, simulations). A forwarded address is believed only from a proxy on this
 * machine: anybody else could write anything there.
 */
export const remoteOf = (c: Context): Remote | null => {
  const direct = hasSocket(c.env) ? getConnInfo(c).remote.address : undefined;
  if (direct === undefined) return null;
  const isLoopback = /^(::ffff:)?127\.|^::1$/.test(direct);
  const forwarded = isLoopback ? c.req.header('X-Forwarded-For')?.split(',').at(-1)?.trim() : undefined;
  const isProxied = proxyHeaders.some((name) => c.req.header(name) !== undefined);
  const { hostname } = new URL(c.req.url);
  const namesThisMachine = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
  return {
    address: household(forwarded ?? direct),
    isThisMachine: isLoopback && !isProxied && namesThisMachine,
  };
};

const hasSocket = (env: unknown): boolean => typeof env === 'object' && env !== null && 'incoming' in env;

const household = (address: string): string => {
  if (!address.includes(':') || address.startsWith('::ffff:')) return address;
  const [head = ''] = address.split('::');
  return [...head.split(':'), '', '', '', ''].slice(0, 4).join(':');
};
