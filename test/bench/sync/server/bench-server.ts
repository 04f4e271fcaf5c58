import { mkdirSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { getRequestListener } from '@hono/node-server';
import { createPouchServer } from '../peers/pouch-server.js';
import { openBenchCouncil, type BenchCouncil } from './bench-council.ts';
import { fillLog } from './fill-log.ts';
import { createRxServer } from './rx-endpoints.ts';
import type { Answer, BenchVerbs, Call } from './verbs.ts';

/**
 * One process that serves all three sides under one origin, so that none has a processor or a start of
 * its own. Started with a folder; says its port, then does the verbs it is told.
 */
const folder = process.argv[2];
if (folder === undefined) throw new Error('the benchmark names a folder');
mkdirSync(folder, { recursive: true });

const pouch = createPouchServer(join(folder, 'pouch'));
const rx = createRxServer(join(folder, 'rx.sqlite'));
let rounds = 0;
let council: BenchCouncil | null = null;
let listener: ((request: IncomingMessage, response: ServerResponse) => unknown) | null = null;
let remote = '';

const blank = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Benchmark</title>';

const handle = (request: IncomingMessage, response: ServerResponse): void => {
  const url = request.url ?? '';
  if (url.startsWith('/pouch')) pouch.handle(request, response);
  else if (url.startsWith('/rx/')) {
    rx.handle(request, response).catch(() => response.writeHead(500).end());
  } else if (url === '/bench') {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(blank);
  } else if (url === '/bench/echo') {
    request.resume().once('end', () => response.writeHead(200).end('{}'));
  } else void listener?.(request, response);
};

const verbs: BenchVerbs = {
  begin: async ({ members, rows }) => {
    await council?.close();
    rounds += 1;
    remote = `bench${rounds}`;
    council = await openBenchCouncil(join(folder, `council${rounds}`), members);
    listener = getRequestListener(council.app.fetch);
    await pouch.create(remote);
    if (rows > 0) {
      const events = fillLog(council, rows);
      await pouch.fill(remote, events);
      rx.fill(remote, events);
    }
    const { councilId, meetingId, members: people } = council;
    return { councilId, meetingId, members: people, remote };
  },
  invite: (personId) => open().invite(personId),
  ids: async (side) => {
    if (side === 'pouch') return pouch.ids(remote);
    return side === 'rx' ? rx.ids(remote) : idsOfLog();
  },
};

const open = (): BenchCouncil => {
  if (council === null) throw new Error('no round was begun');
  return council;
};

const idsOfLog = (): readonly string[] => {
  const db = new DatabaseSync(open().file, { readOnly: true });
  const rows = db.prepare("select id from log where type = 'apology.reason' order by seq").all();
  db.close();
  return rows.map((row) => String(row['id']));
};

const answer = async ({ call, verb, argument }: Call): Promise<Answer> => {
  try {
    const work = verbs[verb] as (given: unknown) => Promise<unknown>;
    return { call, value: await work(argument) };
  } catch (cause) {
    return { call, fault: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause) };
  }
};

process.on('message', (message) => {
  void answer(message as Call).then((value) => process.send?.(value));
});
process.once('disconnect', () => process.exit());
const server = createServer(handle);
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
