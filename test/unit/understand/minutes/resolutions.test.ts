import { expect, test } from 'vitest';
import { printedLines } from '../../../../src/understand/minutes/printed-lines.ts';
import { readResolutions } from '../../../../src/understand/minutes/resolutions.ts';
import { samplePaper } from './sample-paper.ts';

const resolutions = (source: string) => readResolutions(printedLines(samplePaper(source)));

test('parts end where the numbers of the paragraphs go on', () => {
  expect(
    resolutions(`
    * 1. | RESOLVED that the Cabinet agree to
    * (a) | buy the hall;
    * (b) | sell the barn
    * 2. | Ms Ash thanked the officers
    * (c) | This is no part.
    * 3. | RESOLVED that the thanks be noted
    * 4. | The next item was late
    * h) | RESOLVED that it be so
    * i) | Ms Ash left`),
  ).toEqual([
    'RESOLVED that the Cabinet agree to\n(a) buy the hall;\n(b) sell the barn',
    'RESOLVED that the thanks be noted',
    'RESOLVED that it be so',
  ]);
});

test('headings between the parts belong to them, paragraphs behind them do not', () => {
  expect(
    resolutions(`
    RESOLVED that:
    Roads
    * (a) | The plan for roads be agreed.
    Bridges
    * (b) | The plan for bridges be agreed.
    Ms Ash left the meeting.
    Tunnels
    Nobody spoke.`),
  ).toEqual([
    'RESOLVED that:\nRoads\n(a) The plan for roads be agreed.\nBridges\n(b) The plan for bridges be agreed.',
  ]);
});

test('a part in the opening line, and parts within parts', () => {
  expect(
    resolutions(`
    It was moved, seconded and RESOLVED (1) that the report be noted;
    * (2) | that officers
    * (i) | write, and
    * (ii) | call; and
    * (3) | that it ends.
    * (5) | The Chairman spoke.`),
  ).toEqual([
    'RESOLVED (1) that the report be noted;\n(2) that officers\n(i) write, and\n(ii) call; and\n(3) that it ends.',
  ]);
});

test('words of decision, and words that only sound like them', () => {
  expect(
    resolutions(`
    It was unanimously agreed that the hall be let.
    Agreed unanimously.
    AGREED unanimously.
    Members agreed that it was late. The Council resolves much.
    Resolved: That it close.
    AGREED to wait.`),
  ).toEqual([
    'It was unanimously agreed that the hall be let.',
    'Resolved: That it close.',
    'AGREED to wait.',
  ]);
});
