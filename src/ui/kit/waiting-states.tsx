import type { ComponentChildren } from 'preact';
import type { IconNode } from 'lucide';
import { Icon } from './icon.tsx';

export interface EmptyProps {
  readonly icon: IconNode;
  readonly title: string;
  /** Why there is nothing, and what will bring something. */
  readonly children?: ComponentChildren;
}

/** Nothing here yet, said so that nobody thinks it is broken. */
export const Empty = ({ icon, title, children }: EmptyProps) => (
  <div class="empty">
    <Icon node={icon} />
    <p class="empty__title">{title}</p>
    {children}
  </div>
);

/** While the tablet's own store is read: a moment. The words come late, so that a fast tablet never flickers. */
export const Loading = ({ words }: { readonly words: string }) => (
  <p class="loading" role="status">
    {words}
  </p>
);
