import type { Mutant } from './mutants.ts';

const outbox = 'src/storage/outbox.ts';
const applyPull = 'src/storage/apply-pull.ts';
const memoryOutbox = 'test/simulate/memory-outbox.ts';
const memoryLog = 'test/simulate/memory-log.ts';

/** Bugs that the simulation has found in the product, each put back as it was. */
export const foundMutants: readonly Mutant[] = [
  {
    name: 'withheld-for-good',
    fault: 'A manifest that was withheld once is not asked for again before the app restarts.',
    theme: 'offices',
    patches: [
      {
        file: 'src/sync/manifests.ts',
        find: 'setAside.add(isWithheld ? withheld : sha256);',
        replace: 'setAside.add(sha256);',
      },
    ],
  },
  {
    name: 'rescue-before-epoch',
    fault: 'A revoked device hands over before it has heard what a restored server lacks.',
    theme: 'restores',
    patches: [
      {
        file: 'src/sync/rescue.ts',
        find: 'const batch = hasAsked ? cutToSize(await store.readPending(100)) : [];',
        replace: 'hasAsked = true; const batch = cutToSize(await store.readPending(100));',
      },
    ],
  },
  {
    name: 'believe-the-portal',
    fault: 'Bytes that come from a captive portal count as a damaged manifest.',
    theme: 'portals',
    patches: [
      {
        file: 'src/sync/request.ts',
        find: 'isOurs(response) ? new Uint8Array(await response.arrayBuffer()) : null;',
        replace: 'new Uint8Array(await response.arrayBuffer());',
      },
    ],
  },
  {
    name: 'keep-gone-rows',
    fault: 'What a restored server has no more, or no more for this person, stays on the tablets of others.',
    theme: 'restores',
    patches: [
      {
        file: applyPull,
        find: 'if (meta.isRereading === true && !isRereading) await purgeAll(db, await findGone(db, epoch));',
        replace: '',
      },
      {
        file: memoryLog,
        find: 'for (const id of findGone(rows, epoch)) purge(rows, id);',
        replace: ';',
      },
    ],
  },
  {
    name: 'numbers-of-yesterday',
    fault: 'A record that is offered again after a restore keeps the number that it had in the lost log.',
    theme: 'talk',
    patches: [
      { file: outbox, find: 'await removeBundled(db.log, ids);', replace: '' },
      {
        file: memoryOutbox,
        find: 'for (const { id } of mayBeMissing) {',
        replace: 'for (const { id } of []) {',
      },
    ],
  },
  {
    name: 'wipe-when-refused',
    fault:
      'A tablet is emptied although the server refuses its rescue, as after a restore that undid the revocation.',
    theme: 'vainRevocations',
    patches: [
      {
        file: 'src/sync/rescue.ts',
        find: "if (error === 'not_allowed') return { kind: 'retry', retryAfter: null };",
        replace: '',
      },
    ],
  },
  {
    name: 'believe-a-late-answer',
    fault: 'An answer from before a restore, which comes after it, still counts.',
    theme: 'lateReceipts',
    patches: [
      {
        file: outbox,
        find: 'if (meta.epoch !== null && meta.epoch !== epoch) return;',
        replace: '',
      },
      {
        file: memoryOutbox,
        find: 'if (rows.meta.epoch !== null && rows.meta.epoch !== epoch) return;',
        replace: '',
      },
    ],
  },
];
