import type { Mutant, Patch } from './mutants.ts';

const accept = 'src/server/push/accept-push.ts';
const append = 'src/server/push/append.ts';
const records = 'src/server/push/known-records.ts';
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
    find: 'receipt: keep(batch, offered, event), last: offered.n }',
    replace: 'receipt: keep(batch, offered, event), last: Math.max(last, offered.n) }',
  },
];

const write = 'const outcome = await deps.db.write(() => acceptPush(actor, push.events, serverTime));';
const importOffered = "import { readOffered } from '../push/offered.ts';";
// `simulatedPause` is the simulation's: time that passes between two transactions of one request.
const pause = 'await globalThis.simulatedPause();';

export const serverMutants: readonly Mutant[] = [
  {
    name: 'no-deduplication',
    fault: 'The server takes whatever comes as new.',
    patches: [
      { file: accept, find: 'const known = records.find(offered.id);', replace: 'const known = null;' },
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
        replace: `const records = await deps.db.read(() => readKnownRecords(actor.councilId, push.events));
          ${pause}
          const outcome = await deps.db.write(() => acceptPush({ ...actor, records }, push.events, serverTime));`,
      },
      {
        file: route,
        find: importOffered,
        replace: `${importOffered} import { readKnownRecords } from '../push/known-records.ts';`,
      },
      {
        file: accept,
        find: 'records: yield* readKnownRecords(councilId, offered),',
        replace: 'records: device.records ?? (yield* readKnownRecords(councilId, offered)),',
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
        find: importOffered,
        replace: `${importOffered} import { sql } from '../db/work.ts';`,
      },
      {
        file: accept,
        find: 'yield* openAppender(councilId, receivedAt),',
        replace: 'yield* openAppender(councilId, receivedAt, device.reserved),',
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
      { file: append, find: 'if (seq === head.seq) return;', replace: 'if (log.length === 0) return;' },
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
        file: records,
        find: 'return kept === undefined ? null : fromAside(kept);',
        replace: 'return null;',
      },
    ],
  },
];
