import * as v from 'valibot';
import { pullMaxLimit, pullPath, type LogItem, type PullResponse } from '../../protocol/pull.ts';
import { instant, type RouteDeps } from '../app-deps.ts';
import { findCouncil } from '../council.ts';
import type { Work } from '../db/work.ts';
import type { Actor, App } from '../http/env.ts';
import { refuse } from '../http/problem.ts';
import { requireSession } from '../http/require-session.ts';
import { nextN } from '../push/accept-push.ts';
import { cursorToText, textToCursor, type Cursor } from '../pull/cursor.ts';
import { readLog, type Page } from '../pull/read-log.ts';
import type { LogRow } from '../pull/scoped-rows.ts';

const LimitSchema = v.pipe(
  v.string(),
  v.regex(/^\d{1,4}$/),
  v.transform(Number),
  v.minValue(1),
  v.maxValue(pullMaxLimit),
);

/** The log after the cursor, as far as this person may read it; 304 when there is nothing after it. */
export const addPullRoute = (app: App, deps: RouteDeps): void => {
  app.get(pullPath, requireSession(deps), async (c) => {
    const limit = v.safeParse(LimitSchema, c.req.query('limit') ?? String(pullMaxLimit));
    if (!limit.success) return refuse(c, { error: 'bad_request' });
    const { actor } = c.var;
    const cursor = textToCursor(c.req.query('cursor') ?? '');
    if (cursor !== null && cursor.epoch !== actor.epoch) {
      const next = await deps.db.read(() => nextN(actor));
      return refuse(c, { error: 'epoch_changed', epoch: actor.epoch, next });
    }
    const start = cursor ?? {
      epoch: actor.epoch,
      perm: actor.perm,
      seq: 0,
      hide: null,
      fill: null,
      erased: 0,
    };
    const page = await deps.db.read(() => readPage(actor, start, limit.output));
    const text = cursorToText(page.cursor);
    // The tag names where the reader then stands, so it matches only when nothing lies behind it.
    const tag = `"${text}"`;
    c.header('ETag', tag);
    if (c.req.header('If-None-Match') === tag && isEmpty(page)) return c.body(null, 304);
    deps.metrics.pullItems.inc(page.rows.length);
    c.header('Content-Type', 'application/json');
    return c.body(answerText(actor, page, text, instant(deps.now())));
  });
};

function* readPage(actor: Actor, start: Cursor, limit: number): Work<Page> {
  const head = (yield* findCouncil())?.seq ?? 0;
  return yield* readLog(actor, start, head, limit);
}

const isEmpty = (page: Page): boolean => page.rows.length === 0 && page.purges.length === 0 && !page.more;

// The events go out as the text that they are kept as: taking each apart and putting it together again was
// most of the work of a page. They were checked when they came in, and the reader checks their digests.
const answerText = (actor: Actor, page: Page, cursor: string, serverTime: string): string => {
  const frame: PullResponse = {
    epoch: actor.epoch,
    serverTime,
    items: [],
    purges: [...page.purges],
    cursor,
    more: page.more,
    // A revoked device never comes this far: it is answered 403 by the session.
    device: 'ok',
  };
  const { items: _none, ...rest } = frame;
  return `{"items":[${page.rows.map(itemText).join(',')}],${JSON.stringify(rest).slice(1)}`;
};

const itemText = (row: LogRow): string => {
  const item: Omit<LogItem, 'event'> = {
    seq: row.seq,
    receivedAt: row.received_at,
    digest: row.digest,
    chain: row.chain,
    author: { personId: row.person_id, name: row.name, role: row.role },
  };
  return `{"event":${row.event},${JSON.stringify(item).slice(1)}`;
};
