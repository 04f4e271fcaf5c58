import { describe, expect, it } from 'vitest';
import { readerKey } from '../../../src/ui/reader/reader-keys.ts';
import { lastAbove } from '../../../src/ui/reader/use-page-in-sight.ts';

const press = (key: string, more: object = {}) => ({
  key,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  ...more,
});

describe('keys in the paper', () => {
  it('turns pages and asks for one, and leaves scrolling to the browser', () => {
    expect(readerKey(press('ArrowRight'))).toBe('page-after');
    expect(readerKey(press('ArrowLeft'))).toBe('page-before');
    expect(readerKey(press('g'))).toBe('go-to-page');
    for (const key of ['PageDown', 'ArrowDown', ' ', 'Home', 'x']) expect(readerKey(press(key))).toBeNull();
  });

  it("never takes the browser's own shortcuts", () => {
    for (const held of ['altKey', 'ctrlKey', 'metaKey', 'shiftKey']) {
      expect(readerKey(press('ArrowLeft', { [held]: true }))).toBeNull();
      expect(readerKey(press('g', { [held]: true }))).toBeNull();
    }
  });
});

describe('the page in sight', () => {
  it('is the last that begins above the line', () => {
    const tops = [-900, -100, 60, 400];
    const at = (line: number): number => lastAbove(tops.length, (index) => tops[index] ?? Infinity, line);
    expect([at(-1000), at(0), at(60), at(399), at(5000)]).toEqual([0, 1, 2, 2, 3]);
  });
});
