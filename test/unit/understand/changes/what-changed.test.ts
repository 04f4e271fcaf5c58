import { describe, expect, test } from 'vitest';
import type { TextBlock } from '../../../../src/domain/paper-text.ts';
import { whatChanged } from '../../../../src/understand/changes/what-changed.ts';
import { heading, paper, para } from './sample-papers.ts';

const lights = para('1.1', 'The street lights in Mill Lane are out and will be mended by June.');
const bins = para('1.2', 'Bins are emptied on Mondays.');
const parks = para('1.3', 'The gates of Long Meadow stay open.');

const table = (status: string): TextBlock => ({
  kind: 'table',
  header: true,
  rows: [
    ['Action', 'Lead', 'Status'],
    ['Paint the bridge at Ford', 'Highways', status],
  ],
});

describe('what changed', () => {
  test('a changed paragraph is told with the runs of words and both places', () => {
    const later = para('1.1', 'The street lights in Mill Lane are out and will be mended by late July.');
    expect(whatChanged(paper([lights, bins]), paper([bins], [later]))).toHaveLength(2);
    expect(whatChanged(paper([lights, bins]), paper([], [later, bins]))).toEqual([
      {
        kind: 'changed',
        before: { number: '1.1', text: lights.text, page: 1, label: null },
        after: { number: '1.1', text: later.text, page: 2, label: null },
        runs: [
          { kind: 'kept', text: 'The street lights in Mill Lane are out and will be mended by ' },
          { kind: 'removed', text: 'June' },
          { kind: 'added', text: 'late July' },
          { kind: 'kept', text: '.' },
        ],
      },
    ]);
  });

  test('where the paragraphs of a cell end changes nothing', () => {
    expect(whatChanged(paper([table('Late. It rained.')]), paper([table('Late.\nIt rained.')]))).toEqual([]);
    const [change] = whatChanged(paper([table('Late.\nIt rained.')]), paper([table('Late.\nIt froze.')]));
    expect(change?.kind === 'changed' && change.after.text).toBe(
      'Paint the bridge at Ford | Highways | Late. It froze.',
    );
  });

  test('figures change whole, with their points and strokes', () => {
    const [change] = whatChanged(
      paper([para(null, 'The cost is 334.7 by 29/1/16 for all the lanes.')]),
      paper([para(null, 'The cost is 345.0 by 2/2/16 for all the lanes.')]),
    );
    expect(change?.kind === 'changed' && change.runs.filter(({ kind }) => kind !== 'kept')).toEqual([
      { kind: 'removed', text: '334.7 ' },
      { kind: 'added', text: '345.0 ' },
      { kind: 'removed', text: '29/1/16 ' },
      { kind: 'added', text: '2/2/16 ' },
    ]);
  });

  test('paragraphs and headings that only got another number are kept', () => {
    const before = paper([heading('2. Lights'), lights, bins, parks]);
    const after = paper([
      heading('3. Lights'),
      para('3.1', 'A paragraph nobody has seen before.'),
      { ...lights, number: '3.2' },
      { ...bins, number: '3.3' },
      { ...parks, number: '3.4' },
    ]);
    expect(whatChanged(before, after)).toEqual([
      {
        kind: 'added',
        after: { number: '3.1', text: 'A paragraph nobody has seen before.', page: 1, label: null },
      },
    ]);
  });

  test('a paragraph that moved is told as removed and added', () => {
    const changes = whatChanged(paper([lights, bins, parks]), paper([bins, parks, lights]));
    expect(changes.map(({ kind }) => kind)).toEqual(['removed', 'added']);
  });

  test('a paragraph that goes over to the next page is one', () => {
    const before = paper([para('1.1', 'The gates of')], [para(null, 'the park stay open.')]);
    const after = paper([para('1.1', 'The gates of the park stay open.')]);
    expect(whatChanged(before, after)).toEqual([]);
  });

  test('a row of a table is told as one, with its cells', () => {
    expect(whatChanged(paper([table('Amber')]), paper([table('Green')]))).toMatchObject([
      { kind: 'changed', after: { text: 'Paint the bridge at Ford | Highways | Green' } },
    ]);
  });

  test('runs make both texts again', () => {
    const one = 'The committee met twice, and heard from three wards about (old) lights.';
    const other = 'The board met three times, and heard from the wards about lights.';
    const [change] = whatChanged(paper([para(null, one)]), paper([para(null, other)]));
    const runs = change?.kind === 'changed' ? change.runs : [];
    const made = (kind: string) =>
      runs
        .filter((run) => run.kind === 'kept' || run.kind === kind)
        .map(({ text }) => text.replace(/\s/g, ''))
        .join('');
    expect(made('removed')).toBe(one.replace(/\s/g, ''));
    expect(made('added')).toBe(other.replace(/\s/g, ''));
  });
});

/** 300 pages of 20 paragraphs. */
const long = (word: (at: number) => string) =>
  paper(
    ...Array.from({ length: 300 }, (_, page) =>
      Array.from({ length: 20 }, (_, at) => para(null, word(page * 20 + at))),
    ),
  );

const told = (before: ReturnType<typeof long>, after: ReturnType<typeof long>) => {
  const start = performance.now();
  const changes = whatChanged(before, after);
  return { changes, took: performance.now() - start };
};

describe('long papers', () => {
  test('with nothing in common, or with the same line everywhere, take a bounded time', () => {
    const apart = told(
      long((at) => `one${at} two${at} three${at}.`),
      long((at) => `four${at} five${at} six${at}.`),
    );
    expect(apart.changes).toHaveLength(12_000);
    expect(apart.took).toBeLessThan(5000);
    const repeated = told(
      long((at) => (at % 2 === 0 ? 'Not applicable.' : `None at ${at % 7}.`)),
      long((at) => (at % 3 === 0 ? 'Not applicable.' : `None at ${at % 5}.`)),
    );
    expect(repeated.took).toBeLessThan(5000);
  });

  test('with a new paragraph after every one keep all the old ones', () => {
    const { changes } = told(
      long((at) => (at % 2 === 0 ? `Lane ${at} has a lamp.` : `Once there was a gate at ${at}.`)),
      long((at) => (at % 2 === 0 ? `Lane ${at} has a lamp.` : `Next year a tree grows by house ${at}.`)),
    );
    expect(changes).toHaveLength(6000);
  });

  test('with one change far inside tell that one', () => {
    const { changes } = told(
      long((at) => `The lamp in lane ${at} is mended every ${at % 5} years.`),
      long((at) => `The lamp in lane ${at} is mended every ${at === 3210 ? 9 : at % 5} years.`),
    );
    expect(changes).toMatchObject([{ kind: 'changed', before: { page: 161 } }]);
  });

  test('one paragraph of a million letters is compared in a bounded time', () => {
    const start = performance.now();
    expect(
      whatChanged(
        paper([para(null, 'lamp and so on '.repeat(60_000))]),
        paper([para(null, 'post and so on '.repeat(60_000))]),
      ),
    ).toHaveLength(1);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
