import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import express from 'express';
import pouchApp from 'express-pouchdb';
import PouchDB from 'pouchdb';

// The one that pouchdb itself depends on and would use by itself.
const leveldown = createRequire(import.meta.url)('leveldown');

/** LevelDB as PouchDB uses it, with every batch synced to the disk as SQLite's FULL does: PouchDB itself never asks for it. */
const syncedLevel = Object.assign(
  (location) => {
    const level = leveldown(location);
    const batch = level.batch.bind(level);
    const put = level.put.bind(level);
    level.batch = (operations, options, done) => batch(operations, { ...options, sync: true }, done);
    level.put = (key, value, options, done) => put(key, value, { ...options, sync: true }, done);
    return level;
  },
  { destroy: leveldown.destroy, repair: leveldown.repair },
);

/** The CouchDB side of PouchDB under `/pouch`, its databases as LevelDB files in `folder`. */
export const createPouchServer = (folder) => {
  mkdirSync(folder, { recursive: true });
  const Pouch = PouchDB.defaults({ prefix: `${folder}/`, db: syncedLevel });
  const app = express();
  app.use(
    '/pouch',
    pouchApp(Pouch, { mode: 'minimumForPouchDB', inMemoryConfig: true, logPath: join(folder, 'log.txt') }),
  );
  return {
    handle: (request, response) => app(request, response),
    create: async (name) => void (await new Pouch(name).info()),
    fill: async (name, events) => {
      const db = new Pouch(name);
      for (let at = 0; at < events.length; at += 1000) {
        const docs = events.slice(at, at + 1000).map(({ id, ...rest }) => ({ _id: id, ...rest }));
        const results = await db.bulkDocs(docs);
        if (!results.every(({ ok }) => ok === true)) throw new Error('PouchDB refused a document');
      }
    },
    ids: async (name) => (await new Pouch(name).allDocs()).rows.map(({ id }) => id),
  };
};
