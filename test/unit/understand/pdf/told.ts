import type { PdfMeeting } from '../../../../src/understand/pdf/pdf-meeting.ts';

/** What was read, without where. */
export const valuesOf = (meeting: PdfMeeting) => ({
  committee: meeting.committee?.value,
  start: meeting.start?.value,
  plannedEnd: meeting.plannedEnd?.value,
  venue: meeting.venue?.value,
  contact: meeting.contact?.value,
  published: meeting.published?.value,
  exemptSection: meeting.exemptSection?.value,
});

/** The agenda, a line for each item. */
export const itemsOf = ({ items }: PdfMeeting) =>
  items.map(({ number, title, pages, papers, exempt }) => {
    const span = pages === null ? '' : ` [${pages.value.first}-${pages.value.last}]`;
    return `${number}: ${title.value}${span}${papers === null ? '' : ` (${papers})`}${exempt ? ' EXEMPT' : ''}`;
  });

/** Name, role and party of each member. */
export const membersOf = ({ members }: PdfMeeting) =>
  members.map(({ value }) => [value.name, value.role, value.party]);
