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
import { unheard } from './unheard.ts';

/** Where a tablet stands in the log. */
interface Place {
  readonly cursor: string;
  readonly etag: string | null;
  readonly epoch: string | null;
}

/**
 * Brings the log up to date, page by page. Each page is kept whole or not at all, and in order. While one is
 * being kept the next is checked, and the one after it is on its way.
 */
export const pull = async (ports: SyncPorts, enrolment: Enrolled): Promise<Outcome> => {
  let place: Place = await ports.store.readMeta();
  let coming = askPage(ports, enrolment, place);
  let keeping = Promise.resolve(true);
  for (;;) {
    const answer = await coming;
    if (answer.kind !== 'ok') {
      await keeping;
      return answer.kind === 'not-modified' ? confirm(ports) : outcomeOf(answer);
    }
    const page = answer.value;
    const refusal = refusalOf(page, place);
    if (refusal !== null) {
      await keeping;
      return refusal;
    }
    const next: Place = { cursor: page.cursor, etag: null, epoch: page.epoch };
    const isMoving = page.more && page.cursor !== place.cursor;
    const ahead = isMoving ? askAhead(ports, enrolment, next) : null;
    const items = await checkItems(ports, page.items);
    if (!(await keeping)) {
      // Another tab was quicker: its cursor is the one to go on from.
      place = await ports.store.readMeta();
      coming = ahead !== null && place.cursor === next.cursor ? ahead : askPage(ports, enrolment, place);
      keeping = Promise.resolve(true);
      continue;
    }
    // Not a page of ours, as one of somebody else's is not.
    if (items === null) return { kind: 'retry', retryAfter: null };
    keeping = unheard(keep(ports, place.cursor, page.more ? null : answer.etag, { ...page, items }));
    if (ahead === null) {
      await keeping;
      return page.more ? { kind: 'retry', retryAfter: null } : done;
    }
    place = next;
    coming = ahead;
  }
};

const confirm = async (ports: SyncPorts): Promise<Outcome> => {
  await noteContact(ports, null);
  return done;
};

/** Why a page is not looked at; null where it is. */
const refusalOf = (page: PullPage, place: Place): Outcome | null => {
  if (page.device !== 'ok') {
    return page.device === 'wipe' ? { kind: 'wipe' } : { kind: 'need', need: 'revoked' };
  }
  return place.epoch !== null && place.epoch !== page.epoch ? { kind: 'epoch' } : null;
};

/** Answers whether the page was kept. */
const keep = async (
  ports: SyncPorts,
  sentCursor: string,
  etag: string | null,
  response: Omit<PullPage, 'items'> & { readonly items: readonly Arrived[] },
): Promise<boolean> => {
  const isKept = await ports.store.applyPull({ sentCursor, response, etag, items: response.items });
  await noteContact(ports, response.serverTime);
  return isKept;
};

const askPage = (
  ports: SyncPorts,
  enrolment: Enrolled,
  { cursor, etag }: Place,
): Promise<Answer<PullPage>> => {
  const query = new URLSearchParams({ cursor, limit: String(pullMaxLimit) });
  return askSignedIn(
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
};

/** As `askPage`, for an answer that may never be looked at. */
const askAhead = (...asking: Parameters<typeof askPage>): ReturnType<typeof askPage> =>
  unheard(askPage(...asking));

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

const encoder = new TextEncoder();

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
  const computed = await outside.cryptography.sha256(encoder.encode(digestInput(event)));
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
