import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { PlanArea } from '../../../../src/domain/meeting.ts';
import { plainPaperText } from '../../../../src/papers/text/plain-text.ts';
import { areaNews } from '../../../../src/understand/plans/area-news.ts';
import { matchAreas } from '../../../../src/understand/plans/match-areas.ts';
import { proposePlan } from '../../../../src/understand/plans/propose-plan.ts';
import { findFixture, noFixtures } from '../../../support/fixtures.ts';

const area = (name: string, text: string, rest: Partial<PlanArea> = {}): PlanArea => ({
  number: '2.2',
  name,
  text,
  status: 'unknown',
  dates: [],
  ...rest,
});

const otters = area('Otters', 'The count has slipped.', { status: 'late', dates: ['May 2025'] });
const outfalls = area('Sewage outfalls and drains', 'Six of nine outfalls have been mended.');
const visits = area('School visits', 'Two schools came to the river in spring.', { number: '2.4' });

const many = (word: string) =>
  Array.from({ length: 5000 }, (_, at) => area(`${word} ${at}`, `${word} number ${at} is looked after.`));

describe('areas of two meetings', () => {
  test('are matched by their names, whatever their numbers and order', () => {
    const matches = matchAreas(
      [outfalls, otters, visits],
      [
        { ...visits, number: '3.1' },
        { ...outfalls, name: 'Sewage Outfalls & Drains', number: '3.2' },
        { ...otters, number: '3.3' },
      ],
    );
    expect(matches.map((match) => match.kind === 'kept' && match.before.name)).toEqual([
      'School visits',
      'Sewage outfalls and drains',
      'Otters',
    ]);
    expect(matches).toMatchObject(
      Array.from({ length: 3 }, () => ({ doubt: null, moved: { status: null, dates: null, text: null } })),
    );
  });

  test('tell what moved: status, dates, words', () => {
    const [match] = matchAreas(
      [otters],
      [area('Otters', 'The count has begun.', { status: 'on-track', dates: ['June 2025'] })],
    );
    expect(match).toMatchObject({
      moved: {
        status: { before: 'late', after: 'on-track' },
        dates: { added: ['June 2025'], removed: ['May 2025'] },
        text: [
          { kind: 'kept', text: 'The count has ' },
          { kind: 'removed', text: 'slipped' },
          { kind: 'added', text: 'begun' },
          { kind: 'kept', text: '.' },
        ],
      },
    });
  });

  test('with another name are matched by what they say, in doubt', () => {
    const renamed = { ...visits, name: 'Young people', text: `${visits.text} A third is coming.` };
    expect(matchAreas([otters, visits], [renamed, otters])).toMatchObject([
      { kind: 'kept', before: { name: 'School visits' }, doubt: 'guessed' },
      { kind: 'kept', before: { name: 'Otters' }, doubt: null },
    ]);
  });

  test('with a longer name are matched by the name, in doubt', () => {
    const longer = area('School visits by boat', 'Nothing of this was said before now.');
    expect(matchAreas([visits], [longer])).toMatchObject([{ kind: 'kept', doubt: 'guessed' }]);
  });

  test('that stand in one meeting only are new or gone', () => {
    const bridges = area('Bridges', 'A survey of parapets begins.');
    expect(matchAreas([otters, visits], [bridges, otters])).toMatchObject([
      { kind: 'new', after: { name: 'Bridges' } },
      { kind: 'kept' },
      { kind: 'gone', before: { name: 'School visits' } },
    ]);
  });

  test('of one name are matched in their order, each once', () => {
    const twins = [area('Roads', 'North.'), area('Roads', 'South.')];
    const matches = matchAreas(twins, [...twins, area('Roads', 'Elsewhere entirely.')]);
    expect(matches.map((match) => match.kind === 'kept' && match.before.text)).toEqual([
      'North.',
      'South.',
      false,
    ]);
  });

  test('by the thousand are matched in a bounded time', () => {
    const start = performance.now();
    expect(matchAreas(many('lamp'), many('post')).length).toBeGreaterThanOrEqual(5000);
    expect(performance.now() - start).toBeLessThan(4000);
  });
});

const labels = { before: 'January 2026', after: 'March 2026' };
const newsOf = (before: readonly PlanArea[], after: readonly PlanArea[]) =>
  matchAreas(before, after).map((match) => areaNews(match, labels));

describe('what is new of an area', () => {
  test('is a line for each meeting, of what the other does not say', () => {
    const now = area('Otters', 'The panel met. The count is on track. It ends by June 2026.');
    const then = area('Otters', 'The panel met. The count is delayed.');
    expect(newsOf([then], [now])).toEqual([
      {
        name: 'Otters',
        kind: 'moved',
        lines: [
          { label: 'January 2026', said: 'The count is delayed' },
          { label: 'March 2026', said: 'The count is on track' },
        ],
      },
    ]);
  });

  test('leaves out what the paper said before', () => {
    const then = area('Otters', 'The holts are awaited.');
    const now = area('Otters', 'The holts are awaited. Two otters were seen.');
    expect(newsOf([then], [now])[0]?.lines).toEqual([{ label: 'March 2026', said: 'Two otters were seen' }]);
  });

  test('is the clause that says where things stand, of a long sentence', () => {
    const long =
      'The trust agreed to lend its boats to the schools of the borough for as long as the river allows it, ' +
      'but the conditions of use are still awaited, and nobody has asked the harbour master so far about the tides';
    expect(newsOf([], [area('Boats', `${long}.`)])).toEqual([
      {
        name: 'Boats',
        kind: 'new',
        lines: [{ label: 'March 2026', said: 'the conditions of use are still awaited' }],
      },
    ]);
  });

  test('is cut between words where a sentence has no clauses', () => {
    const [news] = newsOf([], [area('Boats', `Rowing ${'along the river '.repeat(20)}.`)]);
    expect(news?.lines[0]?.said).toMatch(/^Rowing along .*(?:along|the|river)…$/);
    expect(news?.lines[0]?.said.length).toBeLessThanOrEqual(160);
  });

  test('of an area that says the same is its line as it stands, of a gone one its last', () => {
    expect(newsOf([otters], [otters])).toEqual([
      {
        name: 'Otters',
        kind: 'unmoved',
        lines: [{ label: 'March 2026', said: 'The count has slipped' }],
      },
    ]);
    expect(newsOf([visits], [])).toMatchObject([{ kind: 'gone', lines: [{ label: 'January 2026' }] }]);
    expect(newsOf([], [area('Empty', '')])).toEqual([{ name: 'Empty', kind: 'new', lines: [] }]);
  });
});

test(`of a real plan every line is the paper's own words, or ${noFixtures}`, ({ skip }) => {
  const path = findFixture('seeds/003_a034898f420988a5.txt');
  if (path === null) {
    skip(noFixtures);
    return;
  }
  const areas = proposePlan(plainPaperText(readFileSync(path, 'utf8')))?.areas.map(({ area }) => area) ?? [];
  expect(matchAreas(areas, areas).every((match) => match.kind === 'kept' && match.doubt === null)).toBe(true);
  const news = newsOf([], areas);
  expect(news).toHaveLength(8);
  for (const [at, { lines }] of news.entries()) {
    expect(lines).toHaveLength(1);
    expect(areas[at]?.text).toContain(lines[0]?.said.replace(/…$/, ''));
  }
  const [campaign] = newsOf([], areas.slice(0, 1));
  expect(campaign?.lines[0]?.said).toMatch(/\b(?:await|revised)/);
});
