import type { ComponentChildren } from 'preact';
import { ChevronLeft } from 'lucide';
import { Icon } from './icon.tsx';

export type BackLinkProps = { readonly children: ComponentChildren } & (
  | { readonly href: string }
  | { readonly onPress: () => void }
);

/** The way back, first thing on a page below the bar: to another screen, or to the question before. */
export const BackLink = (props: BackLinkProps) =>
  'href' in props ? (
    <a class="back-link" href={props.href}>
      <Icon node={ChevronLeft} size={20} turns />
      <span>{props.children}</span>
    </a>
  ) : (
    <button class="back-link" type="button" onClick={props.onPress}>
      <Icon node={ChevronLeft} size={20} turns />
      <span>{props.children}</span>
    </button>
  );
