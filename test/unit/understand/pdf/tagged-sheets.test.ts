import { expect, test } from 'vitest';
import { paperKind } from '../../../../src/understand/pdf/paper-kind.ts';
import { pdfMeeting } from '../../../../src/understand/pdf/pdf-meeting.ts';
import { present } from '../../../support/present.ts';
import { heading, listItem, paperOfBlocks, paragraph, table } from './sample-paper.ts';
import { itemsOf, valuesOf } from './told.ts';

test('a span broken over a page end, parts of items, and a private part after the public one', () => {
  const paper = paperOfBlocks('a.pdf', [
    [
      heading('Otterbourne Metropolitan Council'),
      heading('Summons and Agenda'),
      paragraph(
        'You are summoned to attend a meeting of the Council to be held at the Guildhall, Otterbourne at 6.30 pm on Monday, 9 March 2026.',
      ),
      heading('Part I - Public'),
      listItem('1.', 'Apologies'),
      {
        kind: 'paragraph',
        number: '2',
        lead: 'Minutes',
        text: 'To confirm the minutes of 12 January 2026. (Pages 5 - 12)',
      },
      listItem('3.', 'Questions from the public'),
      listItem('(a)', 'Question 1'),
      listItem('4.', 'Reports of Cabinet'),
      listItem('4.1', 'Budget 2026/27 (Pages 13'),
    ],
    [
      paragraph('- 90)'),
      listItem('4.2', 'Council Tax resolution (To Follow)'),
      heading('Part II - Private'),
      paragraph('The public may be excluded, as exempt information is likely to be disclosed.'),
      listItem('5.', 'Severance payment (Pages 91 - 96)'),
    ],
  ]);
  const meeting = present(pdfMeeting(paper), 'meeting');
  expect(valuesOf(meeting)).toMatchObject({
    committee: 'Council',
    start: '2026-03-09T18:30',
    venue: 'Guildhall, Otterbourne',
  });
  expect(itemsOf(meeting)).toEqual([
    '1: Apologies',
    '2: Minutes [5-12]',
    '3: Questions from the public',
    '4: Reports of Cabinet',
    '4.1: Budget 2026/27 [13-90]',
    '4.2: Council Tax resolution (to-follow)',
    '5: Severance payment [91-96] EXEMPT',
  ]);
  expect(meeting.items.map(({ text }) => text)).toEqual([
    [],
    ['To confirm the minutes of 12 January 2026.'],
    ['(a) Question 1'],
    [],
    [],
    [],
    [],
  ]);
});

test('labels and values in a table, the agenda in another', () => {
  const paper = paperOfBlocks('b.pdf', [
    [
      table(
        ['Meeting:', 'Licensing Sub-Committee'],
        ['Date:', '03/03/2026'],
        ['Time:', '10.00'],
        ['Venue:', 'Committee Room 2, County Hall'],
        ['Contact Officer:', 'Zed Young  01234 555666'],
      ),
      heading('AGENDA'),
      table(
        ['Item No.', 'Title', 'Page Nos.'],
        ['1.', 'Election of Chair', ''],
        ['2.', 'Procedure to follow at hearings', '1 - 4'],
        ['3.', 'Exempt: review of a taxi licence', '5 - 8'],
      ),
    ],
  ]);
  const meeting = present(pdfMeeting(paper), 'meeting');
  expect(valuesOf(meeting)).toMatchObject({
    committee: 'Licensing Sub-Committee',
    start: '2026-03-03T10:00',
    venue: 'Committee Room 2, County Hall',
    contact: { name: 'Zed Young', telephone: '01234 555666', email: null },
  });
  expect(itemsOf(meeting)).toEqual([
    '1: Election of Chair',
    '2: Procedure to follow at hearings [1-4]',
    '3: Exempt: review of a taxi licence [5-8] EXEMPT',
  ]);
});

const small = (file: string, ...above: readonly string[]) =>
  paperOfBlocks(file, [
    [...above.map(heading), heading('AGENDA'), listItem('1.', 'Apologies'), listItem('2.', 'Minutes')],
  ]);

test('the name of the file fills what the sheet leaves open, and disagrees where it says something else', () => {
  const name = 'Agenda frontsheet 10th-Mar-2026 14.00 Audit Board.pdf';
  const untimed = present(pdfMeeting(small(name, 'AUDIT BOARD', 'Tuesday, 10 March 2026')), 'meeting');
  expect(untimed.start).toMatchObject({ value: '2026-03-10T14:00', doubt: 'guessed', from: { page: null } });
  expect(untimed.committee).toMatchObject({ value: 'Audit Board', doubt: null });
  const other = present(pdfMeeting(small(name, 'CABINET', 'Tuesday, 17 March 2026 at 2.00 pm')), 'meeting');
  expect(other.start).toMatchObject({ value: '2026-03-17T14:00', doubt: 'disagrees' });
  expect(other.committee).toMatchObject({ value: 'Cabinet', doubt: 'disagrees' });
});

