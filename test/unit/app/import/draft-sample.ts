import type { MeetingDraft } from '../../../../src/domain/meeting-draft.ts';

/** A proposed meeting of an invented council: two items, one with a report and its action plan, and a pack. */
export const draftSample: MeetingDraft = {
  format: 1,
  key: 'harbour-board/2031-03-04',
  committee: { name: 'Harbour Board', type: 'other' },
  date: '2031-03-04',
  time: '10:00',
  venue: 'The Old Quay',
  seats: [
    { group: 'Members', role: 'chair', name: 'Ms A Able' },
    { group: 'Members', role: 'member', name: 'Mr B Baker', person: '018f0000-0000-7000-8000-000000000001' },
    { group: 'Pilots', role: 'co-opted', vacant: true },
  ],
  items: [
    { key: 'apologies', number: '1', title: 'Apologies', papers: [] },
    {
      key: 'dredging',
      number: '2',
      title: 'Dredging',
      pages: { first: '3', last: '8' },
      papers: [{ file: 'dredging.pdf', title: 'Dredging', kind: 'report' }],
    },
  ],
  papers: [{ file: 'pack.pdf', title: 'Pack', kind: 'pack' }],
  plans: [
    {
      item: 'dredging',
      paper: 'dredging.pdf',
      areas: [{ number: '2.1', name: 'Channel', text: 'Dredge it.', status: 'late', dates: ['May'] }],
    },
  ],
};
