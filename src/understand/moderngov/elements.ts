import { type AnyNode, type Element, isTag, type ParentNode } from 'domhandler';
import { compile } from 'css-select';
import { textOf, tidy } from './text-of.ts';
import { unescapeLine } from './unescape.ts';

/** The child elements of one name; one or many are the same. */
export const childrenNamed = (parent: ParentNode | null, name: string): readonly Element[] =>
  parent === null
    ? []
    : parent.children.filter((child): child is Element => isTag(child) && child.name === name);

const childNamed = (parent: ParentNode | null, name: string): Element | null =>
  childrenNamed(parent, name)[0] ?? null;

/**
 * The elements of one name within wrappers of another, such as `agendaitem` in `agendaitems`. One that was never
 * closed holds those after it, which still count.
 */
export const childrenWithin = (
  parent: ParentNode | null,
  wrapper: string,
  name: string,
): readonly Element[] => {
  const found: Element[] = [];
  const waiting = childrenNamed(parent, wrapper)
    .flatMap((holder) => childrenNamed(holder, name))
    .toReversed();
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    found.push(element);
    for (const nested of childrenNamed(element, name).toReversed()) waiting.push(nested);
  }
  return found;
};

/** A child's text as it stands, not unescaped a second time; empty where there is none. */
export const rawText = (parent: ParentNode | null, name: string): string => {
  const child = childNamed(parent, name);
  return child === null ? '' : textOf(child.children).trim();
};

/** A child's text as one line, unescaped once more; null where it is missing or empty. */
export const lineText = (parent: ParentNode | null, name: string): string | null =>
  lineOf(rawText(parent, name));

/** A text of the service as one line of at most 2,000 characters, or null when nothing is left of it. */
export const lineOf = (text: string): string | null => unescapeLine(text).slice(0, 2000) || null;

/** A child's id: digits only, not 0. */
export const idText = (parent: ParentNode | null, name: string): string | null => idOf(rawText(parent, name));

export const idOf = (text: string | undefined): string | null => {
  const id = (text ?? '').trim();
  return /^\d{1,12}$/u.test(id) && Number(id) > 0 ? id : null;
};

/** `True` and `False` of the service, `1`, `yes` and the like; null for anything else. */
export const flag = (parent: ParentNode | null, name: string): boolean | null => {
  const word = rawText(parent, name).toLowerCase();
  if (/^(?:true|1|-1|yes|y)$/u.test(word)) return true;
  return /^(?:false|0|no|n)$/u.test(word) ? false : null;
};

type Query = ReturnType<typeof compile<AnyNode, Element>>;
// A page asks the same few questions of each of its items.
const queries = new Map<string, Query>();

const queryOf = (selector: string): Query => {
  const known = queries.get(selector);
  if (known !== undefined) return known;
  const query = compile<AnyNode, Element>(selector);
  queries.set(selector, query);
  return query;
};

/**
 * Elements within a node by a CSS selector, in the order of the document. The selector's own walk takes the square of
 * the time on very long lists of siblings.
 */
export const select = (selector: string, within: ParentNode): readonly Element[] => {
  const query = queryOf(selector);
  const found: Element[] = [];
  const waiting = within.children.toReversed();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!isTag(node)) continue;
    if (query(node)) found.push(node);
    for (let index = node.children.length - 1; index >= 0; index -= 1) {
      const child = node.children[index];
      if (child !== undefined) waiting.push(child);
    }
  }
  return found;
};

/** The first text that a selector finds, as one line; null where there is none. */
export const selectLine = (selector: string, within: ParentNode): string | null => {
  const found = select(selector, within)[0];
  return found === undefined ? null : tidy(textOf(found.children)).slice(0, 2000) || null;
};

/** The nearest element of one of these names that holds a node. */
export const holderOf = (node: AnyNode, ...names: readonly string[]): Element | null => {
  for (let parent = node.parent; parent !== null; parent = parent.parent)
    if (isTag(parent) && names.includes(parent.name)) return parent;
  return null;
};

/** A link's own words and where it leads. */
export const hrefOf = (link: Element): string => link.attribs['href'] ?? '';
