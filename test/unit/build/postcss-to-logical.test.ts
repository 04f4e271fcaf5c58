import postcss from 'postcss';
import { describe, expect, test } from 'vitest';
import { postcssToLogical } from '../../../src/build/postcss-to-logical.ts';

const turn = (css: string, from = '/app/main.scss'): string =>
  postcss([postcssToLogical()]).process(`a{${css}}`, { from }).css.slice(2, -1);

describe('physical declarations become logical ones', () => {
  test.each([
    ['margin-left: 1px', 'margin-inline-start: 1px'],
    ['padding-right: 1px', 'padding-inline-end: 1px'],
    ['left: 0', 'inset-inline-start: 0'],
    ['border-left: 5px solid', 'border-inline-start: 5px solid'],
    ['border-right-color: red', 'border-inline-end-color: red'],
    ['border-top-left-radius: 4px', 'border-start-start-radius: 4px'],
    ['text-align: right', 'text-align: end'],
    ['float: left', 'float: inline-start'],
    ['margin: 1px 2px 3px 4px', 'margin-block: 1px 3px; margin-inline: 4px 2px'],
    [
      'padding: 0 calc(1px + 2px) 0 max(1px, 2px)',
      'padding-block: 0 0; padding-inline: max(1px, 2px) calc(1px + 2px)',
    ],
    // The arrow of `details`: its colour turns, so its widths must too.
    ['border-width: 7px 0 7px 12px', 'border-block-width: 7px 7px; border-inline-width: 12px 0'],
  ])('%s', (physical, logical) => {
    expect(turn(physical).replaceAll(/;\s*/g, '; ')).toBe(logical);
  });
});

test.each([
  'margin: 1px 2px',
  'margin: 1px 2px 3px 2px',
  'text-align: center',
  'border-left-of: 1px',
  'top: 0',
])('what has no side stays: %s', (css) => expect(turn(css)).toBe(css));

test('the page geometry of pdf.js is left alone', () => {
  expect(turn('left: 0', '/x/node_modules/pdfjs-dist/web/pdf_viewer.css')).toBe('left: 0');
});
