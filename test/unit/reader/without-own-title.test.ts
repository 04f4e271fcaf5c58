import { expect, test } from 'vitest';
import { withoutOwnTitle } from '../../../src/app/without-own-title.ts';
import type { PaperText, TextBlock } from '../../../src/domain/paper-text.ts';

const heading = (text: string): TextBlock => ({ kind: 'heading', level: 1, text });
const words = (text: string): TextBlock => ({ kind: 'paragraph', number: null, lead: null, text });
const paper = (...pages: readonly (readonly TextBlock[])[]): PaperText => ({
  format: 1,
  pages: pages.map((blocks, index) => ({ page: index + 1, label: null, blocks })),
});
const body = words('The panel is asked to note this.');

test.each([
  ['as it is', 'Roads in winter'],
  ['in capitals, with a full stop', '  ROADS  IN WINTER. '],
  ['with another dash and quotes', '“Roads – in winter”'],
])('a first heading that repeats the title is left out: %s', (_how, printed) => {
  expect(withoutOwnTitle(paper([heading(printed), body], [heading(printed)]), 'Roads in winter')).toEqual(
    paper([body], [heading(printed)]),
  );
  const by = words('By: the officer');
  expect(withoutOwnTitle(paper([by, heading(printed), body]), 'Roads in winter')).toEqual(paper([by, body]));
});

test.each([
  ['another heading first', paper([heading('Summary'), heading('Roads in winter'), body])],
  ['more than the title', paper([heading('Roads in winter: the plan'), body])],
  ['the same words in a paragraph', paper([words('Roads in winter'), body])],
  ['nothing else on the page', paper([heading('Roads in winter')], [body])],
  ['only on a later page', paper([body], [heading('Roads in winter'), body])],
  ['no page', paper()],
])('nothing else is left out: %s', (_what, text) => {
  expect(withoutOwnTitle(text, 'Roads in winter')).toBe(text);
});

test('a title without a letter takes no heading away', () => {
  const text = paper([heading('***'), body]);
  expect(withoutOwnTitle(text, '--')).toBe(text);
});
