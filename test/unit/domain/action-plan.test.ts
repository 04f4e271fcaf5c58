import { describe, expect, it } from 'vitest';
import { cutName, findPlanAreas } from '../../../src/domain/action-plan.ts';
import type { PaperText, TextBlock } from '../../../src/domain/paper-text.ts';
import { findDates, findStatus } from '../../../src/domain/plan-progress.ts';
import { plainPaperText } from '../../../src/papers/text/plain-text.ts';
import { readSeed } from './seed-documents.ts';

const numbered = (number: string | null, text: string, lead: string | null = null): TextBlock => ({
  kind: 'paragraph',
  number,
  lead,
  text,
});
const paper = (...pages: readonly (readonly TextBlock[])[]): PaperText => ({
  format: 1,
  pages: pages.map((blocks, at) => ({ page: at + 1, label: null, blocks })),
});

describe('the areas of an action plan', () => {
  it('are the numbered paragraphs of the span, across pages, up to a heading', () => {
    const areas = findPlanAreas(
      paper(
        [
          numbered('2.1', 'The areas are:'),
          numbered('2.2', 'Paths A map is'),
          numbered('2.9', 'The map', 'Signs.'),
        ],
        [numbered(null, 'goes on'), { kind: 'item', label: '•', text: 'here' }],
        [
          numbered('2.10', 'Lamps: all of them.'),
          { kind: 'heading', level: 2, text: '3. End' },
          numbered(null, 'Not this'),
        ],
        [numbered('3.1', 'Nor this')],
      ),
      '2.2',
      '2.10',
    );
    expect(areas.map(({ number, name, text }) => [number, name, text])).toEqual([
      ['2.2', 'Paths', 'A map is'],
      ['2.9', 'Signs', 'The map goes on here'],
      ['2.10', 'Lamps', 'all of them.'],
    ]);
  });

  it.each([
    ['a dash', 'Safer routes – the survey', 'Safer routes', 'the survey'],
    ['a colon', 'Safer routes: the survey', 'Safer routes', 'the survey'],
    ['a full stop', 'Safer routes. The survey', 'Safer routes', 'The survey'],
    ['the next capital', 'Safer routes The survey', 'Safer routes', 'The survey'],
    [
      'nothing',
      'safer routes were surveyed by everyone in town',
      'safer routes were surveyed by',
      'everyone in town',
    ],
    ['nothing at all', '', '', ''],
  ])('are cut at %s', (_, text, name, rest) => {
    expect(cutName(text)).toEqual({ name, rest });
  });

  it('take a known name before any guess, but not half a word', () => {
    expect(cutName('Market Street Works began', ['Market', 'Market Street'])).toMatchObject({
      name: 'Market',
    });
    expect(cutName('Marketing Street Works', ['Market'])).toMatchObject({ name: 'Marketing' });
  });

  it('are the eight of the real report, with what it says of their progress', () => {
    const report = readSeed('Specific areas in the Strategy Action Plan\n\n- 2.1');
    if (report === null) return;
    const areas = findPlanAreas(plainPaperText(report), '2.2', '2.9');
    expect(areas.map(({ number, name, status, dates }) => [number, name, status, dates])).toEqual([
      ['2.2', 'Public awareness campaign', 'late', ['January 2016']],
      ['2.3', 'Schools', 'on-track', ['March 2016']],
      ['2.4', 'Training', 'done', []],
      ['2.5', 'Identification and risk assessment', 'on-track', []],
      ['2.6', 'Standards', 'waiting', ['29/1/16']],
      ['2.7', 'Governance', 'unknown', []],
      ['2.8', 'Voluntary Sector', 'on-track', []],
      ['2.9', 'Taxi drivers and operators', 'unknown', []],
    ]);
    expect(areas.every(({ text }) => text.length > 100)).toBe(true);
  });
});

describe('dates and timescales', () => {
  it.each([
    ['from January 2016, then on 29/1/16', ['January 2016', '29/1/16']],
    ['meets every 4 – 6 weeks', ['every 4 – 6 weeks']],
    ['ready by summer, or by the end of March 2026', ['by summer', 'by the end of March 2026']],
    ['on 3 June 2026 and 4th July', ['3 June 2026', '4th July']],
    ['January 2016, again January 2016', ['January 2016']],
    ['the 2015-17 plan, 52 cases, you may not march on', []],
  ])('in "%s"', (text, dates) => {
    expect(findDates(text)).toEqual(dates);
  });
});

describe('status words', () => {
  it.each([
    ['The plan has been approved.', 'done'],
    ['Status: done', 'done'],
    ['Work is underway. It is complete in the north.', 'on-track'],
    ['It is on track.', 'on-track'],
    ['Funding is awaited.', 'waiting'],
    ['The survey has slipped, and funding is awaited.', 'late'],
    ['The timescale has been revised.', 'late'],
    ['It was not delayed.', 'unknown'],
    ['Once approved, it will be published.', 'unknown'],
    ['It is not complete.', 'unknown'],
    ['It meets on Mondays.', 'unknown'],
  ])('%s', (text, status) => {
    expect(findStatus(text)).toBe(status);
  });
});
