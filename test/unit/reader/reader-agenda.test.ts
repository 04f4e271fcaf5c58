import { describe, expect, it } from 'vitest';
import { papersInOrder, readerAgenda } from '../../../src/app/reader-agenda.ts';
import { item, manifest, paper } from './sample-manifest.ts';

describe('the agenda beside the paper', () => {
  it('takes papers in the order of the meeting, those of the whole meeting first', () => {
    const meeting = manifest(
      [item('1'), item('2')],
      [paper('b', '2'), paper('a', '1'), paper('c', '2'), paper('front', null), paper('lost', 'gone')],
    );
    expect(papersInOrder(meeting).map(({ id }) => id)).toEqual(['front', 'lost', 'a', 'b', 'c']);
    expect(readerAgenda(meeting, 'a').whole.map(({ paperId }) => paperId)).toEqual(['front', 'lost']);
  });

  it('leads an item without its own paper to its printed page in the pack', () => {
    const meeting = manifest(
      [item('1', { first: '21', last: '30' }), item('2')],
      [paper('pack', null, { kind: 'pack' })],
    );
    const [first, second] = readerAgenda(meeting, 'pack').lines;
    expect(first?.papers.map(({ href }) => href)).toEqual(['/meetings/meeting/papers/pack?page=21']);
    expect(second?.papers).toEqual([]);
  });

  it('marks the paper that is open, once', () => {
    const meeting = manifest([item('1')], [paper('a', '1'), paper('b', '1')]);
    const agenda = readerAgenda(meeting, 'b');
    expect(agenda.lines[0]?.papers.map(({ open }) => open)).toEqual([false, true]);
  });
});
