import type { Context } from 'hono';
import { err, ok, type Result } from '../../domain/result.ts';
import {
  enrolPath,
  EnrolRequestSchema,
  normaliseCode,
  type EnrolRequest,
  type EnrolResponse,
} from '../../protocol/enrol.ts';
import type { Problem } from '../../protocol/problem.ts';
import type { App, AppEnv } from '../http/env.ts';
import { instant, type AppDeps, type RouteDeps } from '../app-deps.ts';
import { findCouncil } from '../council.ts';
import type { Work } from '../db/work.ts';
import { addDevice } from '../devices.ts';
import { isUsableKey } from '../device-key.ts';
import { hashCode } from '../enrol-code.ts';
import { addressOf, countFailedTry, waitBeforeTry } from '../enrol-tries.ts';
import { refuse } from '../http/problem.ts';
import { limitBody } from '../http/limit-body.ts';
import { readBody } from '../http/read-json.ts';
import { writeSessionToken } from '../http/session-cookie.ts';
import { consumeInvite, findDeviceOfInvite, type CodeFault } from '../invites.ts';
import { readSelf } from '../self.ts';
import { startSession } from '../sessions.ts';

/** A typed code makes a browser a device of one person. Wrong codes are counted and slowed down. */
export const addEnrolRoute = (app: App, deps: RouteDeps): void => {
  const refused = (c: Context<AppEnv>, problem: Problem): Response => {
    deps.metrics.enrolRefused.inc({ code: problem.error });
    deps.log('warn', { event: 'enrol-refused', request: c.var.requestId, code: problem.error });
    return refuse(c, problem);
  };
  app.post(enrolPath, limitBody(16 * 1024), async (c) => {
    const body = readBody(c, EnrolRequestSchema);
    if (!body.ok) return refuse(c, body.error);
    const council = await deps.db.read(findCouncil);
    if (council === null) return refuse(c, { error: 'not_found' });
    if (!(await isUsableKey(body.value.publicKey))) return refuse(c, { error: 'bad_request' });
    const address = addressOf(c, council.id);
    const retryAfter = await deps.db.write(() => waitBeforeTry(council.id, address, deps.now()));
    if (retryAfter > 0) return refused(c, { error: 'too_many_tries', retryAfter });
    const enrolled = await deps.db.write(() => enrol(deps, council.id, body.value));
    if (!enrolled.ok) {
      await deps.db.write(() => countFailedTry(council.id, address, deps.now()));
      return refused(c, { error: enrolled.error });
    }
    writeSessionToken(c, enrolled.value.token);
    return c.json(enrolled.value.self, enrolled.value.isNew ? 201 : 200);
  });
};

interface Enrolled {
  /** False for a device that was made before, whose answer may have been lost. */
  readonly isNew: boolean;
  readonly token: string;
  readonly self: EnrolResponse;
}

// Code, device and session in one transaction: a crash in between leaves the code good.
function* enrol(
  { now, random }: AppDeps,
  councilId: string,
  request: EnrolRequest,
): Work<Result<Enrolled, CodeFault>> {
  const code = normaliseCode(request.code);
  if (code === null) return err('code_wrong');
  const codeHash = hashCode(code, councilId);
  // One instant for code and device: it is what joins them afterwards.
  const at = now();
  const moment = { now: () => at, random };
  const publicKey = JSON.stringify(request.publicKey);
  function* answer(deviceId: string, isNew: boolean): Work<Result<Enrolled, CodeFault>> {
    const token = yield* startSession(moment, councilId, deviceId);
    return ok({ isNew, token, self: yield* readSelf(councilId, deviceId) });
  }
  const before = yield* findDeviceOfInvite(councilId, codeHash, publicKey, instant(at));
  if (before !== null) return yield* answer(before, false);
  const personId = yield* consumeInvite(councilId, codeHash, instant(at));
  if (!personId.ok) return personId;
  const deviceId = yield* addDevice(moment, {
    council_id: councilId,
    person_id: personId.value,
    kind: 'tablet',
    name: request.deviceName,
    public_key: publicKey,
  });
  return yield* answer(deviceId, true);
}
