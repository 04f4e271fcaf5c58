import { demoVenue } from './demo-council.ts';
import { comingDay } from './demo-dates.ts';
import { type DemoMeeting, seat } from './demo-meeting.ts';
import { comingInputs } from './coming-inputs.ts';

const COUNCILLORS = 'Councillors';
const CHURCH = 'Co-opted church representatives (for education matters)';
const GOVERNORS = 'Parent governor representatives (for education matters)';
const coOpted = { role: 'co-opted', votes: 'education' } as const;

const scrutinyPanel = 'Demonstration Scrutiny Panel';

/** A coming meeting of invented people, eleven days or a little more from now. */
export const comingMeeting = (now: number): DemoMeeting => {
  const date = comingDay(now, 11);
  return {
    inputs: comingInputs({ committee: scrutinyPanel, date, clock: '2.00 pm', now }),
    papers: [
      { file: 'pack.pdf', title: 'Agenda pack', source: 'coming-pack.typ', item: null },
      { file: 'journeys.pdf', title: JOURNEYS, source: 'journeys.typ', item: '4' },
      { file: 'reading.pdf', title: READING, source: 'reading.typ', item: '5' },
      { file: 'programme.pdf', title: 'Work programme', source: 'programme.typ', item: '7' },
    ],
    meeting: {
      format: 1,
      key: 'demonstration/scrutiny/coming',
      committee: { name: scrutinyPanel, type: 'scrutiny' },
      date,
      time: '14:00',
      venue: demoVenue,
      state: 'coming',
      regime: 'LGA-2020',
      seats: [
        seat(COUNCILLORS, 'Mrs A Whitlock', 'Amara Whitlock', { role: 'chair' }),
        seat(COUNCILLORS, 'Mr T Brzoza', 'Tomasz Brzoza', { role: 'vice-chair' }),
        seat(COUNCILLORS, 'Ms P Hollis', 'Priya Hollis'),
        seat(COUNCILLORS, 'Mr D Achterberg', 'Desmond Achterberg'),
        seat(COUNCILLORS, 'Mrs S Mortlake', 'Siân Mortlake'),
        seat(COUNCILLORS, 'Mr Y Penhallow', 'Yusuf Penhallow'),
        seat(COUNCILLORS, 'Dr G Oduya-Finch', 'Grace Oduya-Finch'),
        seat(COUNCILLORS, 'Mr L Quill', 'Leonard Quill'),
        seat(CHURCH, 'Mr J Thistlewood (Church of England)', 'Jonah Thistlewood', {
          ...coOpted,
          minuteRole: 'Church of England representative',
        }),
        seat(CHURCH, 'Mrs B Aylward (Roman Catholic)', 'Bernadette Aylward', {
          ...coOpted,
          minuteRole: 'Roman Catholic representative',
        }),
        seat(GOVERNORS, 'Ms M Farrow', 'Mei-Lin Farrow', {
          ...coOpted,
          minuteRole: 'Parent Governor Representative',
        }),
        { group: GOVERNORS, vacant: true, ...coOpted },
      ],
      items: [
        { number: '1', title: 'Apologies and welcome' },
        { number: '2', title: 'Declarations of interest and of any party whip' },
        { number: '3', title: 'Public participation' },
        { number: '4', title: JOURNEYS, education: true },
        { number: '5', title: READING, education: true },
        { number: '6', title: 'A word from the young people’s forum' },
        { number: '7', title: 'Work programme' },
      ],
      plans: [{ item: '4', paper: 'journeys.pdf', from: '2.2', to: '2.9' }],
    },
  };
};

const JOURNEYS = 'Safer journeys to school: progress on the action plan';
const READING = 'Reading for pleasure: a year of the schools library service';
