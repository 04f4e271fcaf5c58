import { digestInput } from '../domain/digest.ts';
import type { AnyEvent, EventBody } from '../domain/event.ts';
import { ok, type Result } from '../domain/result.ts';
import type { CompletedDraft, Made, SaveFault } from '../storage/save-events.ts';
import { saveTwice } from '../storage/save-twice.ts';
import { noSecondCopy } from '../storage/second-copy.ts';
import type { Services } from './services.ts';

/** What a screen has to say: an event without what every record gets by itself. */
export type Statement = EventBody & {
  /** Ids of earlier records that this one changes, recalls or notes. */
  readonly refs?: readonly string[];
};

/** What it takes to make a record. */
export type Recording = Pick<
  Services,
  'records' | 'secondCopy' | 'enrolment' | 'now' | 'newId' | 'randomHex' | 'sha256' | 'sync'
>;

/**
 * Freezes what was said, saves all of it as one, ends the draft and wakes the sync. Answers the new ids
 * once they are safely on this tablet; after a fault nothing was saved and the form stays.
 */
export const recordEvents = async (
  services: Recording,
  statements: readonly Statement[],
  draft: CompletedDraft | null,
): Promise<Result<string[], SaveFault>> => {
  const { enrolment, records, secondCopy = noSecondCopy, now, sync } = services;
  const queuedAt = now();
  // Hashing comes first: a transaction that waits for anything else is closed by the browser.
  const made = await Promise.all(
    statements.map((statement) => freezeStatement(services, statement, queuedAt)),
  );
  const { deviceId } = enrolment;
  const saved = await saveTwice(records, secondCopy, { deviceId, made, draft, queuedAt });
  if (!saved.ok) return saved;
  sync.wake();
  return ok(made.map(({ event }) => event.id));
};

/** What was said, as a record that will never change; `at` is the tablet's clock. Nothing is saved yet. */
export const freezeStatement = async (
  services: Pick<Recording, 'enrolment' | 'newId' | 'randomHex' | 'sha256'>,
  statement: Statement,
  at: number,
): Promise<Made> => {
  const { enrolment, newId, randomHex, sha256 } = services;
  const event = {
    id: newId(),
    councilId: enrolment.councilId,
    personId: enrolment.personId,
    type: statement.type,
    typeVersion: 1,
    body: statement.body,
    refs: statement.refs ?? [],
    madeAt: new Date(at).toISOString(),
    // The zone that `madeAt` was lived in: a councillor may be abroad.
    zone: new Intl.DateTimeFormat('en-GB').resolvedOptions().timeZone,
    salt: randomHex(16),
    // The pair of type and body comes from one statement; the type system cannot carry the pairing over.
  } as AnyEvent;
  return { event, digest: await sha256(digestInput(event)) };
};
