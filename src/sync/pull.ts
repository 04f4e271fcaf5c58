import * as v from 'valibot';
import { digestInput } from '../domain/digest.ts';
import { bodySchemas, parseEvent } from '../protocol/event-schema.ts';
import {
  LogItemSchema,
  pullMaxLimit,
  PullPageSchema,
  pullPath,
  type LogItem,
  type PullPage,
} from '../protocol/pull.ts';
import { noteContact } from './contact.ts';
import { done, outcomeOf, type Outcome } from './outcome.ts';
import type { Arrived, Enrolled, SyncPorts } from './ports.ts';
import { readSyncJson, type Answer } from './request.ts';
import { askSignedIn } from './session.ts';

/** Where a tablet stands in the log. */
interface Place {
  readonly cursor: string;
  readonly etag: string | null;
  readonly epoch: string | null;
}

/**
 * Brings the log up to date, page by page. Each page is kept whole or not at all; the next one is asked for
 * and checked while it is being kept.
 */
export const pull = async (ports: SyncPorts, enrolment: Enrolled): Promise<Outcome> => {
  const { store } = ports;
  let place: Place = await store.readMeta();
  let coming = bringPage(ports, enrolment, place);
  for (;;) {
    const answer = await coming;
    if (answer.kind === 'not-modified') {
      await noteContact(ports, null);
      return done;
    }
    if (answer.kind !== 'ok') return outcomeOf(answer);
    const page = answer.value;
    if (page.device !== 'ok') {
      return page.device === 'wipe' ? { kind: 'wipe' } : { kind: 'need', need: 'revoked' };
    }
    if (place.epoch !== null && place.epoch !== page.epoch) return { kind: 'epoch' };
    const next: Place = { cursor: page.cursor, etag: null, epoch: page.epoch };
    const isMoving = page.more && page.cursor !== place.cursor;
    const ahead = isMoving ? bringAhead(ports, enrolment, next) : null;
    const etag = page.more ? null : answer.etag;
    const { items } = page;
    const isKept = await store.applyPull({ sentCursor: place.cursor, response: page, etag, items });
    await noteContact(ports, page.serverTime);
    if (!page.more) return done;
    if (ahead === null) return { kind: 'retry', retryAfter: null };
    // Where another tab was quicker its cursor is the one to go on from.
    place = isKept ? next : await store.readMeta();
    coming = isKept ? ahead : bringPage(ports, enrolment, place);
  }
};

type CheckedPage = Omit<PullPage, 'items'> & { readonly items: readonly Arrived[] };

/** Asks for a page and checks it: hashing comes before the transaction, which must not wait for anything else. */
const bringPage = async (
  ports: SyncPorts,
  enrolment: Enrolled,
  { cursor, etag }: Place,
): Promise<Answer<CheckedPage>> => {
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
    readSyncJson(PullPageSchema),
  );
  if (answer.kind !== 'ok') return answer;
  const items = await checkItems(ports, answer.value.items);
  // Not a page of ours, as one of somebody else's is not.
  if (items === null) return { kind: 'unreachable', status: null, retryAfter: null };
  return { ...answer, value: { ...answer.value, items } };
};

/** As `bringPage`, for an answer that may never be looked at. */
const bringAhead = (...asking: Parameters<typeof bringPage>): ReturnType<typeof bringPage> => {
  const ahead = bringPage(...asking);
  ahead.catch(() => undefined);
  return ahead;
};

// A few milliseconds of work here, and below one long task (50 ms) on a slow tablet.
const itemsAtATime = 50;

/** Reads and hashes a page a part at a time; null where an item is none, for then the page is not believed. */
const checkItems = async (ports: SyncPorts, items: readonly unknown[]): Promise<Arrived[] | null> => {
  const checked: Arrived[] = [];
  for (let at = 0; at < items.length; at += itemsAtATime) {
    const part = v.safeParse(v.array(LogItemSchema), items.slice(at, at + itemsAtATime));
    if (!part.success) return null;
    checked.push(...(await Promise.all(part.output.map((item) => checkItem(ports, item)))));
    await ports.outside.breathe?.();
  }
  return checked;
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
  const items = kept.filter((item) => v.is(LogItemSchema, item));
  const checked = (await checkItems(ports, items)) ?? [];
  const understood = checked.filter((item) => item.kind === 'event');
  if (understood.length > 0) await ports.store.keepItems(understood);
};
