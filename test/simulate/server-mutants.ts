import type { Mutant, Patch } from './mutants.ts';

const accept = 'src/server/push/accept-push.ts';
const append = 'src/server/push/append.ts';
const receipts = 'src/server/push/receipts.ts';
const route = 'src/server/routes/push-route.ts';
const migrations = 'src/server/db/migrations.ts';

// What the tables themselves refuse would hide a fault in the code above them.
const withoutUniqueness: readonly Patch[] = [
  { file: migrations, find: 'create unique index log_id on', replace: 'create index log_id on' },
  { file: migrations, find: 'create unique index log_device_n on', replace: 'create index log_device_n on' },
];
const withoutReuse: readonly Patch[] = [
  { file: accept, find: "if (offered.n <= last) return { kind: 'reused' };", replace: '' },
  {
    file: accept,
    find: 'receipt: yield* keep(batch, offered), last: offered.n }',
    replace: 'receipt: yield* keep(batch, offered), last: Math.max(last, offered.n) }',
  },
];

const write = 'const outcome = await deps.db.write(() => acceptPush(actor, push.events, serverTime));';
// `simulatedPause` is the simulation's: time that passes between two transactions of one request.
const pause = 'await globalThis.simulatedPause();';

export const serverMutants: readonly Mutant[] = [
  {
    name: 'no-deduplication',
    fault: 'The server takes whatever comes as new.',
    patches: [
      {
        file: receipts,
        find: 'if (row !== undefined) {',
        replace: 'if (row !== undefined && id === "") {',
      },
      ...withoutReuse,
      ...withoutUniqueness,
    ],
  },
  {
    name: 'deduplication-not-atomic',
    fault: 'What is known is looked up in another transaction than the one that writes.',
    patches: [
      {
        file: route,
        find: write,
        replace: `const known = new Map();
          await deps.db.read(function* () {
            for (const { id } of push.events) known.set(id, yield* findKnown(actor.councilId, id));
          });
          ${pause}
          const outcome = await deps.db.write(() => acceptPush({ ...actor, known }, push.events, serverTime));`,
      },
      {
        file: route,
        find: "import { readOffered } from '../push/offered.ts';",
        replace:
          "import { readOffered } from '../push/offered.ts'; import { findKnown } from '../push/receipts.ts';",
      },
      {
        file: accept,
        find: 'const known = yield* findKnown(device.councilId, offered.id);',
        replace:
          'const known = device.known === undefined ? yield* findKnown(device.councilId, offered.id) : device.known.get(offered.id);',
      },
      ...withoutReuse,
      ...withoutUniqueness,
    ],
  },
  {
    name: 'out-of-order-sequence',
    fault: 'Numbers in the log are given out before the rows are written, as an identity column does.',
    patches: [
      {
        file: route,
        find: write,
        replace: `const reserved = await deps.db.write(function* () {
            const [head] = yield* sql('select seq from council');
            yield* sql('update council set seq = seq + ?', push.events.length);
            return head.seq;
          });
          ${pause}
          const outcome = await deps.db.write(() => acceptPush({ ...actor, reserved }, push.events, serverTime));`,
      },
      {
        file: route,
        find: "import { readOffered } from '../push/offered.ts';",
        replace: "import { readOffered } from '../push/offered.ts'; import { sql } from '../db/work.ts';",
      },
      {
        file: accept,
        find: 'yield* openAppender(device.councilId, receivedAt);',
        replace: 'yield* openAppender(device.councilId, receivedAt, device.reserved);',
      },
      {
        file: append,
        find: 'receivedAt: string): Work<Appender>',
        replace: 'receivedAt: string, reserved): Work<Appender>',
      },
      {
        file: append,
        find: 'let { seq, chain } = head;',
        replace: 'let { chain } = head; let seq = reserved ?? head.seq;',
      },
      {
        file: append,
        find: "'update council set seq = ?, chain = ? where id = ?', seq,",
        replace: "'update council set seq = max(seq, ?), chain = ? where id = ?', seq,",
      },
    ],
  },
  {
    name: 'quarantine-not-idempotent',
    fault: 'What was set aside is not known when it is offered again.',
    patches: [
      {
        file: receipts,
        find: 'if (aside === undefined) return null;',
        replace: 'if (aside === undefined || id !== "") return null;',
      },
    ],
  },
];
