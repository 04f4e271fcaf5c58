import { pushMaxBytes, pushPath, type PushResponse } from '../../protocol/push.ts';
import { instant, type RouteDeps } from '../app-deps.ts';
import type { App } from '../http/env.ts';
import { refuse } from '../http/problem.ts';
import { limitBody } from '../http/limit-body.ts';
import { readJson } from '../http/read-json.ts';
import { requireSession } from '../http/require-session.ts';
import { countReceipts } from '../observe/count-receipts.ts';
import { acceptPush, nextN } from '../push/accept-push.ts';
import { readOffered } from '../push/offered.ts';

/** Takes what a device has to send. The answer is made after the commit: a receipt is a promise. */
export const addPushRoute = (app: App, deps: RouteDeps): void => {
  app.post(pushPath, requireSession(deps), limitBody(pushMaxBytes), async (c) => {
    const json = readJson(c);
    if (!json.ok) return refuse(c, json.error);
    const offered = readOffered(json.value);
    if (!offered.ok) return refuse(c, { error: offered.error });
    const push = offered.value;
    const { actor } = c.var;
    // One person's queue is never sent under another's session.
    if (push.deviceId !== actor.deviceId) return refuse(c, { error: 'not_allowed' });
    if (push.epoch !== actor.epoch) {
      const next = await deps.db.read(() => nextN(actor));
      return refuse(c, { error: 'epoch_changed', epoch: actor.epoch, next });
    }
    const serverTime = instant(deps.now());
    const outcome = await deps.db.write(() => acceptPush(actor, push.events, serverTime));
    if (push.events.length > 0) deps.hub.poke(actor.deviceId);
    if (outcome.kind === 'id-reused') return refuse(c, { error: 'id_reused' });
    const { next, results } = outcome;
    countReceipts(deps.metrics, results);
    return c.json({ epoch: actor.epoch, serverTime, next, results: [...results] } satisfies PushResponse);
  });
};
