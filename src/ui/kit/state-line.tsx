import type { ComponentChildren } from 'preact';
import type { IconNode } from 'lucide';
import { Icon } from './icon.tsx';
import type { Tone } from './tag.tsx';

export interface StateLineProps {
  readonly tone: Tone;
  readonly icon: IconNode;
  /** The state itself, in two or three words. */
  readonly state: ComponentChildren;
  /** What else is known: "2 papers, 14 pages, checked 21:10". */
  readonly children?: ComponentChildren;
}

/** A state that has a line to itself: icon, words in its colour, details in second ink. */
export const StateLine = ({ tone, icon, state, children }: StateLineProps) => (
  <p class="state-line">
    <span class={`state-line__state state-line__state--${tone}`}>
      <Icon node={icon} size={20} />
      <strong>{state}</strong>
    </span>
    {children && <span class="state-line__more">{children}</span>}
  </p>
);
