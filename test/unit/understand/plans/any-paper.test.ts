import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PaperText } from '../../../../src/domain/paper-text.ts';
import { areaNews } from '../../../../src/understand/plans/area-news.ts';
import { matchAreas } from '../../../../src/understand/plans/match-areas.ts';
import { proposePlan } from '../../../../src/understand/plans/propose-plan.ts';
import { anyBlock } from '../any-block.ts';
import { heading, para, report, table } from './sample-reports.ts';

const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.constantFrom(
    '',
    'Action plan',
    'Progress is as follows:',
    'Complete',
    'RAG',
    'Action',
    'Update',
    'On track by May 2026.',
    '\uD800',
  ),
);
const number = fc.constantFrom(
  null,
  '1',
  '2',
  '2.1',
  '2.2',
  '2.3',
  '2.3.1',
  '2.4',
  '3.1',
  '9999999999',
  '2.',
  'a)',
);
const block = anyBlock(words, number);
const anyPaper: fc.Arbitrary<PaperText> = fc
  .array(fc.array(block, { maxLength: 12 }), { maxLength: 4 })
  .map((pages) => report(...pages));

const areasOf = (paper: PaperText) => proposePlan(paper)?.areas.map(({ area }) => area) ?? [];

test('nothing throws on any two papers; each area is told of once', () => {
  let plans = 0;
  fc.assert(
    fc.property(anyPaper, anyPaper, (one, other) => {
      const [before, after] = [areasOf(one), areasOf(other)];
      if (before.length > 0) plans += 1;
      const matches = matchAreas(before, after);
      const kept = matches.filter(({ kind }) => kind === 'kept').length;
      expect(matches).toHaveLength(before.length + after.length - kept);
      const news = matches.map((match) => areaNews(match, { before: 'May', after: 'June' }));
      expect(news.flatMap(({ lines }) => lines).every(({ said }) => said.length <= 160)).toBe(true);
    }),
    { numRuns: 500 },
  );
  expect(plans).toBeGreaterThan(5);
});

const SOME = 20_000;
const hostile: readonly (readonly [string, PaperText])[] = [
  [
    'one paragraph and what follows it',
    report([
      heading('Action plan'),
      para('2.1', null, 'Progress:'),
      para('2.2', 'Bins.', 'On track.'),
      ...Array.from({ length: SOME }, () => para(null, null, 'and more of this ')),
      para('2.3', 'Bags.', 'On track.'),
    ]),
  ],
  [
    'paragraphs',
    report([
      heading('Progress'),
      ...Array.from({ length: SOME }, (_, at) =>
        para(`2.${at % 999}`, 'Lead.', 'The following is on track:'),
      ),
    ]),
  ],
  [
    'rows',
    report([
      table(['Action', 'Update', 'RAG'], ...Array.from({ length: SOME }, (_, at) => [`${at}`, 'x', 'Red'])),
    ]),
  ],
  ['tables', report(Array.from({ length: SOME }, (_, at) => table(['Action', `Update ${at}`], ['a', 'b'])))],
  [
    'letters',
    report([
      heading('Action plan'),
      para('2.1', null, `Progress ${'is is now '.repeat(SOME)}:`),
      para('2.2', null, 'status '.repeat(SOME)),
      para(null, 'a '.repeat(SOME), 'rag: '.repeat(SOME)),
      { kind: 'item', label: '•', text: 'a – '.repeat(SOME) },
      { kind: 'heading', level: 2, text: `Action 1: ${'a '.repeat(SOME)}` },
      para('2.3', null, ' '.repeat(SOME) + '('.repeat(SOME)),
    ]),
  ],
];

test.for(hostile)('a plan of many %s takes a bounded time', ([, paper]) => {
  const start = performance.now();
  const areas = areasOf(paper);
  matchAreas(areas, areas.toReversed()).map((match) => areaNews(match, { before: 'May', after: 'June' }));
  expect(performance.now() - start).toBeLessThan(4000);
});
