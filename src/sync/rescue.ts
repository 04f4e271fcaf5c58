import { PushResponseSchema } from '../protocol/push.ts';
import { rescuePath } from '../protocol/rescue.ts';
import { toBase64url } from './base64url.ts';
import type { Outcome } from './outcome.ts';
import type { Enrolled, SyncPorts } from './ports.ts';
import { cutToSize, toPushRequest } from './push.ts';
import { ask, readSyncJson } from './request.ts';

/**
 * Hands over what a revoked device still had to send, signed with its key. The server holds it for the
 * clerk to decide. Asks with nothing first, for the epoch and the number that the server expects: one that
 * was restored from a backup gets back what it lost, and nobody else has that any more. Ends as `revoked`
 * once nothing waits; until then it is tried again.
 */
export const rescue = async (ports: SyncPorts, { deviceId, keys }: Enrolled): Promise<Outcome> => {
  const { store, outside } = ports;
  // An answer without results is right once or twice (a new epoch, another `next`), but not for ever.
  let fruitless = 0;
  for (let hasAsked = false; fruitless < 4; hasAsked = true) {
    const batch = hasAsked ? cutToSize(await store.readPending(100)) : [];
    if (hasAsked && batch.length === 0) return { kind: 'need', need: 'revoked' };
    const push = JSON.stringify(await toPushRequest(ports, deviceId, batch));
    const signature = await outside.cryptography.sign(keys.privateKey, new TextEncoder().encode(push));
    const answer = await ask(
      outside,
      {
        method: 'POST',
        path: rescuePath,
        body: { push, signature: toBase64url(signature) },
        timeoutMs: 30_000,
      },
      readSyncJson(PushResponseSchema),
    );
    if (answer.kind === 'problem') {
      const { error, epoch, next } = answer.problem;
      // Not revoked at all, as far as this server knows: put back to a backup meanwhile, it may lack what was sent.
      if (error === 'not_allowed') return { kind: 'retry', retryAfter: null };
      if (error !== 'epoch_changed' || epoch === undefined || next === undefined) {
        // Nothing more can be done from here; the rows stay and can be exported.
        return { kind: 'need', need: 'revoked' };
      }
      await store.changeEpoch({ deviceId, epoch, next });
      fruitless += 1;
      continue;
    }
    if (answer.kind !== 'ok') {
      return { kind: 'retry', retryAfter: answer.kind === 'unreachable' ? answer.retryAfter : null };
    }
    const { epoch, results, next } = answer.value;
    await store.storeAnswer({ deviceId, epoch, results, next });
    await store.changeEpoch({ deviceId, epoch, next });
    if (batch.length > 0 && results.length === 0) break;
  }
  return { kind: 'retry', retryAfter: null };
};
