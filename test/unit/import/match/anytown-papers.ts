import { samplePdf } from '../../../support/sample-papers.ts';

/** A front sheet of the Roads Panel, as a PDF. */
export const frontSheet = (when = 'Tuesday, 3 February 2026', time = '6.30 pm'): Uint8Array =>
  samplePdf(
    'Roads Panel',
    'AGENDA',
    `Date: ${when}`,
    `Time: ${time}`,
    'Venue: Guildhall, Anytown',
    'Membership: Mr P Bartlett (Chair), Mrs A Able, Sir Paul Cadwell, CBE',
    '1. Apologies',
    '2. Winter service plan',
    '3. Bridges',
  );

/** A later sheet that brings papers for an agenda that was sent before. */
export const laterSheet = (): Uint8Array =>
  samplePdf(
    'Roads Panel',
    'SUPPLEMENT',
    'AGENDA',
    'Date: Tuesday, 3 February 2026',
    '2. Winter service plan',
    '3. Bridges',
  );

const paragraphs = (salt: string, routes: string): string =>
  [
    '1. Winter service plan',
    '1.1 Progress on the action plan is set out below.',
    `2.1 **Salt barns.** ${salt}`,
    `2.2 **Gritting routes.** ${routes}`,
    '3.1 The panel is asked to note the progress that was made since the autumn of last year.',
  ].join('\n\n');

export const winterReport = paragraphs(
  'The new barn is awaiting permission from the planners, who meet in March 2026.',
  'All the routes were looked at by the officers and two of them were changed.',
);

export const winterReissued = paragraphs(
  'The new barn was given permission and is complete.',
  'All the routes were looked at by the officers and two of them were changed.',
);

export const bridgesReport =
  'Bridges\n\n1.1 The old bridge at Mill Lane is closed to lorries until it is mended.';
