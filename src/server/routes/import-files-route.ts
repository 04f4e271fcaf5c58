import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type * as v from 'valibot';
import {
  type FileBegunSchema,
  importPartMaxBytes,
  NewFileSchema,
  type PartKeptSchema,
} from '../../protocol/imports.ts';
import type { AppDeps } from '../app-deps.ts';
import type { App } from '../http/env.ts';
import { limitBody, readBytes } from '../http/limit-body.ts';
import { refuse } from '../http/problem.ts';
import { readRange } from '../http/range.ts';
import { readBody } from '../http/read-json.ts';
import { requireSession } from '../http/require-session.ts';
import { importPath, notFound, requireDesk, withDesk } from './desk-of.ts';

const newFileMaxBytes = 8 * 1024;
const filePath = `${importPath}/files/:place{[0-9]{1,6}}` as const;

/** Files of an import: room for one, its bytes in parts, its bytes back for the pages beside the proposal, its end. */
export const addImportFilesRoute = (app: App, deps: AppDeps): void => {
  const guards = [requireSession(deps), requireDesk(deps)] as const;
  app.post(`${importPath}/files`, ...guards, limitBody(newFileMaxBytes), (c) =>
    withDesk(deps, c, async ({ desk, owner }) => {
      const file = readBody(c, NewFileSchema);
      if (!file.ok) return refuse(c, file.error);
      const begun = await desk.addFile(owner, c.req.param('id'), file.value);
      if (!begun.ok) return refuse(c, { error: begun.error });
      return c.json({ place: begun.value } satisfies v.InferOutput<typeof FileBegunSchema>, 201);
    }),
  );
  app.post(filePath, ...guards, (c) =>
    withDesk(deps, c, async ({ desk, owner }) => {
      const at = c.req.query('at') ?? '';
      if (!/^\d{1,10}$/u.test(at)) return refuse(c, { error: 'bad_request' });
      const { id, place } = c.req.param();
      const bytes = await readBytes(c.req.raw, importPartMaxBytes);
      if (bytes === null) return refuse(c, { error: 'too_large' });
      const kept = await desk.keepPart(owner, id, { place: Number(place), at: Number(at), bytes });
      if (!kept.ok) return refuse(c, { error: kept.error });
      return c.json({ here: kept.value } satisfies v.InferOutput<typeof PartKeptSchema>);
    }),
  );
  app.delete(filePath, ...guards, (c) =>
    withDesk(deps, c, async ({ desk, owner }) => {
      const { id, place } = c.req.param();
      const removed = await desk.removeFile(owner, id, Number(place));
      return removed.ok ? c.json({}) : refuse(c, { error: removed.error });
    }),
  );
  addBytes(app, deps);
};

const addBytes = (app: App, deps: AppDeps): void => {
  app.get(filePath, requireSession(deps), requireDesk(deps), (c) =>
    withDesk(deps, c, async ({ desk, owner }) => {
      const { id, place } = c.req.param();
      const file = await desk.file(owner, id, Number(place));
      if (file === null) return refuse(c, notFound);
      const { path, size } = file;
      const range = readRange(c.req.header('Range'), size);
      c.header('Accept-Ranges', 'bytes');
      if (range.kind === 'unsatisfiable') return c.body(null, 416, { 'Content-Range': `bytes */${size}` });
      const { begin, end } = range.kind === 'part' ? range : { begin: 0, end: size };
      // Nobody has looked at these bytes yet: no browser is to show them by itself.
      c.header('Content-Type', 'application/octet-stream');
      c.header('Content-Disposition', 'attachment');
      c.header('Content-Length', String(end - begin));
      // What is only asked about is not opened: nobody would close it.
      const body = c.req.method === 'HEAD' ? new ReadableStream() : fileRange(path, begin, end);
      if (range.kind === 'whole') return c.body(body);
      return c.body(body, 206, { 'Content-Range': `bytes ${begin}-${end - 1}/${size}` });
    }),
  );
};

const fileRange = (path: string, begin: number, end: number): ReadableStream =>
  begin === end
    ? new ReadableStream({ start: (controller) => controller.close() })
    : Readable.toWeb(createReadStream(path, { start: begin, end: end - 1 }));
