import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPage, hasOwnNumbers, namePages } from '../../../src/app/reader-pages.ts';
import { paperText } from './sample-manifest.ts';

describe('printed page numbers', () => {
  const pages = namePages(paperText('i', 'ii', '1', '2', null), 5);

  it('names each page as it is printed, and counts where nothing is printed', () => {
    expect(pages.map(({ name }) => name)).toEqual(['i', 'ii', '1', '2', '5']);
    expect(hasOwnNumbers(pages)).toBe(true);
    expect(hasOwnNumbers(namePages(paperText('1', '2'), 2))).toBe(false);
  });

  it('fills up the pages that the text lacks, so that a paper without text still has its pages', () => {
    expect(namePages(null, 2).map(({ name }) => name)).toEqual(['1', '2']);
    expect(namePages(paperText('7'), 3).map(({ name }) => name)).toEqual(['7', '2', '3']);
    expect(namePages(null, 0)).toHaveLength(1);
  });

  it('goes to the printed number before the count', () => {
    expect(findPage(pages, '1')).toBe(3);
    expect(findPage(pages, ' II ')).toBe(2);
    expect(findPage(pages, 'page 2')).toBe(4);
    expect(findPage(pages, 'p. 2')).toBe(4);
    expect(findPage(pages, '4')).toBe(4);
    expect(findPage(pages, 'xi')).toBeNull();
    expect(findPage(pages, '')).toBeNull();
    expect(findPage(pages, '0')).toBeNull();
  });

  it('finds the first page of any name, whatever numbers a pack prints', () => {
    const label = fc.option(fc.stringMatching(/^[0-9a-z]{1,4}$/));
    fc.assert(
      fc.property(fc.array(label, { minLength: 1, maxLength: 30 }), (labels) => {
        const named = namePages(paperText(...labels), labels.length);
        for (const { name } of named) {
          const found = findPage(named, name);
          expect(named.find((page) => page.page === found)?.name).toBe(name);
        }
      }),
    );
  });
});
