import { instant, type AppDeps } from './app-deps.ts';
import { queryBuilder } from './db/query-builder.ts';
import { run, sql, type Work } from './db/work.ts';
import { sha256Hex } from './sha256.ts';

const minutes = 5;

/**
 * A one-time text to sign. An unknown device gets one too, so that nobody learns which ids exist, but
 * only those of known devices are kept, a few each, so that asking cannot fill the disk.
 */
export function* createChallenge(
  { now, random }: Pick<AppDeps, 'now' | 'random'>,
  councilId: string,
  deviceId: string,
): Work<string> {
  const challenge = `order-paper session ${Buffer.from(random(32)).toString('base64url')}`;
  yield* sql('delete from challenges where council_id = ? and expires_at <= ?', councilId, instant(now()));
  yield* sql(
    `delete from challenges where council_id = ?1 and device_id = ?2 and challenge_hash not in
     (select challenge_hash from challenges where council_id = ?1 and device_id = ?2
      order by expires_at desc limit 4)`,
    councilId,
    deviceId,
  );
  yield* sql(
    `insert into challenges (council_id, challenge_hash, device_id, expires_at)
     select council_id, ?, id, ? from devices where council_id = ? and id = ?`,
    sha256Hex(challenge),
    instant(now() + minutes * 60 * 1000),
    councilId,
    deviceId,
  );
  return challenge;
}

/** Uses a challenge up; true when it was made for this device and is still good. */
export function* consumeChallenge(
  councilId: string,
  deviceId: string,
  challenge: string,
  now: number,
): Work<boolean> {
  const used = yield* run(
    queryBuilder
      .deleteFrom('challenges')
      .where('council_id', '=', councilId)
      .where('device_id', '=', deviceId)
      .where('challenge_hash', '=', sha256Hex(challenge))
      .where('expires_at', '>', instant(now)),
  );
  return used === 1;
}
