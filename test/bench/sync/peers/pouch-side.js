import PouchDB from 'pouchdb/lib/index-browser.es.js';
import indexedDbAdapter from 'pouchdb-adapter-indexeddb';
import { makeEvent } from '../pages/make-event.ts';
import { measure, persist, timeEach } from '../pages/measure.ts';
import { makeStrict } from './make-strict.js';

PouchDB.plugin(indexedDbAdapter);

let db;
let options;
const toDoc = ({ id, ...rest }) => ({ _id: id, ...rest });
const remote = () => new PouchDB(`${location.origin}/pouch/${options.remote}`, { skip_setup: true });
const batch = () => ({ batch_size: options.batch });

// One replication that ends; begun again after a fault as the product's sync begins again.
const replicate = (begin) =>
  persist(async () => {
    try {
      const result = await begin();
      return result.ok && result.errors.length === 0;
    } catch {
      return false;
    }
  });

globalThis.benchSide = {
  open: async (given) => {
    options = given;
    if (given.strict) makeStrict();
    db = new PouchDB('bench', { adapter: 'indexeddb' });
    await db.info();
  },
  queue: async (count) => {
    const ids = [];
    for (let at = 0; at < count; at += 500) {
      const docs = Array.from({ length: Math.min(500, count - at) }, (_, index) =>
        toDoc(makeEvent(options, at + index)),
      );
      const results = await db.bulkDocs(docs);
      if (!results.every(({ ok }) => ok === true)) throw new Error('PouchDB refused a document');
      ids.push(...docs.map(({ _id }) => _id));
    }
    return ids;
  },
  push: () => measure(() => replicate(() => db.replicate.to(remote(), batch()))),
  pull: () => measure(() => replicate(() => db.replicate.from(remote(), batch()))),
  saveSingly: (count) =>
    timeEach(count, async (index) => void (await db.put(toDoc(makeEvent(options, index))))),
  ids: async () => (await db.allDocs()).rows.map(({ id }) => id),
};
