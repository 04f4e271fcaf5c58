import type { ComponentChildren } from 'preact';
import type { IconNode } from 'lucide';
import { Icon } from './icon.tsx';

/** Colour means something: green is done or safe, amber waits, red is a duty under law. */
export type Tone = 'done' | 'waiting' | 'duty' | 'plain';

export interface TagProps {
  readonly tone: Tone;
  readonly icon?: IconNode;
  readonly children: ComponentChildren;
}

/** A state in a few words, beside the thing it is the state of. */
export const Tag = ({ tone, icon, children }: TagProps) => (
  <span class={`tag tag--${tone}`}>
    {icon && <Icon node={icon} size={16} />}
    <span>{children}</span>
  </span>
);
