import { queryBuilder } from './db/query-builder.ts';
import { run, sql, type Work } from './db/work.ts';
import type { Actor } from './http/env.ts';
import { instant, type AppDeps } from './app-deps.ts';
import { sessionSeconds } from './http/session-cookie.ts';
import { findCouncil } from './council.ts';
import { grantsNow } from './people.ts';
import { sha256Hex } from './sha256.ts';

/** Who a token belongs to. A revoked device is told so: its tablet has unsent records to rescue. */
export type SessionState =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'revoked' }
  | { readonly kind: 'actor'; readonly actor: Actor };

interface SessionRow {
  readonly deviceId: string;
  readonly revokedAt: string | null;
  readonly personId: string;
  readonly name: string;
  readonly perm: number;
}

export function* findSession(token: string, now: number): Work<SessionState> {
  const council = yield* findCouncil();
  if (council === null) return { kind: 'nobody' };
  const [row] = yield* sql<SessionRow>(
    `select devices.id as "deviceId", devices.revoked_at as "revokedAt", people.id as "personId", people.name, people.perm
     from sessions
     join devices on devices.council_id = sessions.council_id and devices.id = sessions.device_id
     join people on people.council_id = devices.council_id and people.id = devices.person_id
     where sessions.council_id = ? and sessions.token_hash = ? and sessions.expires_at > ?`,
    council.id,
    sha256Hex(token),
    instant(now),
  );
  if (row === undefined) return { kind: 'nobody' };
  if (row.revokedAt !== null) return { kind: 'revoked' };
  const { deviceId, personId, name, perm } = row;
  const grants = (yield* grantsNow(council.id, personId)).map((grant) => ({ ...grant }));
  return {
    kind: 'actor',
    actor: { councilId: council.id, epoch: council.epoch, deviceId, personId, name, perm, grants },
  };
}

/** Starts a session of a device; answers the token, of which only a hash is kept. */
export function* startSession(
  { now, random }: Pick<AppDeps, 'now' | 'random'>,
  councilId: string,
  deviceId: string,
): Work<string> {
  const token = Buffer.from(random(32)).toString('base64url');
  yield* run(
    queryBuilder
      .deleteFrom('sessions')
      .where('council_id', '=', councilId)
      .where('expires_at', '<=', instant(now())),
  );
  yield* run(
    queryBuilder.insertInto('sessions').values({
      council_id: councilId,
      token_hash: sha256Hex(token),
      device_id: deviceId,
      expires_at: instant(now() + sessionSeconds * 1000),
    }),
  );
  return token;
}
