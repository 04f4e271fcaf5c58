import { createRxDatabase } from 'rxdb/plugins/core';
import { replicateRxCollection } from 'rxdb/plugins/replication';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { makeEvent } from '../pages/make-event.ts';
import { measure, timeEach } from '../pages/measure.ts';

const text = (maxLength) => ({ type: 'string', maxLength });
const schema = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: {
    id: text(36),
    councilId: text(36),
    personId: text(36),
    type: text(40),
    typeVersion: { type: 'number' },
    refs: { type: 'array', items: { type: 'string' } },
    madeAt: text(30),
    zone: text(40),
    salt: text(32),
    body: { type: 'object' },
  },
  required: ['id', 'councilId', 'personId', 'type', 'typeVersion', 'refs', 'madeAt', 'zone', 'salt', 'body'],
};

let events;
let options;

const ask = async (path, init) => {
  const response = await fetch(`/rx/${options.remote}/${path}`, init);
  if (!response.ok) throw new Error(`the endpoint answered ${response.status}`);
  return response.json();
};

const pushHandler = (rows) =>
  ask('push', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(rows),
  });
const pullHandler = (checkpoint, limit) => ask(`pull?seq=${checkpoint?.seq ?? 0}&limit=${limit}`);

// Half a second is the mean of what the other two wait at first; RxDB waits the same each time.
const replicate = async (part) => {
  let retries = 0;
  const replication = replicateRxCollection({
    collection: events,
    replicationIdentifier: `bench-${options.remote}`,
    live: false,
    retryTime: 500,
    waitForLeadership: false,
    ...part,
  });
  replication.error$.subscribe(() => {
    retries += 1;
  });
  await replication.awaitInitialReplication();
  await replication.cancel();
  return retries;
};

globalThis.benchSide = {
  open: async (given) => {
    options = given;
    const settings = given.strict ? { chromeTransactionDurability: 'strict' } : {};
    const db = await createRxDatabase({
      name: 'bench',
      storage: getRxStorageDexie(settings),
      multiInstance: false,
      eventReduce: true,
    });
    ({ events } = await db.addCollections({ events: { schema } }));
  },
  queue: async (count) => {
    const ids = [];
    for (let at = 0; at < count; at += 500) {
      const docs = Array.from({ length: Math.min(500, count - at) }, (_, index) =>
        makeEvent(options, at + index),
      );
      const { error } = await events.bulkInsert(docs);
      if (error.length > 0) throw new Error('RxDB refused a document');
      ids.push(...docs.map(({ id }) => id));
    }
    return ids;
  },
  push: () => measure(() => replicate({ push: { handler: pushHandler, batchSize: options.batch } })),
  pull: () => measure(() => replicate({ pull: { handler: pullHandler, batchSize: options.batch } })),
  saveSingly: (count) =>
    timeEach(count, async (index) => void (await events.insert(makeEvent(options, index)))),
  ids: async () => {
    const [storage] = [events.storageInstance];
    const internals = await storage.internals;
    return internals.dexieTable.toCollection().primaryKeys();
  },
};
