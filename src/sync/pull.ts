import * as v from 'valibot';
import { digestInput } from '../domain/digest.ts';
import { bodySchemas, parseEvent } from '../protocol/event-schema.ts';
import { LogItemSchema, pullMaxLimit, pullPath, PullResponseSchema, type LogItem } from '../protocol/pull.ts';
import { noteContact } from './contact.ts';
import { done, outcomeOf, type Outcome } from './outcome.ts';
import type { Arrived, Enrolled, SyncPorts } from './ports.ts';
import { readSyncJson } from './request.ts';
import { askSignedIn } from './session.ts';

/** Brings the log up to date, page by page. Each page is kept whole or not at all. */
export const pull = async (ports: SyncPorts, enrolment: Enrolled): Promise<Outcome> => {
  const { store } = ports;
  for (;;) {
    const { cursor, etag, epoch } = await store.readMeta();
    const query = new URLSearchParams({ cursor, limit: String(pullMaxLimit) });
    const answer = await askSignedIn(
      ports,
      enrolment,
      {
        method: 'GET',
        path: `${pullPath}?${query}`,
        headers: etag === null ? {} : { 'If-None-Match': etag },
        timeoutMs: 20_000,
      },
      readSyncJson(PullResponseSchema),
    );
    if (answer.kind === 'not-modified') {
      await noteContact(ports, null);
      return done;
    }
    if (answer.kind !== 'ok') return outcomeOf(answer);
    const response = answer.value;
    if (response.device !== 'ok') {
      return response.device === 'wipe' ? { kind: 'wipe' } : { kind: 'need', need: 'revoked' };
    }
    if (epoch !== null && epoch !== response.epoch) return { kind: 'epoch' };
    // Hashing comes before the transaction, which must not wait for anything else.
    const items = await Promise.all(response.items.map((item) => checkItem(ports, item)));
    await store.applyPull({ sentCursor: cursor, response, etag: response.more ? null : answer.etag, items });
    await noteContact(ports, response.serverTime);
    // Where another tab was quicker its cursor is the one to go on from.
    if (!response.more) return done;
    if (response.cursor === cursor) return { kind: 'retry', retryAfter: null };
  }
};

const checkItem = async ({ outside }: SyncPorts, item: LogItem): Promise<Arrived> => {
  const event = parseEvent(item.event);
  if (event === null) {
    // A body that an older version cannot read is kept; one that this version should read is not believed.
    const isKnown = Object.hasOwn(bodySchemas, item.event.type) && item.event.typeVersion === 1;
    const { id } = item.event;
    return isKnown
      ? { kind: 'refused', id, stated: item.digest, computed: '' }
      : { kind: 'opaque', id, item };
  }
  const computed = await outside.cryptography.sha256(new TextEncoder().encode(digestInput(event)));
  if (computed !== item.digest) return { kind: 'refused', id: event.id, stated: item.digest, computed };
  const { digest, seq, receivedAt, chain, author } = item;
  return { kind: 'event', event, digest, seq, receivedAt, chain, author };
};

/** Reads again what an earlier version of the app could not: called once, when the app starts. */
export const readOpaqueAgain = async (ports: SyncPorts): Promise<void> => {
  const kept = await ports.store.readOpaque();
  const items = kept.flatMap((item) => {
    const parsed = v.safeParse(LogItemSchema, item);
    return parsed.success ? [parsed.output] : [];
  });
  const checked = await Promise.all(items.map((item) => checkItem(ports, item)));
  const understood = checked.filter((item) => item.kind === 'event');
  if (understood.length > 0) await ports.store.keepItems(understood);
};
