import { isValidElement, type ComponentChild, type VNode } from 'preact';

/** One element as it would stand in the page, and the words in it. */
export interface Drawn {
  readonly type: string;
  readonly props: Readonly<Record<string, unknown>>;
  readonly words: string;
}

/**
 * Every element below `child`, outermost first. Components are called, so they must have no hooks: a
 * component with hooks is tested in a browser.
 */
export const walkTree = (child: unknown): readonly Drawn[] => visit(child).elements;

interface Visit {
  readonly words: string;
  readonly elements: readonly Drawn[];
}

const visit = (child: unknown): Visit => {
  if (Array.isArray(child)) return join(child.map(visit));
  if (typeof child === 'string' || typeof child === 'number') return { words: String(child), elements: [] };
  if (!isElement(child)) return { words: '', elements: [] };
  const { type, props } = child;
  if (typeof type === 'function') {
    // A component without state is a plain function; the type also allows classes, which we have none of.
    return visit(Reflect.apply(type, undefined, [props]));
  }
  const inside = visit(props.children);
  return {
    words: inside.words,
    elements: [{ type, props: { ...props }, words: inside.words }, ...inside.elements],
  };
};

const join = (visits: readonly Visit[]): Visit => ({
  words: visits.map(({ words }) => words).join(''),
  elements: visits.flatMap(({ elements }) => elements),
});

const isElement = (child: unknown): child is VNode<{ readonly children?: ComponentChild }> =>
  isValidElement(child);
