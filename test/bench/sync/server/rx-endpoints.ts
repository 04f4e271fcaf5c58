import type { IncomingMessage, ServerResponse } from 'node:http';
import { DatabaseSync } from 'node:sqlite';

/** What RxDB's documentation asks of a server: rows pushed with what they replace, documents pulled by checkpoint. */
interface PushRow {
  readonly newDocumentState: { readonly id: string };
  readonly assumedMasterState?: { readonly id: string } | null;
}

export interface RxServer {
  readonly handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  readonly fill: (name: string, events: readonly { readonly id: string }[]) => void;
  readonly ids: (name: string) => readonly string[];
}

/**
 * Two small endpoints for RxDB's replication on the SQLite that the product uses, as durable as the
 * product: WAL, FULL, one transaction for each push. `/rx/NAME/push` and `/rx/NAME/pull?seq=&limit=`.
 */
export const createRxServer = (file: string): RxServer => {
  const db = new DatabaseSync(file);
  db.exec(`pragma journal_mode = wal; pragma synchronous = full;
    create table if not exists docs (seq integer primary key, name text not null, id text not null,
      doc text not null, unique (name, id)) strict;
    create index if not exists docs_name_seq on docs (name, seq);`);
  const find = db.prepare('select seq, doc from docs where name = ? and id = ?');
  const head = db.prepare('select coalesce(max(seq), 0) as seq from docs');
  const insert = db.prepare('insert into docs (seq, name, id, doc) values (?, ?, ?, ?)');
  const update = db.prepare('update docs set seq = ?, doc = ? where seq = ?');
  const after = db.prepare('select seq, doc from docs where name = ? and seq > ? order by seq limit ?');
  const all = db.prepare('select id from docs where name = ? order by seq');

  const push = (name: string, rows: readonly PushRow[]): string => {
    const conflicts: string[] = [];
    db.exec('begin immediate');
    let seq = Number(head.get()?.['seq']);
    for (const { newDocumentState, assumedMasterState } of rows) {
      const doc = JSON.stringify({ _deleted: false, ...newDocumentState });
      const known = find.get(name, newDocumentState.id);
      seq += 1;
      if (known === undefined) insert.run(seq, name, newDocumentState.id, doc);
      else if (JSON.stringify(assumedMasterState ?? null) === known['doc']) {
        update.run(seq, doc, Number(known['seq']));
      } else conflicts.push(String(known['doc']));
    }
    db.exec('commit');
    return `[${conflicts.join(',')}]`;
  };
  const pull = (name: string, seq: number, limit: number): string => {
    const rows = after.all(name, seq, limit);
    const last = rows.at(-1)?.['seq'] ?? seq;
    return `{"documents":[${rows.map((row) => String(row['doc'])).join(',')}],"checkpoint":{"seq":${String(last)}}}`;
  };
  return {
    handle: async (request, response) => {
      const url = new URL(request.url ?? '', 'http://localhost');
      const [, , name = '', verb] = url.pathname.split('/');
      const answer =
        verb === 'push'
          ? push(name, JSON.parse(await readBody(request)) as readonly PushRow[])
          : pull(name, Number(url.searchParams.get('seq')), Number(url.searchParams.get('limit')));
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(answer);
    },
    fill: (name, events) => {
      push(
        name,
        events.map((newDocumentState) => ({ newDocumentState })),
      );
    },
    ids: (name) => all.all(name).map((row) => String(row['id'])),
  };
};

const readBody = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk as Buffer));
  return Buffer.concat(chunks).toString();
};
