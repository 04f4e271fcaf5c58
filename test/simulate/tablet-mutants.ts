import type { Mutant } from './mutants.ts';

const push = 'src/sync/push.ts';
const session = 'src/sync/session.ts';
const outbox = 'src/storage/outbox.ts';
const saveEvents = 'src/storage/save-events.ts';
const applyPull = 'src/storage/apply-pull.ts';
// The simulation's own store, which is held to the same promises and so has the same faults.
const memoryOutbox = 'test/simulate/memory-outbox.ts';
const memoryLog = 'test/simulate/memory-log.ts';

/** Receipts that nobody gave. */
const invented = (events: string): string =>
  `${events}.map(({ n, event }) => ({ id: event.id, n, status: 'applied', seq: 0, receivedAt: '', chain: '' }))`;

const storeAnswer = 'await ports.store.storeAnswer({ deviceId, epoch, results, next });';

export const tabletMutants: readonly Mutant[] = [
  {
    name: 'drop-before-receipt',
    fault: 'A record counts as received when it is sent.',
    patches: [
      {
        file: push,
        find: 'return askSignedIn(',
        replace: `await ports.store.storeAnswer({ deviceId, epoch: (await ports.store.readMeta()).epoch, results: ${invented('events')}, next: (events.at(-1)?.n ?? 1e9) + 1 });
          return askSignedIn(`,
      },
    ],
  },
  {
    name: 'drop-on-401',
    fault: 'A push that is answered 401 is not tried again.',
    patches: [
      {
        file: session,
        find: 'const first = await ask(ports.outside, request, read);',
        replace: `const first = await ask(ports.outside, request, read);
          if (first.kind === 'problem' && first.status === 401 && request.body?.events?.length > 0) {
            const events = request.body.events;
            await ports.store.storeAnswer({ deviceId: enrolment.deviceId, epoch: (await ports.store.readMeta()).epoch, results: ${invented('events')}, next: events.at(-1).n + 1 });
          }`,
      },
    ],
  },
  {
    name: 'acknowledge-whole-batch',
    fault: 'An answer to a push counts for everything that was sent, listed or not.',
    patches: [
      {
        file: push,
        find: storeAnswer,
        replace: `const listed = new Set(results.map(({ id }) => id));
          const others = ${invented('events.filter(({ event }) => !listed.has(event.id))')};
          const after = others.length > 0 ? others.at(-1).n + 1 : next;
          await ports.store.storeAnswer({ deviceId, epoch, results: [...results, ...others], next: after });`,
      },
    ],
  },
  {
    name: 'cursor-before-rows',
    fault: 'The cursor is stored in a transaction of its own, before the rows it stands for.',
    theme: 'plain',
    patches: [
      {
        file: applyPull,
        find: `): Promise<boolean> =>
  db.transaction(`,
        replace: `): Promise<boolean> =>
  (await readMeta(db)).cursor === sentCursor && (await changeMeta(db, { cursor: response.cursor }), sentCursor = response.cursor, true) && db.transaction(`,
      },
      {
        file: memoryLog,
        find: `  applyPull: ({ sentCursor, response, etag, items }) =>
    transact(`,
        replace: `  applyPull: async ({ sentCursor, response, etag, items }) =>
    (await transact('write', 'cursor', (rows) => {
      const isOurs = rows.meta.cursor === sentCursor;
      if (isOurs) rows.meta = { ...rows.meta, cursor: response.cursor };
      sentCursor = response.cursor;
      return isOurs;
    })) && transact(`,
      },
    ],
  },
  {
    name: 'two-tabs-race-on-cursor',
    fault: 'A page is kept wherever the cursor stands by now.',
    patches: [
      { file: applyPull, find: 'if (meta.cursor !== sentCursor) return false;', replace: '' },
      { file: memoryLog, find: 'if (meta.cursor !== sentCursor) return false;', replace: '' },
    ],
  },
  {
    name: 'order-by-wall-clock',
    fault: 'What is offered again is put in order by the time of the tablet.',
    patches: [
      {
        file: outbox,
        find: 'inOrder([...waiting, ...revived])',
        replace: '[...waiting, ...revived].sort((a, b) => a.queuedAt - b.queuedAt)',
      },
      {
        file: memoryOutbox,
        find: '(a, b) => a.place - b.place',
        replace: '(a, b) => a.queuedAt - b.queuedAt',
      },
    ],
  },
  {
    name: 'ignore-epoch',
    fault: 'A new epoch is noted, and what the server had received before it is not offered again.',
    patches: [
      {
        file: outbox,
        find: 'const mayBeMissing = sent.filter((row) => row.deviceId !== deviceId || row.n >= next);',
        replace: 'const mayBeMissing = sent.filter(() => false);',
      },
      {
        file: memoryOutbox,
        find: "(row) => row.state === 'pending' || row.deviceId !== deviceId || row.n >= next",
        replace: "(row) => row.state === 'pending'",
      },
    ],
  },
  {
    name: 'n-from-clock',
    fault: 'A record is numbered by the clock, and the server takes any number that is higher than the last.',
    patches: [
      { file: saveEvents, find: 'n: first + at,', replace: 'n: Math.floor(queuedAt / 1000) + at,' },
      {
        file: memoryOutbox,
        find: 'n: rows.meta.nextN + at,',
        replace: 'n: Math.floor(queuedAt / 1000) + at,',
      },
      {
        file: outbox,
        find: 'if (sent.length === 0 && (await isInStep(db, deviceId, next))) return;',
        replace: 'return;',
      },
      {
        file: memoryOutbox,
        find: `if (rows.meta.deviceId !== deviceId) return;
      const behind`,
        replace: `return;
      const behind`,
      },
      {
        file: 'src/server/push/accept-push.ts',
        find: "if (offered.n > last + 1 && mode === 'push') return { kind: 'gap' };",
        replace: '',
      },
    ],
  },
  {
    name: 'n-reused-after-crash',
    fault: 'The next number is written in a transaction of its own, after the record that used it.',
    patches: [
      {
        file: saveEvents,
        find: 'const first = nextNumber(counting, last);',
        replace: 'const first = counting.nextN;',
      },
      {
        file: saveEvents,
        find: "    return isSaved ? ok(undefined) : err({ kind: 'ended' });",
        replace: `    await writeTogether(db, [db.meta], async () => {
      const meta = await readMeta(db);
      await db.meta.put({ ...meta, nextN: meta.nextN + request.made.length, key: 'sync' });
    });
    return isSaved ? ok(undefined) : err({ kind: 'ended' });`,
      },
      {
        file: memoryOutbox,
        find: ', nextN: rows.meta.nextN + unknown.length };\n  });',
        replace: ` };
  }).then(() => transact('write', 'nextN', (rows) => {
    rows.meta = { ...rows.meta, nextN: rows.meta.nextN + made.length };
  }));`,
      },
    ],
  },
  {
    name: 'key-by-payload',
    fault: 'A record is known by what it says, so the same words cannot be said twice.',
    patches: [
      {
        file: 'src/app/record.ts',
        find: 'id: newId(),',
        replace: `id: (await sha256(JSON.stringify([enrolment.personId, statement]))).replace(
          /^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5'),`,
      },
    ],
  },
];
