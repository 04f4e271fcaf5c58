import { type AnyNode, type Element, isTag, isText } from 'domhandler';
import { readMarkup } from './read-markup.ts';
import { isUnseen, tidy } from './text-of.ts';
import { unescapeBody } from './unescape.ts';

/** The mark that every bullet becomes, whichever font Word drew it in. */
export const BULLET = '• ';

const BLOCKS = new Set(
  'p div li ul ol dl dt dd table tbody thead tr td th caption h1 h2 h3 h4 h5 h6 blockquote pre section article hr br'.split(
    ' ',
  ),
);
const MOST_PARAGRAPHS = 5000;
const SYMBOL_FONT = /font(?:-family)?:[^;]{0,80}(?:wingdings|symbol|webdings)/iu;

/** The paragraphs of a rich text as the web service gives it: HTML, escaped once or twice, or plain text. */
export const bodyParagraphs = (body: string): readonly string[] => {
  const read = readMarkup(unescapeBody(body), 'html');
  return read.ok ? wordParagraphs(read.value.document.children) : [];
};

/** The paragraphs of Word's HTML as plain text, without empty ones; bullets of every kind begin with "• ". */
export const wordParagraphs = (nodes: readonly AnyNode[]): readonly string[] => {
  const paragraphs: string[] = [];
  let line = '';
  const finish = (): void => {
    const paragraph = withListMark(line);
    if (paragraph !== '' && paragraph !== BULLET.trim() && paragraphs.length < MOST_PARAGRAPHS)
      paragraphs.push(paragraph);
    line = '';
  };
  // A number stands for the end of a block.
  const waiting: (AnyNode | 'end')[] = nodes.toReversed();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === 'end') finish();
    else if (isText(next)) line += next.data;
    else if ('children' in next && !isUnseen(next)) {
      const block = isTag(next) && BLOCKS.has(next.name);
      // A list item that begins with a paragraph keeps its mark.
      if (block && line.trim() !== BULLET.trim()) finish();
      if (isTag(next)) line += markOf(next, line);
      if (block) waiting.push('end');
      for (let index = next.children.length - 1; index >= 0; index -= 1) {
        const child = next.children[index];
        if (child !== undefined) waiting.push(child);
      }
    }
  }
  finish();
  return paragraphs;
};

const markOf = (element: Element, line: string): string => {
  if (element.name === 'li') return BULLET;
  const symbol = line.trim() === '' && SYMBOL_FONT.test(element.attribs['style'] ?? '');
  return symbol ? SYMBOL : '';
};

// Says that the next character is drawn in a font of pictures, where a letter means a bullet.
const SYMBOL = '\uE000';

/** One paragraph, with its own bullet, if it has one, as "• ". */
export const withListMark = (line: string): string => {
  const marked = /^\s*\uE000\s*\S(.*)$/su.exec(line)?.[1];
  if (marked !== undefined) return BULLET + tidy(marked.replaceAll(SYMBOL, ''));
  const text = tidy(line.replaceAll(SYMBOL, ''));
  const listed =
    /^(?:•\s?)?(?:[·•▪◦●○\uF0B7\uF0A7\uF0D8]\s?|[Ø§]\s?(?=\s|\p{Lu}|["'‘“(\d])|[Øü§]\s)(.*)$/su.exec(
      text,
    )?.[1];
  if (listed !== undefined) return BULLET + listed.trim();
  // Word's second level is an "o" of Courier New with spaces that do not break.
  if (/^\s*o[\s]?\u00A0/u.test(line)) return BULLET + text.slice(1).trim();
  return text;
};
