import { readMarkup } from './read-markup.ts';
import { textOf, tidy } from './text-of.ts';

const TAG = /<\/?[a-z][a-z0-9]{0,15}(?:\s[^<>]{0,2000})?\/?>/iu;
const ESCAPED_TAG = /&(?:amp;)?lt;\/?(?:p|div|span|br|b|i|ul|ol|li|strong|em|table|font|a)\b/iu;

/** A short text of the web service as it is meant: HTML's escapes undone once more, tags left out, one line. */
export const unescapeLine = (text: string): string =>
  tidy(TAG.test(text) ? textIn(text) : unescapeHtml(text));

/** A rich text of the web service as HTML, also where it was escaped twice. */
export const unescapeBody = (text: string): string =>
  !TAG.test(text) && ESCAPED_TAG.test(text) ? unescapeHtml(unescapeAmpersands(text)) : text;

const unescapeAmpersands = (text: string): string =>
  text.replaceAll(/&amp;(?=lt;|gt;|quot;|#\d{1,7};)/gu, '&');

// Only whole references are undone: "R&D" and "a < b" stay as they are.
const unescapeHtml = (text: string): string =>
  text.includes('&')
    ? textIn(
        text
          .replaceAll(/&(?!(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});)/giu, '&amp;')
          .replaceAll('<', '&lt;'),
      )
    : text;

const textIn = (html: string): string => {
  const read = readMarkup(html, 'html');
  return read.ok ? textOf(read.value.document.children) : '';
};
