import { instant, type AppDeps } from './app-deps.ts';
import { sha256Hex } from './sha256.ts';

const minutes = 5;
type Deps = Pick<AppDeps, 'db' | 'now' | 'random'>;

/**
 * A one-time text to sign. An unknown device gets one too, so that nobody learns which ids exist, but
 * only those of known devices are kept, a few each, so that asking cannot fill the disk.
 */
export const createChallenge = ({ db, now, random }: Deps, councilId: string, deviceId: string): string => {
  const challenge = `order-paper session ${Buffer.from(random(32)).toString('base64url')}`;
  db.write(() => {
    db.sql('delete from challenges where council_id = ? and expires_at <= ?', councilId, instant(now()));
    db.sql(
      `delete from challenges where council_id = ?1 and device_id = ?2 and rowid not in
       (select rowid from challenges where council_id = ?1 and device_id = ?2 order by rowid desc limit 4)`,
      councilId,
      deviceId,
    );
    db.sql(
      `insert into challenges (council_id, challenge_hash, device_id, expires_at)
       select council_id, ?, id, ? from devices where council_id = ? and id = ?`,
      sha256Hex(challenge),
      instant(now() + minutes * 60 * 1000),
      councilId,
      deviceId,
    );
  });
  return challenge;
};

/** Uses a challenge up; true when it was made for this device and is still good. */
export const consumeChallenge = (
  { db, now }: Deps,
  councilId: string,
  deviceId: string,
  challenge: string,
): boolean =>
  db.run(
    db.query
      .deleteFrom('challenges')
      .where('council_id', '=', councilId)
      .where('device_id', '=', deviceId)
      .where('challenge_hash', '=', sha256Hex(challenge))
      .where('expires_at', '>', instant(now())),
  ) === 1;
