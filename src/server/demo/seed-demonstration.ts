import type { Council } from '../../protocol/council.ts';
import type { CouncilStore } from '../council-store.ts';
import { importFaultSentence } from '../import/import-fault.ts';
import { personUuid } from '../import/meeting-ids.ts';
import { publishPrepared } from '../import/publish-prepared.ts';
import { withPdfReaders } from '../import/read-pdf.ts';
import { uuidv7 } from '../uuid.ts';
import { comingMeeting } from './coming-meeting.ts';
import { demoCouncil } from './demo-council.ts';
import type { DemoMeeting } from './demo-meeting.ts';
import { historyMeeting } from './history-meeting.ts';
import { otherMeeting } from './other-meeting.ts';
import { printMeeting } from './print-meeting.ts';
import { openPaperPress } from './typst-compiler.ts';

export interface Demonstration {
  /** Whom each enrolment code makes, and the code. */
  readonly codes: readonly { readonly label: string; readonly code: string }[];
}

const CLERK = 'Robin Castell';

/** People who can be tried out, by their name as minutes say it. */
const GUESTS = [
  ['Councillor Priya Hollis, member of the scrutiny panel', 'Priya Hollis'],
  ['Councillor Yusuf Penhallow, another member', 'Yusuf Penhallow'],
  ['Councillor Amara Whitlock, chair of the panel', 'Amara Whitlock'],
  [`${CLERK}, clerk`, CLERK],
] as const;

/**
 * Fills an empty data folder: one council, a past meeting from public facts, two coming meetings of
 * invented people, and codes to enrol as four of them. `now` (milliseconds) decides the dates. Everything
 * is printed and read before the first of it is stored.
 */
export const seedDemonstration = async (store: CouncilStore, now: number): Promise<Demonstration> => {
  const prepared = await printAll([historyMeeting, comingMeeting(now), otherMeeting(now)]);
  const council: Council = {
    councilId: (await store.readCouncil())?.councilId ?? uuidv7(now, store.random),
    name: demoCouncil.name,
    demonstration: true,
    contacts: [...demoCouncil.contacts],
  };
  await store.setCouncil(council);
  for (const { meeting, papers } of prepared) {
    // Nobody of the past meeting gets an account: no real person is given a record they never made.
    const members = meeting !== historyMeeting;
    const published = await publishPrepared(store, council, papers, { members });
    if (!published.ok) throw new Error(importFaultSentence(published.error));
  }
  const clerkId = personUuid(council.councilId, CLERK);
  const grants = [{ role: 'clerk', committeeId: null }] as const;
  await store.addPerson({ id: clerkId, name: CLERK, role: null, grants });
  return { codes: await renewCodes(store) };
};

const printAll = async (meetings: readonly DemoMeeting[]) => {
  const press = await openPaperPress();
  return withPdfReaders(1, async (readers) => {
    const prepared = [];
    for (const meeting of meetings) {
      prepared.push({ meeting, papers: await printMeeting(meeting, press, readers) });
    }
    return prepared;
  });
};

/** Fresh codes for the people of a demonstration that was seeded before. */
export const renewCodes = async (store: CouncilStore): Promise<Demonstration['codes']> => {
  const council = await store.readCouncil();
  if (council === null) throw new Error('the demonstration was not seeded');
  const codes = [];
  for (const [label, name] of GUESTS) {
    const { code } = await store.invite(personUuid(council.councilId, name));
    codes.push({ label, code });
  }
  return codes;
};
