import { describe, expect, test } from 'vitest';
import { sameText, textKey } from '../../../../src/understand/changes/text-key.ts';
import { heading, paper, para } from './sample-papers.ts';

describe('texts that are the same', () => {
  test.for([
    ['ligatures', 'The o\uFB03ce \uFB01les it', 'The office files it'],
    ['white space', ' The\u00A0office\n files  it ', 'The office files it'],
    [
      'hyphens at the end of a line',
      'the com-\nmittee and co-opted members',
      'the committee and coopted members',
    ],
    ['soft hyphens', 'the com\u00ADmittee', 'the committee'],
    ['quotes and dashes', '‘Safe’ roads – “now”', `'Safe' roads - "now"`],
    ['bullets', '\uF0B7 Roads', '• Roads'],
  ] as const)('%s', ([, one, other]) => {
    expect(textKey(one)).toBe(textKey(other));
  });
});

describe('texts that are not the same', () => {
  test.for([
    ['a minus', 'a change of -75', 'a change of 75'],
    ['a point', 'about 7.5 miles', 'about 75 miles'],
    ['where one figure ends', '12 5', '1 25'],
    ['a bracket', 'costs (75)', 'costs 75'],
    ['a capital', 'the May report', 'the may report'],
  ] as const)('%s', ([, one, other]) => {
    expect(textKey(one)).not.toBe(textKey(other));
  });
});

const body = (at: number) => para(null, `Ward ${'ABCDE'[at]} has lights.`);

const changed = (number: string, text: string) =>
  paper(
    [heading('Street lights in Ambleford'), para('1.1', 'Lights are out in the northern wards.')],
    [para(number, text)],
  );

const decided = (word: string) =>
  paper(
    [para(null, 'Plot one.'), para(null, `The officer says: ${word}`)],
    [para(null, 'Plot two.'), para(null, `The officer says: ${word}`)],
  );

describe('papers', () => {
  const plain = paper(
    [heading('Street lights in Ambleford'), para('1.1', 'Lights are out in the')],
    [para(null, 'northern wards.'), para('1.2', 'They will be mended.')],
  );

  test('are the same under stamps, labels, blank pages and other breaks of pages', () => {
    const stamped = paper(
      [
        heading('Agenda Item 7'),
        heading('Street lights in Ambleford'),
        para('1.1', 'Lights are out in'),
        para(null, 'Page 31'),
      ],
      [para(null, 'This page is intentionally left blank')],
      [para(null, 'the northern wards.'), para('1.2', 'They will be mended.'), para(null, 'Page 33')],
    );
    expect(sameText(plain, stamped)).toBe(true);
  });

  test('are the same where a stamp stands on one line with the text', () => {
    const stamped = paper(
      [heading('Street lights in Ambleford Agenda Item 7'), para('1.1', 'Lights are out in the Page 31')],
      [para(null, 'northern wards.'), para('1.2', 'They will be mended.')],
    );
    expect(sameText(plain, stamped)).toBe(true);
  });

  test('are the same with and without a running head', () => {
    const pages = [0, 1, 2, 3, 4].map((at) => [body(at)]);
    const headed = pages.map((blocks, at) => [para(null, `Ambleford Council, sheet ${at + 1}`), ...blocks]);
    expect(sameText(paper(...pages), paper(...headed))).toBe(true);
  });

  test('are others when one word, figure or printed number is another', () => {
    expect(sameText(plain, changed('1.2', 'They will be mended.'))).toBe(true);
    expect(sameText(plain, changed('1.2', 'They may be mended.'))).toBe(false);
    expect(sameText(plain, changed('1.3', 'They will be mended.'))).toBe(false);
  });

  test('what stands at the foot of two pages is no running head', () => {
    expect(sameText(decided('approve'), decided('refuse'))).toBe(false);
  });

  test('without words are never the same: nobody knows what their pictures show', () => {
    expect(sameText(paper([], []), paper([], []))).toBe(false);
  });
});
