import { v7 } from 'uuid';
import { readOwnRows } from '../../../src/storage/outbox.ts';
import { readEventRows } from '../../../src/storage/event-view.ts';
import { recordEvents, type Recording } from '../../../src/app/record.ts';
import { browserCryptography, randomHex, sha256Text } from '../../../src/browser/cryptography.ts';
import { enrolmentStore } from '../../../src/browser/enrolment-store.ts';
import { mayHaveSecondCopy, openSecondCopy } from '../../../src/browser/second-bucket.ts';
import { digestInput } from '../../../src/domain/digest.ts';
import type { EventBody } from '../../../src/domain/event.ts';
import { bringInLine } from '../../../src/storage/bring-in-line.ts';
import { openDeviceDatabase } from '../../../src/storage/device-database.ts';
import { readEnrolment } from '../../../src/storage/enrolment.ts';
import { readNextNumber } from '../../../src/storage/next-number.ts';
import { openRecordsDatabase } from '../../../src/storage/records-database.ts';
import { recoverTablet } from '../../../src/storage/recover.ts';
import { saveDraftTwice } from '../../../src/storage/save-twice.ts';
import type { AtStart, OnTablet, Shown } from './on-tablet.ts';

/** What the test asks of a tab. */
interface Recorder {
  /** Starts as the app does: recovers where there is nothing, else brings the two copies in line. Says what it found. */
  readonly start: () => Promise<AtStart>;
  /** Makes this browser somebody's tablet. */
  readonly enrol: () => Promise<void>;
  /** Everything on the tablet, read in one look. */
  readonly look: () => Promise<OnTablet>;
  /** Types and saves for ever, and tells of each as the screen would. */
  readonly saveForEver: () => Promise<never>;
}

declare global {
  var recorder: Recorder;
  /** The test's ear. */
  var show: (shown: Shown) => Promise<void>;
}

const person = {
  councilId: '00000000-0000-7000-8000-000000000001',
  personId: '00000000-0000-7000-8000-000000000002',
  deviceId: '00000000-0000-7000-8000-000000000003',
} as const;
const meetingId = '00000000-0000-7000-8000-000000000004';

const records = openRecordsDatabase(person.councilId, person.personId);

const device = openDeviceDatabase();
const second = openSecondCopy();
const enrolments = enrolmentStore(device, second);

const openRecording = async (): Promise<Recording> => {
  const enrolment = await readEnrolment(device);
  if (enrolment === null) throw new Error('this tablet belongs to nobody');
  return {
    records,
    secondCopy: second,
    enrolment,
    now: () => Date.now(),
    newId: () => v7(),
    randomHex,
    sha256: sha256Text,
    // Offline: nothing is sent, whatever wakes.
    sync: { state: { subscribe: () => ({ unsubscribe: () => {} }) }, wake: () => {} },
  };
};

const enrol = async (): Promise<void> =>
  enrolments.save({
    ...person,
    name: 'Nora Ashby',
    grants: [],
    council: {
      councilId: person.councilId,
      name: 'Torture Test Council',
      demonstration: false,
      contacts: [],
    },
    keys: await browserCryptography.createKeys(),
  });

/** The second copy before the app has touched it. */
const lookAtSecond = async (): Promise<AtStart['second']> => {
  if (!(await mayHaveSecondCopy())) return null;
  const rows = await second.attemptLong(async (copy) => {
    const isMade = (await copy.owners.count()) > 0;
    return isMade ? (await copy.kept.toArray()).map(({ event }) => event.id) : null;
  });
  return rows.ok ? rows.value : null;
};

// The same steps as `watch-session.ts` and `sync-part.ts`.
const start = async (): Promise<AtStart> => {
  const found = { hasFirst: (await readEnrolment(device)) !== null, second: await lookAtSecond() };
  if (!found.hasFirst && (await mayHaveSecondCopy())) {
    await recoverTablet(device, second, openRecordsDatabase);
  }
  await bringInLine(device, records, second);
  return found;
};

const readKey = async (): Promise<string> => {
  const keys = (await readEnrolment(device))?.keys;
  if (keys === undefined) return '';
  const said = new TextEncoder().encode('order-paper');
  const algorithm = { name: 'ECDSA', hash: 'SHA-256' };
  const signature = new Uint8Array(await browserCryptography.sign(keys.privateKey, said));
  const isPair = await crypto.subtle.verify(algorithm, keys.publicKey, signature, said);
  return isPair ? ((await browserCryptography.exportPublicKey(keys.publicKey)).x ?? '') : '';
};

const seen = (word: string) => ({
  meetingId,
  meetingVersion: 1,
  committee: 'Works Panel',
  start: '2027-03-04T10:00',
  language: 'en-GB',
  words: [word],
});

/** An apology with its reason, or a declaration: what one press saves. `key` is in each of them. */
const statementsOf = (key: string, isApology: boolean): readonly EventBody[] =>
  isApology
    ? [
        { type: 'apology.send', body: { seen: seen(key), extent: { kind: 'whole' }, afterStart: false } },
        { type: 'apology.reason', body: { meetingId, text: key } },
      ]
    : [
        {
          type: 'whip.declare',
          body: {
            seen: seen('I was told how to vote'),
            item: { itemId: meetingId, number: '1', title: 'Bridges' },
            group: 'Group of the Invented',
            nature: key,
          },
        },
      ];

globalThis.recorder = {
  start,
  enrol,
  look: async () => {
    const key = await readKey();
    return records.transaction(
      'r',
      records.log,
      records.outbox,
      records.sent,
      records.drafts,
      records.meta,
      async () => {
        const events = await readEventRows(records);
        const outbox = await readOwnRows(records);
        const drafts = await records.drafts.toCollection().primaryKeys();
        return {
          events: events.map(({ id, event, digest }) => ({
            id,
            digest,
            input: digestInput(event),
            text: JSON.stringify(event.body),
          })),
          outbox: outbox.map(({ id, n, state }) => ({ id, n, state })),
          drafts,
          nextN: await readNextNumber(records),
          key,
        };
      },
    );
  },
  saveForEver: async () => {
    const services = await openRecording();
    for (let count = 0; ; count += 1) {
      const key = `apology/${v7()}`;
      await saveDraftTwice(records, second, key, { typed: key });
      void globalThis.show({ kind: 'typed', key });
      const saved = await recordEvents(services, statementsOf(key, count % 2 === 0), { key, isKept: true });
      if (!saved.ok) throw new Error(`not saved: ${saved.error.kind}`);
      void globalThis.show({ kind: 'saved', key, ids: saved.value });
    }
  },
};
