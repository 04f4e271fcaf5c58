import { expect, test } from 'vitest';
import type { UnderstoodItem } from '../../../../src/domain/understood.ts';
import { linkMinutes } from '../../../../src/understand/minutes/link-minutes.ts';
import { readMinutes } from '../../../../src/understand/minutes/read-minutes.ts';
import { samplePaper } from './sample-paper.ts';

const item = (
  number: string | null,
  title: string,
  numbered: UnderstoodItem['numbered'] = 'agenda',
): UnderstoodItem => ({
  aliases: [],
  number,
  numbered,
  title: { value: title, from: { file: 'agenda', page: 1, quote: title }, doubt: null },
  text: [],
  pages: null,
  papers: null,
  exempt: false,
  documents: [],
  minute: null,
});

const minutes = readMinutes(
  'minutes.pdf',
  samplePaper(`
  # 41. Apologies
  (Item 1)
  # 42. Roads & Bridges: the Council’s plan
  # 43. Minutes
  # 44. Something that nobody had expected
  (Item 9)`),
);

const linked = (items: readonly UnderstoodItem[]) =>
  linkMinutes(minutes, items).map(({ minute, item, by }) => [
    minute.value.number,
    item?.title.value ?? null,
    by,
  ]);

test('the item number comes first, then the same title, then nothing', () => {
  const agenda = [
    item('1.', 'Welcome and apologies'),
    item('2', "Roads and Bridges - the Council's Plan (Pages 3 - 9)"),
    item('3', 'Apologies'),
    item('4', 'Minutes'),
    item('5', 'Minutes'),
  ];
  expect(linked(agenda)).toEqual([
    ['41', 'Welcome and apologies', 'item-number'],
    ['42', "Roads and Bridges - the Council's Plan (Pages 3 - 9)", 'title'],
    ['43', null, null],
    ['44', null, null],
  ]);
});

test('the number of a minute is no item number', () => {
  expect(linked([item('1', 'Another thing', 'minute'), item('9', 'Late paper', 'unknown')])).toEqual([
    ['41', null, null],
    ['42', null, null],
    ['43', null, null],
    ['44', 'Late paper', 'item-number'],
  ]);
});
