import { comingInputs } from './coming-inputs.ts';
import { demoVenue } from './demo-council.ts';
import { comingDay } from './demo-dates.ts';
import { type DemoMeeting, seat } from './demo-meeting.ts';

const PANEL = 'Demonstration Environment Panel';
const VERGES = 'Verges and wild flowers: when to mow';
const COUNCILLORS = 'Councillors';

/** A meeting of a panel on which the demonstration's member does not sit: public papers are for every member. */
export const otherMeeting = (now: number): DemoMeeting => {
  const date = comingDay(now, 18);
  return {
    inputs: comingInputs({ committee: PANEL, date, clock: '10.00 am', now }),
    papers: [
      { file: 'pack.pdf', title: 'Agenda pack', source: 'other-pack.typ', item: null },
      { file: 'verges.pdf', title: VERGES, source: 'verges.typ', item: '4' },
    ],
    meeting: {
      format: 1,
      key: 'demonstration/environment/coming',
      committee: { name: PANEL, type: 'scrutiny' },
      date,
      time: '10:00',
      venue: demoVenue,
      state: 'coming',
      regime: 'LGA-2020',
      seats: [
        seat(COUNCILLORS, 'Ms I Carrow', 'Ines Carrow', { role: 'chair' }),
        seat(COUNCILLORS, 'Mr R Winterbourne', 'Rafael Winterbourne', { role: 'vice-chair' }),
        seat(COUNCILLORS, 'Mrs M Trellis', 'Maud Trellis'),
        seat(COUNCILLORS, 'Mr O Bankside', 'Olu Bankside'),
        seat(COUNCILLORS, 'Mr L Quill', 'Leonard Quill'),
      ],
      items: [
        { number: '1', title: 'Apologies and welcome' },
        { number: '2', title: 'Declarations of interest and of any party whip' },
        { number: '3', title: 'Public participation' },
        { number: '4', title: VERGES },
      ],
    },
  };
};
