import type { AppDeps } from '../app-deps.ts';
import { queryBuilder } from '../db/query-builder.ts';
import { first, type Work } from '../db/work.ts';
import type { Actor, App } from '../http/env.ts';
import { refuse } from '../http/problem.ts';
import { readRange } from '../http/range.ts';
import { requireSession } from '../http/require-session.ts';
import { scopesOf } from '../readers.ts';

/**
 * Bytes of manifests, papers and reading texts. A blob that is not there and one that may not be read are
 * answered alike. It never changes, so a browser may keep it, but no cache that others share.
 */
export const addBlobRoute = (app: App, deps: AppDeps): void => {
  app.get('/blobs/:sha256{[0-9a-f]{64}}', requireSession(deps), async (c) => {
    const sha256 = c.req.param('sha256');
    const size = await deps.db.read(() => sizeFor(c.var.actor, sha256));
    if (size === null || (await deps.blobs.size(sha256)) !== size) return refuse(c, { error: 'not_found' });
    const range = readRange(c.req.header('Range'), size);
    c.header('Accept-Ranges', 'bytes');
    if (range.kind === 'unsatisfiable') return c.body(null, 416, { 'Content-Range': `bytes */${size}` });
    const { begin, end } = range.kind === 'part' ? range : { begin: 0, end: size };
    c.header('Cache-Control', 'private, max-age=31536000, immutable');
    c.header('Content-Type', 'application/octet-stream');
    c.header('Content-Length', String(end - begin));
    c.header('ETag', `"${sha256}"`);
    // What is only asked about is not opened: nobody would close it.
    const body = c.req.method === 'HEAD' ? new ReadableStream() : deps.blobs.read(sha256, begin, end);
    if (range.kind === 'whole') return c.body(body);
    return c.body(body, 206, { 'Content-Range': `bytes ${begin}-${end - 1}/${size}` });
  });
};

function* sizeFor(actor: Actor, sha256: string): Work<number | null> {
  const blob = yield* first(
    queryBuilder
      .selectFrom('blobs')
      .select(['size', 'scope'])
      .where('council_id', '=', actor.councilId)
      .where('sha256', '=', sha256),
  );
  return blob !== null && scopesOf(actor.personId, actor.grants).includes(blob.scope) ? blob.size : null;
}
