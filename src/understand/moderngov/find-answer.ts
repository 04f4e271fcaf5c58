import { type AnyNode, type Document, type Element, isTag } from 'domhandler';
import { readMarkup } from './read-markup.ts';
import type { SourceKind } from './source.ts';
import { textOf } from './text-of.ts';

/** The root of a web service's answer and what it answers. */
export interface Answer {
  readonly kind: SourceKind;
  readonly root: Element;
}

const ROOTS: Readonly<Record<string, SourceKind>> = {
  committees: 'getcommittees',
  getcommittees: 'getcommittees',
  getmeetings: 'getmeetings',
  getmeetingsbydate: 'getallmeetingsbydate',
  getallmeetingsbydate: 'getallmeetingsbydate',
  meeting: 'getmeeting',
  meetings: 'getmeetings',
  getmeeting: 'getmeeting',
  councillorsbyward: 'getcouncillorsbyward',
  getcouncillorsbyward: 'getcouncillorsbyward',
};
const DEEPEST_WRAPPER = 6;

/** Whether a text could hold an answer, so that reading it as XML is worth the work. */
export const mayHoldAnswer = (source: string): boolean =>
  /<(?:[a-z0-9_-]{1,20}:)?(?:committees|get\w{1,30}|meetings?|councillorsbyward|envelope|string|soap)[\s/>]/iu.test(
    source,
  );

/**
 * The answer within an XML document: its root, what stands in SOAP's envelope, or XML that is given as text. Null
 * where there is none.
 */
export const findAnswer = (document: Document, again = true): Answer | null => {
  let level: readonly AnyNode[] = document.children;
  for (let depth = 0; depth < DEEPEST_WRAPPER && level.length > 0; depth += 1) {
    const elements = level.filter(isTag);
    for (const root of elements) {
      const kind = kindOf(root);
      if (kind !== null) return { kind, root };
    }
    const inside = again ? answerInText(elements) : null;
    if (inside !== null) return inside;
    level = elements.filter(isWrapper).flatMap(({ children }) => children);
  }
  return null;
};

const kindOf = (root: Element): SourceKind | null => {
  const kind = rootKind(root);
  // A wrapper may be named like the answer within it.
  return root.children.some((child) => isTag(child) && rootKind(child) === kind) ? null : kind;
};

const rootKind = ({ name }: Element): SourceKind | null =>
  Object.hasOwn(ROOTS, name) ? (ROOTS[name] ?? null) : null;

const isWrapper = ({ name }: Element): boolean =>
  /^(?:envelope|body|string|anytype|root|xml|\w{1,60}(?:response|result)|get\w{1,60})$/u.test(name);

const answerInText = (elements: readonly Element[]): Answer | null => {
  const only = elements.length === 1 ? elements[0] : undefined;
  if (only === undefined || only.children.some(isTag) || !isWrapper(only)) return null;
  const text = textOf(only.children);
  if (!mayHoldAnswer(text)) return null;
  const read = readMarkup(text, 'xml');
  return read.ok ? findAnswer(read.value.document, false) : null;
};