test('a weekday that is another day is doubted', () => {
  const meeting = present(
    pdfMeeting(small('a.pdf', 'CABINET', 'Monday, 10 March 2026 at 2.00 pm')),
    'meeting',
  );
  expect(meeting.start).toMatchObject({ value: '2026-03-10T14:00', doubt: 'disagrees' });
});

test('a cancelled meeting', () => {
  const meeting = pdfMeeting(
    small('a.pdf', 'CABINET', 'MEETING CANCELLED', 'Tuesday, 10 March 2026 at 2.00 pm'),
  );
  expect(meeting?.state?.value).toBe('cancelled');
});

test('minutes, decisions and reports are no meeting to come', () => {
  const minutes = paperOfBlocks('m.pdf', [
    [
      heading('MINUTES'),
      paragraph('of the meeting of the Cabinet held on 3 March 2026'),
      paragraph('Present: Councillor A Ash (Chair)'),
      listItem('1.', 'Apologies'),
      listItem('2.', 'Minutes'),
    ],
  ]);
  const report = paperOfBlocks('r.pdf', [
    [
      heading('Agenda Item 5'),
      heading('Report to Cabinet'),
      paragraph('Date: 3 March 2026'),
      listItem('1.', 'Purpose'),
      listItem('2.', 'Reasons'),
    ],
    [paragraph('Agenda Item 5')],
  ]);
  const named = paperOfBlocks('Decisions 03rd-Mar-2026 09.30 Cabinet.pdf', [[paragraph('Words')]]);
  expect([minutes, report, named].map((paper) => paperKind(paper).value)).toEqual([
    'minutes',
    'report',
    'decisions',
  ]);
  expect([minutes, report, named].map(pdfMeeting)).toEqual([null, null, null]);
  expect(paperKind(named).doubt).toBe('guessed');
});

test('numbered notes before the agenda are not its items', () => {
  const notes = ['Phones off.', 'Exits are at the back.', 'Papers are online.', 'Questions need notice.'];
  const paper = paperOfBlocks('a.pdf', [
    [
      heading('CABINET'),
      paragraph('Tuesday, 10 March 2026 at 2.00 pm'),
      ...notes.map((note, at) => listItem(`${at + 1}.`, note)),
      heading('AGENDA'),
      ...['Apologies', 'Minutes', 'Budget', 'Depot'].map((title, at) => listItem(`${at + 1}.`, title)),
    ],
  ]);
  expect(itemsOf(present(pdfMeeting(paper), 'meeting'))).toEqual([
    '1: Apologies',
    '2: Minutes',
    '3: Budget',
    '4: Depot',
  ]);
});

test('an exempt heading with nothing under it is a guess', () => {
  const [page = []] = small('a.pdf', 'CABINET', 'Tuesday, 10 March 2026 at 2.00 pm').text.text.pages.map(
    ({ blocks }) => blocks,
  );
  const paper = paperOfBlocks('a.pdf', [[...page, heading('EXEMPT ITEMS')]]);
  expect(pdfMeeting(paper)?.exemptSection).toMatchObject({ value: 'none-expected', doubt: 'guessed' });
  expect(pdfMeeting(small('a.pdf', 'CABINET', '10 March 2026'))?.exemptSection).toBeNull();
});

test('of two names that could be a committee, the one that the file has too', () => {
  const name = 'Agenda frontsheet 10th-Mar-2026 14.00 Joint Waste Board.pdf';
  const sheet = small(
    name,
    'Wrenshire Partnership Group',
    'JOINT WASTE BOARD',
    'Tuesday, 10 March 2026 at 2.00 pm',
  );
  expect(pdfMeeting(sheet)?.committee).toMatchObject({ value: 'Joint Waste Board', doubt: null });
});

test('an address that the writer broke before a full stop', () => {
  const sheet = small(
    'a.pdf',
    'CABINET',
    '10 March 2026',
    'Contact: Val West',
    'Email: val.west@wrenshire .example Tel: 01999 111222',
  );
  expect(pdfMeeting(sheet)?.contact?.value).toEqual({
    name: 'Val West',
    telephone: '01999 111222',
    email: 'val.west@wrenshire.example',
  });
});

test('the day of an earlier meeting, of a deadline or of publication is not the day of this one', () => {
  const sheet = small(
    'a.pdf',
    'CABINET',
    'Minutes of the meeting held on 3 February 2026 at 2.00 pm are enclosed',
    'Questions must be received by 12 noon on 5 March 2026',
    'Published on 2 March 2026 at 5.00 pm',
    'Tuesday, 10 March 2026',
  );
  expect(pdfMeeting(sheet)).toMatchObject({
    date: { value: '2026-03-10' },
    published: { value: '2026-03-02' },
  });
});
