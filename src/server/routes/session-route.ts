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
import { limitBody, readBody } from '../http/read-json.ts';
import { requireSession } from '../http/require-session.ts';
import { writeSessionToken } from '../http/session-cookie.ts';
import { readSelf } from '../self.ts';
import { startSession } from '../sessions.ts';

/** Who is signed in, and how a session that ran out is renewed: a challenge signed by the device's key. */
export const addSessionRoute = (app: App, deps: AppDeps): void => {
  app
    .get(sessionPath, requireSession(deps), (c) =>
      c.json(readSelf(deps.db, c.var.actor.councilId, c.var.actor.deviceId)),
    )
    .post(challengePath, limitBody(4096), async (c) => {
      const body = await readBody(c, ChallengeRequestSchema);
      if (!body.ok) return refuse(c, body.error);
      const council = findCouncil(deps.db);
      if (council === null) return refuse(c, { error: 'not_found' });
      return c.json({ challenge: createChallenge(deps, council.id, body.value.deviceId) });
    })
    .post(sessionPath, limitBody(4096), async (c) => {
      const body = await readBody(c, SessionRequestSchema);
      if (!body.ok) return refuse(c, body.error);
      const { deviceId, challenge, signature } = body.value;
      const council = findCouncil(deps.db);
      const device = council === null ? null : findDevice(deps.db, council.id, deviceId);
      if (council === null || device === null || device.public_key === null) {
        return refuse(c, { error: 'no_session' });
      }
      const fresh = consumeChallenge(deps, council.id, deviceId, challenge);
      if (!fresh || !(await isSignedBy(device.public_key, challenge, signature))) {
        return refuse(c, { error: 'no_session' });
      }
      if (device.revoked_at !== null) return refuse(c, { error: 'device_revoked' });
      writeSessionToken(c, startSession(deps, council.id, deviceId));
      return c.json(readSelf(deps.db, council.id, deviceId));
    });
};
