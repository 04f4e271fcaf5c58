import { err, ok, type Result } from '../domain/result.ts';
import { queryBuilder } from './db/query-builder.ts';
import { first, run, sql, type Work } from './db/work.ts';
import type { Invitation } from './council-store.ts';
import { instant, type AppDeps } from './app-deps.ts';
import { normaliseCode } from '../protocol/enrol.ts';
import { hashCode, makeCode } from './enrol-code.ts';

const inviteHours = 72;

/** Makes a code for a person who is known; throws for one who is not. Only its hash is kept. */
export function* createInvite(
  { now, random }: Pick<AppDeps, 'now' | 'random'>,
  councilId: string,
  personId: string,
): Work<Invitation> {
  const code = makeCode(random);
  const expiresAt = instant(now() + inviteHours * 3600 * 1000);
  yield* run(
    queryBuilder.insertInto('invites').values({
      council_id: councilId,
      code_hash: hashCode(normaliseCode(code) ?? code, councilId),
      person_id: personId,
      created_at: instant(now()),
      expires_at: expiresAt,
      used_at: null,
    }),
  );
  return { code, expiresAt };
}

export type CodeFault = 'code_wrong' | 'code_used' | 'code_expired';

/** Uses a code up and answers whose it is. To be called inside the transaction that makes the device. */
export function* consumeInvite(
  councilId: string,
  codeHash: string,
  at: string,
): Work<Result<string, CodeFault>> {
  const invite = yield* first(
    queryBuilder
      .selectFrom('invites')
      .select(['person_id', 'expires_at', 'used_at'])
      .where('council_id', '=', councilId)
      .where('code_hash', '=', codeHash),
  );
  if (invite === null) return err('code_wrong');
  if (invite.used_at !== null) return err('code_used');
  if (invite.expires_at <= at) return err('code_expired');
  yield* run(
    queryBuilder
      .updateTable('invites')
      .set({ used_at: at })
      .where('council_id', '=', councilId)
      .where('code_hash', '=', codeHash),
  );
  return ok(invite.person_id);
}

/**
 * The device that a code was used up for, if it is this person's tablet with this very key, still good,
 * and the code's time is not over; else null. Code and device were written in one transaction and at one
 * instant, which is what joins them.
 */
export function* findDeviceOfInvite(
  councilId: string,
  codeHash: string,
  publicKey: string,
  at: string,
): Work<string | null> {
  const rows = yield* sql<{ id: string }>(
    `select devices.id from invites
     join devices on devices.council_id = invites.council_id and devices.person_id = invites.person_id
       and devices.created_at = invites.used_at
     where invites.council_id = ? and invites.code_hash = ? and invites.expires_at > ?
       and devices.public_key = ? and devices.revoked_at is null`,
    councilId,
    codeHash,
    at,
    publicKey,
  );
  return rows[0]?.id ?? null;
}

/** Makes the unused codes of a person useless; answers how many there were. */
export const voidInvites = (councilId: string, personId: string): Work<number> =>
  run(
    queryBuilder
      .deleteFrom('invites')
      .where('council_id', '=', councilId)
      .where('person_id', '=', personId)
      .where('used_at', 'is', null),
  );
