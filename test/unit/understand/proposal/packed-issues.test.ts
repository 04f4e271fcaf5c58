import { describe, expect, test } from 'vitest';
import type { PaperText } from '../../../../src/domain/paper-text.ts';
import type { PackDocument } from '../../../../src/domain/understood.ts';
import { propose } from '../../../../src/understand/proposal/propose.ts';
import { item, meeting, packed } from './samples.ts';
import { source, text } from './source-samples.ts';

const salt =
  'The panel agreed last winter that the salt barns at Mill Lane and Church Street should be filled before November in each year.';
const cost = 'The cost of filling both barns was forty thousand pounds in the winter that ended in March.';
const dearer = 'The cost of filling both barns will be fifty-five thousand pounds in the winter to come.';
const bridges =
  'The old bridge at Mill Lane carries more lorries than it was built for, and officers ask for a limit of seven tonnes.';

/** A paper of several pages, each of these paragraphs. */
const paged = (...pages: readonly (readonly string[])[]): PaperText => ({
  format: 1,
  pages: pages.flatMap((paragraphs, at) =>
    text(...paragraphs).pages.map((page) => ({ ...page, page: at + 1 })),
  ),
});
const document = (title: string, itemNumber: string | null, page: number): PackDocument => ({
  ...packed(title, itemNumber),
  first: page,
  last: page,
  kind: itemNumber === null ? 'agenda' : 'report',
});

const agenda = [item('1', 'Apologies'), item('2', 'Winter service plan'), item('3', 'Bridges')];
const pack = source('pack.pdf', 'pack', {
  meeting: meeting({ items: agenda }),
  paper: {
    text: paged(['Agenda'], [salt, cost], [bridges]),
    documents: [
      document('Agenda', null, 1),
      document('Winter service plan', '2', 2),
      document('Bridges', '3', 3),
    ],
  },
});
const report = (...paragraphs: readonly string[]) =>
  source('Winter service plan.pdf', 'report', {
    paper: { title: 'Winter service plan', text: text(...paragraphs) },
  });
const papersOf = (...sources: Parameters<typeof propose>[0]) => propose(sources).meetings[0]?.papers ?? [];

describe('a report whose first issue stands in a pack', () => {
  test('is a later issue of that document, with what changed and the page in the pack', () => {
    const later = papersOf(pack, report(salt, dearer)).at(-1);
    expect(later).toMatchObject({
      replaces: 'pack.pdf',
      replacesDocument: 'Winter service plan',
      item: 1,
      sameAs: null,
    });
    expect(later?.changes).toEqual([
      { before: { number: null, text: cost, page: 2 }, after: { number: null, text: dearer, page: 1 } },
    ]);
  });

  test('is known before the pack as well', () => {
    expect(papersOf(report(salt, dearer), pack)[0]?.replacesDocument).toBe('Winter service plan');
  });

  test('and says the same, is that report by itself', () => {
    const same = papersOf(pack, report(salt, cost)).at(-1);
    expect(same).toMatchObject({ replaces: null, replacesDocument: null, sameAs: null, changes: [] });
  });
});

test('a supplement brings several later issues at once, and what is new in it is none', () => {
  const limit = bridges.replace('seven', 'five');
  const supplement = source('supplement.pdf', 'supplement', {
    meeting: meeting({ items: [] }),
    paper: {
      text: paged([salt, dearer], [limit], ['Something that nobody had written before this.']),
      documents: [
        document('Winter service plan', '2', 1),
        document('Bridges', '3', 2),
        document('Late item', '4', 3),
      ],
    },
  });
  const later = papersOf(pack, supplement).at(-1);
  expect(later).toMatchObject({ replaces: 'pack.pdf', replacesDocument: 'Winter service plan', item: null });
  expect(later?.changes.map(({ before, after }) => [before?.page, after?.page])).toEqual([
    [2, 1],
    [3, 2],
  ]);
});

test('a report that was given by itself as well is the one that is replaced', () => {
  const first = { ...report(salt, cost), source: { ...report(salt).source, file: 'first.pdf' } };
  const later = papersOf(pack, first, report(salt, dearer)).at(-1);
  expect(later).toMatchObject({ replaces: 'first.pdf', replacesDocument: null });
});
