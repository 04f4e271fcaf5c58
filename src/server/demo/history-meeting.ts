import { demoVenue } from './demo-council.ts';
import { type DemoMeeting, seat } from './demo-meeting.ts';

const COUNCILLORS = 'Councillors';
const CHURCH = 'Co-opted church representatives (for education matters)';
const GOVERNORS = 'Parent governor representatives (for education matters)';
const coOpted = { role: 'co-opted', votes: 'education' } as const;

/**
 * The meeting that the product started from. Its facts are public record and its words are ours; nobody
 * of it is given a record or an account. Given names that no source has stay as the list prints them.
 */
export const historyMeeting: DemoMeeting = {
  inputs: {
    title: 'Children and Families Overview and Scrutiny Panel: agenda of 1 February 2016',
    committee: 'Children and Families Overview and Scrutiny Panel',
    day: 'Monday 1 February 2016',
    clock: '12.00 noon',
    venue: demoVenue,
  },
  papers: [
    { file: 'pack.pdf', title: 'Agenda pack', source: 'history-pack.typ', item: null },
    {
      file: 'action-plan.pdf',
      title: 'Action plan on child sexual exploitation: where its eight areas stood',
      source: 'exploitation.typ',
      item: '4',
    },
  ],
  meeting: {
    format: 1,
    key: 'demonstration/history/2016-02-01',
    reason: 'Written from the facts of a past meeting',
    committee: { name: 'Children and Families Overview and Scrutiny Panel', type: 'scrutiny' },
    date: '2016-02-01',
    time: '12:00',
    venue: demoVenue,
    state: 'held',
    regime: 'WCC-2012',
    seats: [
      seat(COUNCILLORS, 'Ms L R Duffy', 'Lynne Duffy', { role: 'chair' }),
      seat(COUNCILLORS, 'Mrs F M Oborski', 'Fran Oborski', { role: 'vice-chair' }),
      seat(COUNCILLORS, 'Mr R W Banks', 'Bob Banks'),
      seat(COUNCILLORS, 'Mr P Denham', 'Paul Denham'),
      seat(COUNCILLORS, 'Mrs J L M A Griffiths', 'Mrs J L M A Griffiths'),
      seat(COUNCILLORS, 'Mr I Hopwood', 'Ian Hopwood'),
      seat(COUNCILLORS, 'Mr J W R Thomas', 'Mr J W R Thomas'),
      seat(CHURCH, 'Bryan Allbut (Church of England)', 'Bryan Allbut', coOpted),
      seat(CHURCH, 'Francis Mohan (Roman Catholic)', 'Francis Mohan', coOpted),
      seat(GOVERNORS, 'Ms C Richardson (Parent Governor)', 'Ms C Richardson', coOpted),
      { group: GOVERNORS, vacant: true, ...coOpted },
    ],
    items: [
      {
        number: '1',
        title: 'Apologies and Welcome',
        minute: { number: '225', paragraphs: ['Ian Hopwood and Bryan Allbut had sent apologies.'] },
      },
      {
        number: '2',
        title: 'Declaration of Interest and of any Party Whip',
        minute: {
          number: '226',
          paragraphs: [
            'On agenda item 5, Lynne Duffy and Bob Banks each disclosed a non-pecuniary interest: providers of early help work in the areas they represent.',
            'On the same item, Fran Oborski and Paul Denham each disclosed an interest as a member of the board of a Children’s Trust.',
          ],
        },
      },
      {
        number: '3',
        title: 'Public Participation',
        minute: { number: '227', paragraphs: ['Nobody from the public took part.'] },
      },
      {
        number: '4',
        title: 'Child Sexual Exploitation - Update on the Implementation of the Action Plan',
        minute: {
          number: '228',
          truncated: true,
          paragraphs: [
            'The independent chairman of the safeguarding children board told the panel how far the action plan had come. The panel had heard about the strategy in May 2015 and about the plan in June 2015.',
            'From April to December there had been 52 referrals and 45 strategy meetings. It was too early to say whether 52 was a trend.',
            'A co-ordinator paid for by the police and the council together was being considered.',
            'Members heard that some dates in the plan had been ambitious and had slipped so that the work could be done properly, and that no place in the county is free of the risk.',
          ],
        },
      },
      {
        number: '5',
        title: 'Prevention Policy and 0-19 Services Commissioning Plan',
        minute: {
          number: '229',
          truncated: true,
          paragraphs: [
            'Officers for early help and for public health described the policy on prevention for all ages, and the new service for people from birth to 19.',
            'Two consultations had been held, one on the children’s centres and one on the service. The first had about 2,000 answers, which were being studied.',
            'Members found the word “prevention” unclear, and warned that help which comes only with great need may cost more in the end.',
          ],
        },
      },
    ],
    plans: [{ item: '4', paper: 'action-plan.pdf', from: '2.2', to: '2.9' }],
  },
};
