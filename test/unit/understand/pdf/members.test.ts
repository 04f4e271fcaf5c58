import { expect, test } from 'vitest';
import { printedMembers } from '../../../../src/understand/pdf/members.ts';
import { sheetLines } from '../../../../src/understand/pdf/sheet-lines.ts';
import { paperOfBlocks, paragraph, table } from './sample-paper.ts';

const read = (...blocks: Parameters<typeof paperOfBlocks>[1][number][number][]) =>
  printedMembers('a.pdf', sheetLines(paperOfBlocks('a.pdf', [blocks]))).map(({ value }) => [
    value.name,
    value.role,
    value.party,
  ]);

test('names in one sentence', () => {
  const line =
    'Membership: Councillors A Ashe (Chairman), B Bell (Vice-Chairman), C de Cole and Mrs D Dunn-Reid, OBE';
  expect(read(paragraph(line))).toEqual([
    ['A Ashe', 'chair', null],
    ['B Bell', 'vice-chair', null],
    ['C de Cole', 'member', null],
    ['Mrs D Dunn-Reid, OBE', 'member', null],
  ]);
});

test('who takes the chair comes first, by the word before or beside a name', () => {
  const lines = [
    'Councillor Membership:',
    'Chair: Councillor Ann Ashby',
    'Vice-Chair: Councillor Bob Birch',
    'Councillors: C Cole, D Dale',
  ];
  const expected = [
    ['Ann Ashby', 'chair', null],
    ['Bob Birch', 'vice-chair', null],
    ['C Cole', 'member', null],
    ['D Dale', 'member', null],
  ];
  expect(read(...lines.map(paragraph))).toEqual(expected);
  expect(read(...lines.slice(1).map(paragraph))).toEqual(expected);
  const rows = [
    ['Chairperson', ':', 'Councillor Ann Ashby'],
    ['Deputy Chairperson', ':', 'Councillor Bob Birch'],
  ];
  expect(read(paragraph('Membership'), table(...rows))).toEqual(expected.slice(0, 2));
  expect(
    read(
      paragraph('Committee Members:'),
      paragraph('Ann Ashby – Chair'),
      paragraph('Bob Birch - Vice Chairman'),
    ),
  ).toEqual(expected.slice(0, 2));
});

test('a table with a column for each party', () => {
  const rows = [
    ['Conservative (2)', 'Labour', 'Liberal Democrat'],
    ['Cllr A Ash (Chairman)', 'Cllr B Bell', 'Cllr C Cove'],
    ['Cllr D Dunn (Vice Chairman)', 'Vacancy', ''],
  ];
  expect(read(table(...rows))).toEqual([
    ['A Ash', 'chair', 'Conservative'],
    ['B Bell', 'member', 'Labour'],
    ['C Cove', 'member', 'Liberal Democrat'],
    ['D Dunn', 'vice-chair', 'Conservative'],
  ]);
});

test('the list ends where something else begins, and no address is taken for a name', () => {
  expect(
    read(paragraph('Members:'), paragraph('Ann Ashby'), paragraph('Quorum: 3'), paragraph('Bob Birch')),
  ).toEqual([['Ann Ashby', 'member', null]]);
  expect(
    read(paragraph('Members:'), paragraph('Ann Ashby, 12 Mill Lane, Barchester'), paragraph('Bob Birch')),
  ).toEqual([['Bob Birch', 'member', null]]);
});

test.for([
  'To: All Members of the County Council',
  'Members of the public may attend',
  'Members are reminded to bring papers, pens and patience',
  'Membership of the library is free',
])('%s: a sentence names nobody', (line) => {
  expect(read(paragraph(line))).toEqual([]);
});
