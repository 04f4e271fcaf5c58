import { describe, expect, test } from 'vitest';
import { pdfMeeting } from '../../../../src/understand/pdf/pdf-meeting.ts';
import { present } from '../../../support/present.ts';
import { paperOfText } from './sample-paper.ts';
import { itemsOf, membersOf, valuesOf } from './told.ts';

describe('a front sheet without tags and page spans, in two parts', () => {
  const paper = paperOfText('agenda.pdf', [
    `
    # BARCHESTER BOROUGH COUNCIL
    # Agenda
    # Planning Committee
    Date: Thursday 15 January 2026
    Time: 6.30pm
    Venue: Council Chamber, Civic Offices, Kingsholm Road, Barchester BA1 2CD

    Membership
    Councillors:
    Ann Ashby (Chair)
    Bob Birch (Vice-Chairman)
    Cara O'Cedar, David Dogwood and Eve Elder

    Contact: Fern Garland, Democratic Services Officer
    Telephone: 01234 567890
    Email: fern.garland@barchester.example

    This agenda was published on Wednesday 7 January 2026.`,
    `
    # AGENDA
    # PART A
    1. | Apologies for absence
    To receive any apologies.
    2. | Declarations of interest
    Members are reminded to declare interests.
    3. | Minutes
    To approve the minutes of the meeting held on 4 December 2025.
    4. | Land north of Mill Lane, Barchester: 24/01234/OUT for up to 40 homes and
     | a new access (report to follow)
    5. | Exclusion of the press and public
    # PART B
    6. | Legal proceedings at Ferry Road`,
  ]);
  const meeting = present(pdfMeeting(paper), 'meeting');

  test('what stands above the agenda', () => {
    expect(valuesOf(meeting)).toEqual({
      committee: 'Planning Committee',
      start: '2026-01-15T18:30',
      plannedEnd: undefined,
      venue: 'Council Chamber, Civic Offices, Kingsholm Road, Barchester BA1 2CD',
      contact: { name: 'Fern Garland', telephone: '01234 567890', email: 'fern.garland@barchester.example' },
      published: '2026-01-07',
      exemptSection: 'has-items',
    });
    expect(membersOf(meeting)).toEqual([
      ['Ann Ashby', 'chair', null],
      ['Bob Birch', 'vice-chair', null],
      ["Cara O'Cedar", 'member', null],
      ['David Dogwood', 'member', null],
      ['Eve Elder', 'member', null],
    ]);
  });

  test('the agenda, with the items behind closed doors', () => {
    expect(itemsOf(meeting)).toEqual([
      '1: Apologies for absence',
      '2: Declarations of interest',
      '3: Minutes',
      '4: Land north of Mill Lane, Barchester: 24/01234/OUT for up to 40 homes and a new access (to-follow)',
      '5: Exclusion of the press and public',
      '6: Legal proceedings at Ferry Road EXEMPT',
    ]);
    expect(meeting.items[2]?.text).toEqual([
      'To approve the minutes of the meeting held on 4 December 2025.',
    ]);
  });

  test('each fact says where it stands', () => {
    expect(meeting.items[3]?.title.from).toMatchObject({ file: 'agenda.pdf', page: 2 });
    expect(meeting.venue?.from).toMatchObject({ page: 1, quote: expect.stringContaining('Civic Offices') });
  });
});

describe('a front sheet with a column of pages and parties in its list of members', () => {
  const name = 'Agenda frontsheet Tuesday 24-Feb-2026 19.30 Housing and Communities Scrutiny Panel.pdf';
  const paper = paperOfText(name, [
    `
    # Wrenshire District Council

    # HOUSING AND COMMUNITIES SCRUTINY PANEL

    A meeting of the Housing and Communities Scrutiny Panel will be held in the Wren Room,
    Town Hall, High Street, Wrenford on Tuesday, 24th February 2026 at
    7:30 pm. The meeting is expected to finish by 9.30 pm.

    To: Members of the Panel:

    Labour (3): Councillors Hal Ivory (Chair), June Kale, Lou Moss
    Green Party (2): Councillors Nia Oak (Deputy Chair) and Pat Quince, MBE
    Independent: Rose Sage

    Substitutes: Tom Umber

    For further information please contact Val West on 01999 111222 or
    email val.west@wrenshire.example`,
    `
    # AGENDA
    # Part 1 - Items open to the public
    Item | Title | Page
    1 | Apologies and substitutions
    2 | Minutes of 20 January 2026 | 3 - 8
    3 | Tenant satisfaction measures: year to date and the action | 9 - 24
     | plan for the next quarter
    4 | Homelessness strategy | To follow
    5 | Damp and mould | See Supplement
    # Part 2 - Exempt items
    There are no exempt items on this agenda.
    Date of publication: 16 February 2026`,
  ]);
  const meeting = present(pdfMeeting(paper), 'meeting');

  test('what stands above the agenda', () => {
    expect(valuesOf(meeting)).toEqual({
      committee: 'Housing and Communities Scrutiny Panel',
      start: '2026-02-24T19:30',
      plannedEnd: '2026-02-24T21:30',
      venue: 'Wren Room, Town Hall, High Street, Wrenford',
      contact: { name: 'Val West', telephone: '01999 111222', email: 'val.west@wrenshire.example' },
      published: '2026-02-16',
      exemptSection: 'none-expected',
    });
    expect(membersOf(meeting)).toEqual([
      ['Hal Ivory', 'chair', 'Labour'],
      ['June Kale', 'member', 'Labour'],
      ['Lou Moss', 'member', 'Labour'],
      ['Nia Oak', 'vice-chair', 'Green Party'],
      ['Pat Quince, MBE', 'member', 'Green Party'],
      ['Rose Sage', 'member', 'Independent'],
    ]);
  });

  test('the agenda', () => {
    expect(itemsOf(meeting)).toEqual([
      '1: Apologies and substitutions',
      '2: Minutes of 20 January 2026 [3-8]',
      '3: Tenant satisfaction measures: year to date and the action plan for the next quarter [9-24]',
      '4: Homelessness strategy (to-follow)',
      '5: Damp and mould (see-supplement)',
    ]);
  });
});

test('a summons with lettered items, a signature and numbered notes', () => {
  const paper = paperOfText('summons.pdf', [
    `
    # FENLAND TOWN COUNCIL
    You are hereby summoned to attend a meeting of the Recreation and Open Spaces
    Committee to be held at The Pavilion, Station Road on Monday 2nd March 2026 at 12 noon

    Oli Penn
    Town Clerk
    25th February 2026

    # A G E N D A

    A. Apologies
    B. Public questions (Pages 1 - 2)
    C. Play area at Long Meadow - tenders (Pages
    3 - 10)
    D. Bowls club lease (Exempt)
    E. Date of next meeting

    # NOTES
    1. Please turn off phones.
    2. The hall has step-free access.`,
  ]);
  const meeting = present(pdfMeeting(paper), 'meeting');
  expect(valuesOf(meeting)).toMatchObject({
    committee: 'Recreation and Open Spaces Committee',
    start: '2026-03-02T12:00',
    venue: 'The Pavilion, Station Road',
    published: '2026-02-25',
    exemptSection: 'has-items',
  });
  expect(itemsOf(meeting)).toEqual([
    'A: Apologies',
    'B: Public questions [1-2]',
    'C: Play area at Long Meadow - tenders [3-10]',
    'D: Bowls club lease EXEMPT',
    'E: Date of next meeting',
  ]);
});
