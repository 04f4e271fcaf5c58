import { isValidElement, type ComponentChildren, type VNode } from 'preact';

/**
 * The markup that a drawing would make, as text, for components without hooks: enough to hold the
 * semantics of a paper's text without a browser. A component named in `leave` stays as it is.
 */
export const markup = (node: ComponentChildren, leave: readonly string[] = []): string => {
  if (node === null || node === undefined || typeof node === 'boolean') return '';
  if (Array.isArray(node)) return node.map((child) => markup(child, leave)).join('');
  if (isValidElement(node)) return elementMarkup(node, leave);
  if (typeof node === 'object') throw new TypeError('neither text nor element');
  return String(node);
};

const elementMarkup = ({ type, props }: VNode<object>, leave: readonly string[]): string => {
  const children = 'children' in props ? props.children : null;
  if (typeof type === 'function') {
    if (type.name === '' || type.name === 'Fragment') return markup(children, leave);
    if (leave.includes(type.name)) return `<${type.name}${attributes(props)}>`;
    const draw = type as (props: object) => ComponentChildren;
    return markup(draw(props), leave);
  }
  return `<${type}${attributes(props)}>${markup(children, leave)}</${type}>`;
};

const attributes = (props: object): string =>
  Object.entries(props)
    .filter(([name, value]) => name !== 'children' && name !== 'class' && value !== undefined)
    .map(([name, value]) => ` ${name}="${String(value)}"`)
    .join('');
