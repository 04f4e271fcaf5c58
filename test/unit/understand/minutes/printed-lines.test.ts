import { expect, test } from 'vitest';
import { lineWords, printedLines } from '../../../../src/understand/minutes/printed-lines.ts';
import { samplePaper } from './sample-paper.ts';

const lines = (source: string) => printedLines(samplePaper(source)).map(lineWords);

test.for<readonly [string, string, string, boolean]>([
  ['a word in small letters', 'The Chairman said that the council', 'would wait.', true],
  ['a comma', 'Mr Ash, Ms Birch,', 'Dr Cole', true],
  ['a title', 'Mr Ash, Ms', 'Birch, Dr Cole', true],
  ['a hyphen', 'Mr Ash and Ms Stone-', 'Ridge', true],
  [
    'a name in the middle of prose',
    'The Leader had met the Minister for the Roads of the North, Ann',
    'Ash, who wrote to the Council.',
    true,
  ],
  ['the tags', '* 2. | Mr Ash.', '*  | Then he left.', true],
  ['a full stop', 'The Chairman said that the council would wait for the reports.', 'Ms Ash agreed.', false],
  ['a result', 'Mr Ash, Ms Birch', 'Amendment lost.', false],
  [
    'a list',
    'RESOLVED that the Committee, having read the whole report, agree the plan',
    '* (a) | Roads',
    false,
  ],
  ['a heading', 'The report was noted by all members of the Committee who were there', '# Roads', false],
  [
    'a list of votes',
    'The Chairman put the motion to the vote and the voting was taken down',
    'For (3)',
    false,
  ],
])('a page that ends before %s', ([, last, next, joins]) => {
  expect(lines(`${last}\n---\n${next}`)).toHaveLength(joins ? 1 : 2);
});

test('a name cut at its hyphen is whole again', () => {
  expect(lines('Mr Ash and Ms Stone-\n---\nRidge')).toEqual(['Mr Ash and Ms Stone-Ridge']);
});
