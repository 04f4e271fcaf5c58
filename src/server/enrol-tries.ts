import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { instant } from './app-deps.ts';
import { queryBuilder } from './db/query-builder.ts';
import { all, run, type Work } from './db/work.ts';
import { sha256Hex } from './sha256.ts';

const windowMs = 15 * 60 * 1000;
/** Failures in a quarter of an hour before an address, or everybody, has to wait. */
export const triesAllowed = { address: 10, overall: 200 } as const;

/** Seconds to wait before another code may be tried from here, 0 for none. */
export function* waitBeforeTry(councilId: string, address: string, now: number): Work<number> {
  const since = instant(now - windowMs);
  yield* run(queryBuilder.deleteFrom('tries').where('council_id', '=', councilId).where('at', '<=', since));
  const tries = yield* all(
    queryBuilder
      .selectFrom('tries')
      .select(['at', 'address'])
      .where('council_id', '=', councilId)
      .orderBy('at'),
  );
  const here = tries.filter((row) => row.address === address);
  const oldest =
    (here.length >= triesAllowed.address ? here[0] : undefined) ??
    (tries.length >= triesAllowed.overall ? tries[0] : undefined);
  if (oldest === undefined) return 0;
  return Math.max(1, Math.ceil((Date.parse(oldest.at) + windowMs - now) / 1000));
}

export const countFailedTry = (councilId: string, address: string, now: number): Work<number> =>
  run(queryBuilder.insertInto('tries').values({ council_id: councilId, at: instant(now), address }));

/** Where a request comes from, hashed. A forwarded address is believed only from a proxy on this machine. */
export const addressOf = (c: Context, councilId: string): string => {
  const direct = hasSocket(c.env) ? getConnInfo(c).remote.address : undefined;
  const forwarded = c.req.header('X-Forwarded-For')?.split(',').at(-1)?.trim();
  const viaProxy = direct !== undefined && /^(::ffff:)?127\.|^::1$/.test(direct);
  return sha256Hex(`${councilId} ${(viaProxy ? forwarded : undefined) ?? direct ?? 'nowhere'}`);
};

// Without a socket (tests, simulations) everybody is one address.
const hasSocket = (env: unknown): boolean => typeof env === 'object' && env !== null && 'incoming' in env;
