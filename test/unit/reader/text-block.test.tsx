import { describe, expect, it } from 'vitest';
import type { TextBlock } from '../../../src/domain/paper-text.ts';
import { groupBlocks } from '../../../src/ui/reader/group-blocks.ts';
import { TextBlockView } from '../../../src/ui/reader/text-block.tsx';
import { markup } from './markup.ts';

const drawn = (...blocks: readonly TextBlock[]): string =>
  groupBlocks(blocks)
    .map((block) => markup(<TextBlockView block={block} tableName="Table 1 on page 3" />, ['Figure']))
    .join('\n');

const point = (label: string, text: string): TextBlock => ({ kind: 'item', label, text });

describe('the text of a paper as markup', () => {
  it('puts its headings below the heading of the screen', () => {
    expect(drawn({ kind: 'heading', level: 1, text: 'Plan' })).toBe('<h2>Plan</h2>');
    expect(drawn({ kind: 'heading', level: 6, text: 'Deep' })).toBe('<h6>Deep</h6>');
  });

  it('reads the printed number before the paragraph, and sets the lead in bold', () => {
    expect(drawn({ kind: 'paragraph', number: '2.3', lead: 'Parks.', text: 'Two are new.' })).toBe(
      '<p><span>2.3 </span><span><strong>Parks. </strong>Two are new.</span></p>',
    );
    expect(drawn({ kind: 'paragraph', number: null, lead: null, text: 'Plain.' })).toBe('<p>Plain.</p>');
  });

  it('makes one list of points that follow each other, and keeps marks that have names', () => {
    expect(
      drawn(
        point('•', 'one'),
        point('•', 'two'),
        { kind: 'heading', level: 2, text: 'H' },
        point('b)', 'three'),
      ),
    ).toBe(
      [
        '<ul role="list"><li><span>one</span></li><li><span>two</span></li></ul>',
        '<h3>H</h3>',
        '<ul role="list"><li><span>b) </span><span>three</span></li></ul>',
      ].join('\n'),
    );
  });

  it('gives a table headed columns, a name, and a region that the keyboard can scroll', () => {
    const table = drawn({ kind: 'table', header: true, rows: [['', 'Cost'], ['Gate', '£12'], ['Sign']] });
    expect(table).toBe(
      '<div role="region" aria-label="Table 1 on page 3" tabIndex="0"><table>' +
        '<thead><tr><td></td><th scope="col">Cost</th></tr></thead>' +
        '<tbody><tr><td>Gate</td><td>£12</td></tr><tr><td>Sign</td><td></td></tr></tbody></table></div>',
    );
    expect(drawn({ kind: 'table', header: false, rows: [['Gate', '£12']] })).not.toContain('<th');
    expect(drawn({ kind: 'table', header: true, rows: [] })).toBe('');
  });

  it('hands the description of a picture on', () => {
    expect(drawn({ kind: 'figure', alt: 'A map' })).toBe('<Figure alt="A map">');
  });
});
