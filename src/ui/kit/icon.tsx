import { h } from 'preact';
import type { IconNode } from 'lucide';

export interface IconProps {
  /** An icon of the `lucide` package, imported by its name: `import { WifiOff } from 'lucide'`. */
  readonly node: IconNode;
  /** CSS pixels at normal text size; it grows with the text. */
  readonly size?: 16 | 20 | 24;
  /** Arrows and chevrons turn in right-to-left writing; clocks and ticks do not. */
  readonly turns?: boolean;
}

/** A drawn icon. It has no name of its own: words stand beside it, visible or `govuk-visually-hidden`. */
export const Icon = ({ node, size = 24, turns = false }: IconProps) => (
  <svg
    class={`icon icon--${size}${turns ? ' icon--turns' : ''}`}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width="2"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    {node.map(([name, attributes], index) => h(name, { ...attributes, key: index }))}
  </svg>
);
