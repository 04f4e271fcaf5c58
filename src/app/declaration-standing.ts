import { currentDeclarations, declarationRefs } from '../domain/declarations.ts';
import type { EventOf } from '../domain/event.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { watchEvent, watchMeetingEvents } from '../storage/records.ts';
import type { SaveFault } from '../storage/save-events.ts';
import { recordEvents, type Statement } from './record.ts';
import type { RecordFault } from './records-fault.ts';
import { seenWords } from './records-seen.ts';
import { firstValue } from './records-watch.ts';
import type { Services } from './services.ts';

/** An own declaration that nothing has taken the place of. */
export interface StandingDeclaration {
  readonly made: EventOf<'interest.declare'> | EventOf<'interest.amend'>;
  /** What its change or withdrawal refers to, so that it is the only last word. */
  readonly refs: readonly string[];
}

/** The declaration of a record's id if it stands; null when it was changed, withdrawn or is somebody else's. */
export const findStanding = async (
  services: Services,
  recordId: string,
): Promise<StandingDeclaration | null> => {
  const stored = await firstValue(watchEvent(services.records, recordId));
  if (stored === null || !stored.mine) return null;
  const others = await firstValue(watchMeetingEvents(services.records, stored.meetingId));
  const own = others.filter(({ mine }) => mine).map(({ event }) => event);
  for (const current of currentDeclarations(own, stored.meetingId)) {
    const made = current.events.find(({ id }) => id === recordId);
    if (made !== undefined && made.type !== 'interest.withdraw')
      return { made, refs: declarationRefs(current) };
  }
  return null;
};

/** Withdraws a declaration that stands. `words` are what stood on the screen. Answers the withdrawal's id. */
export const withdrawDeclaration = async (
  services: Services,
  recordId: string,
  words: readonly string[],
): Promise<Result<string, RecordFault>> => {
  const standing = await findStanding(services, recordId);
  if (standing === null) return err({ kind: 'replaced' });
  const { made, refs } = standing;
  return recordOne(services, { type: 'interest.withdraw', body: whereNow(services, made, words), refs });
};

/** "I have left" or "I have returned", for the item of a declaration that stands. Answers the record's id. */
export const recordPresence = async (
  services: Services,
  recordId: string,
  type: 'item.left' | 'item.returned',
  words: readonly string[],
): Promise<Result<string, RecordFault>> => {
  const standing = await findStanding(services, recordId);
  if (standing === null) return err({ kind: 'replaced' });
  const { made } = standing;
  return recordOne(services, { type, body: whereNow(services, made, words), refs: [made.id] });
};

// The page of a record shows the meeting and the item as that record kept them.
const whereNow = (services: Services, { body }: StandingDeclaration['made'], words: readonly string[]) => ({
  seen: { ...body.seen, language: services.language(), words: seenWords(words) },
  item: body.item,
});

const recordOne = async (services: Services, statement: Statement): Promise<Result<string, SaveFault>> => {
  const saved = await recordEvents(services, [statement], null);
  if (!saved.ok) return saved;
  const [id = ''] = saved.value;
  return ok(id);
};
