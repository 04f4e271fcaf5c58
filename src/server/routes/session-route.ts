import {
  ChallengeRequestSchema,
  challengePath,
  sessionPath,
  SessionRequestSchema,
} from '../../protocol/session.ts';
import type { AppDeps } from '../app-deps.ts';
import { consumeChallenge, createChallenge } from '../challenges.ts';
import { findCouncil } from '../council.ts';
import { isSignedBy } from '../device-key.ts';
import { findDevice } from '../devices.ts';
import type { App } from '../http/env.ts';
import { refuse } from '../http/problem.ts';
import { limitBody } from '../http/limit-body.ts';
import { readBody } from '../http/read-json.ts';
import { requireSession } from '../http/require-session.ts';
import { writeSessionToken } from '../http/session-cookie.ts';
import { readSelf } from '../self.ts';
import { startSession } from '../sessions.ts';

/** Who is signed in, and how a session that ran out is renewed: a challenge signed by the device's key. */
export const addSessionRoute = (app: App, deps: AppDeps): void => {
  app
    .get(sessionPath, requireSession(deps), async (c) => {
      const { councilId, deviceId } = c.var.actor;
      return c.json(await deps.db.read(() => readSelf(councilId, deviceId)));
    })
    .post(challengePath, limitBody(4096), async (c) => {
      const body = readBody(c, ChallengeRequestSchema);
      if (!body.ok) return refuse(c, body.error);
      const council = await deps.db.read(findCouncil);
      if (council === null) return refuse(c, { error: 'not_found' });
      const { deviceId } = body.value;
      return c.json({ challenge: await deps.db.write(() => createChallenge(deps, council.id, deviceId)) });
    })
    .post(sessionPath, limitBody(4096), async (c) => {
      const body = readBody(c, SessionRequestSchema);
      if (!body.ok) return refuse(c, body.error);
      const { deviceId, challenge, signature } = body.value;
      const council = await deps.db.read(findCouncil);
      const device = council === null ? null : await deps.db.read(() => findDevice(council.id, deviceId));
      if (council === null || device === null || device.public_key === null) {
        return refuse(c, { error: 'no_session' });
      }
      const fresh = await deps.db.write(() => consumeChallenge(council.id, deviceId, challenge, deps.now()));
      if (!fresh || !(await isSignedBy(device.public_key, challenge, signature))) {
        return refuse(c, { error: 'no_session' });
      }
      if (device.revoked_at !== null) return refuse(c, { error: 'device_revoked' });
      writeSessionToken(c, await deps.db.write(() => startSession(deps, council.id, deviceId)));
      return c.json(await deps.db.read(() => readSelf(council.id, deviceId)));
    });
};
