import { type AnyNode, isTag, isText } from 'domhandler';

const MOST_OF_A_TEXT = 400_000;
const UNSEEN = new Set(['script', 'style', 'noscript', 'template', 'svg', 'head']);

/**
 * The text of nodes as it stands, with at most 400,000 characters. What `leave` names is left out with all that
 * it holds.
 */
export const textOf = (nodes: readonly AnyNode[], leave: (node: AnyNode) => boolean = never): string => {
  const parts: string[] = [];
  let length = 0;
  const waiting = nodes.toReversed();
  while (length < MOST_OF_A_TEXT) {
    const node = waiting.pop();
    if (node === undefined) break;
    if (isText(node)) {
      parts.push(node.data);
      length += node.data.length;
    } else if ('children' in node && !isUnseen(node) && !leave(node)) {
      if (isTag(node) && node.name === 'br') parts.push(' ');
      for (let index = node.children.length - 1; index >= 0; index -= 1) {
        const child = node.children[index];
        if (child !== undefined) waiting.push(child);
      }
    }
  }
  return parts.join('').slice(0, MOST_OF_A_TEXT);
};

/** Whether an element is never shown as text. */
export const isUnseen = (node: AnyNode): boolean => isTag(node) && UNSEEN.has(node.name);

/** Spaces of every kind made one, none at the ends; characters that only steer the layout taken out. */
export const tidy = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]|[^\P{Cc}\s]/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();

/** Whether an element carries a class. */
export const hasClass = (node: AnyNode, name: string): boolean =>
  isTag(node) && ` ${node.attribs['class'] ?? ''} `.includes(` ${name} `);

/** What ModernGov hides or adds to a title: sizes of files, words for screen readers, and labels. */
const isNotTitle = (node: AnyNode): boolean => hasClass(node, 'mgHide') || hasClass(node, 'mgFileSize');

/** A title as it is meant: without the file's size, hidden words and pictures. */
export const titleOf = (nodes: readonly AnyNode[]): string =>
  withoutFileSize(tidy(textOf(nodes, isNotTitle)).slice(0, MOST_OF_A_TITLE));

/** A line without the size of a file at its end: "Pond Lane pdf icon PDF 1 MB", "Pond LanePDF 1 MB". */
export const withoutFileSize = (line: string): string => line.replace(FILE_SIZE, '');

const MOST_OF_A_TITLE = 2000;
const FILE_SIZE =
  /[\s,(]{0,3}(?:(?:(?:pdf|word|doc|excel) (?:icon|eicon)|(?:icon|eicon) (?:pdf|word|doc|excel))\s?)?(?:PDF|DOCX?|XLSX?|PPTX?|RTF|ZIP|Word|Excel),?\s?\d[\d.,]{0,8}\s?(?:bytes|[KMG]?B)\)?$/iu;
const never = (): boolean => false;
