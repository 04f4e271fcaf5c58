import { pushMaxBytes, type PushResponse } from '../../protocol/push.ts';
import { rescuePath, RescueRequestSchema } from '../../protocol/rescue.ts';
import type { App } from '../http/env.ts';
import { instant, type RouteDeps } from '../app-deps.ts';
import { findCouncil } from '../council.ts';
import { isSignedBy } from '../device-key.ts';
import { findDevice } from '../devices.ts';
import { refuse } from '../http/problem.ts';
import { limitBody } from '../http/limit-body.ts';
import { readBody, textToJson } from '../http/read-json.ts';
import { countReceipts } from '../observe/count-receipts.ts';
import { acceptPush, nextN } from '../push/accept-push.ts';
import { readOffered } from '../push/offered.ts';

/**
 * What a revoked device still had to send. Its key signs it, no session is asked for, and everything new
 * is held. The epoch is asked for as in a push: a rescue from before a restore would move the device's count
 * past records that the restore lost, and the tablet would be emptied of the only copies.
 */
export const addRescueRoute = (app: App, deps: RouteDeps): void => {
  app.post(rescuePath, limitBody(2 * pushMaxBytes), async (c) => {
    const body = readBody(c, RescueRequestSchema);
    if (!body.ok) return refuse(c, body.error);
    const json = textToJson(body.value.push);
    if (!json.ok) return refuse(c, json.error);
    const offered = readOffered(json.value);
    if (!offered.ok) return refuse(c, { error: offered.error });
    const push = offered.value;
    const council = await deps.db.read(findCouncil);
    const device = council === null ? null : await deps.db.read(() => findDevice(council.id, push.deviceId));
    if (council === null || device === null || device.public_key === null) {
      return refuse(c, { error: 'not_allowed' });
    }
    const signed = await isSignedBy(device.public_key, body.value.push, body.value.signature);
    if (!signed || device.revoked_at === null) return refuse(c, { error: 'not_allowed' });
    const sender = { councilId: council.id, deviceId: device.id, personId: device.person_id };
    if (push.epoch !== council.epoch) {
      const next = await deps.db.read(() => nextN(sender));
      return refuse(c, { error: 'epoch_changed', epoch: council.epoch, next });
    }
    const serverTime = instant(deps.now());
    const outcome = await deps.db.write(() => acceptPush(sender, push.events, serverTime, 'rescue'));
    if (outcome.kind === 'id-reused') return refuse(c, { error: 'id_reused' });
    const { next, results } = outcome;
    countReceipts(deps.metrics, results);
    return c.json({ epoch: council.epoch, serverTime, next, results: [...results] } satisfies PushResponse);
  });
};
