import type { ComponentChildren } from 'preact';
import type { IconNode } from 'lucide';
import { Icon } from './icon.tsx';

/** `primary`: the one thing to do here. `secondary`: beside it. `quiet`: looks like a link. `duty`: under law. */
type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'duty';

interface Looks {
  readonly kind?: ButtonKind;
  readonly icon?: IconNode;
  /** Words that say what happens: "Read the papers". */
  readonly children: ComponentChildren;
  /** Added for a screen reader where the same words stand in many rows: "of item 5". */
  readonly hidden?: string;
}

export interface ButtonProps extends Looks {
  /** Not needed on a `submit` button inside a form. */
  readonly onPress?: () => void;
  readonly type?: 'button' | 'submit';
  /** While the press is being carried out: further presses do nothing, and focus stays. */
  readonly busy?: boolean;
}

const looksClass = (kind: ButtonKind): string => `button button--${kind}`;

const Inside = ({ icon, children, hidden }: Looks) => (
  <>
    {icon && <Icon node={icon} size={20} />}
    <span>
      {children}
      {hidden && <span class="govuk-visually-hidden"> {hidden}</span>}
    </span>
  </>
);

/** A press that does something here. */
export const Button = ({
  kind = 'primary',
  type = 'button',
  busy = false,
  onPress,
  ...looks
}: ButtonProps) => (
  <button
    class={looksClass(kind)}
    type={type}
    // Not `disabled`: that would drop the keyboard's place in the page.
    aria-disabled={busy}
    onClick={(event) => {
      if (busy) event.preventDefault();
      else onPress?.();
    }}
  >
    <Inside {...looks} />
  </button>
);

export interface ButtonLinkProps extends Looks {
  readonly href: string;
}

/** A link to another screen that looks like a button. */
export const ButtonLink = ({ kind = 'primary', href, ...looks }: ButtonLinkProps) => (
  <a class={looksClass(kind)} href={href}>
    <Inside {...looks} />
  </a>
);

/** Buttons beside each other, under each other and full width on a phone. */
export const ButtonRow = ({ children }: { readonly children: ComponentChildren }) => (
  <div class="button-row">{children}</div>
);

export interface IconButtonProps {
  /** For one that the keyboard is brought to. */
  readonly id?: string;
  readonly icon: IconNode;
  /** The name; not seen, read aloud and shown as a tip. */
  readonly name: string;
  readonly onPress: () => void;
  /** For buttons that stay pressed. */
  readonly pressed?: boolean;
  readonly turns?: boolean;
}

/** A 44 px target that holds an icon only. Use it where the place makes its meaning plain. */
export const IconButton = ({ id, icon, name, onPress, pressed, turns = false }: IconButtonProps) => (
  <button
    id={id}
    class="icon-button"
    type="button"
    title={name}
    aria-label={name}
    aria-pressed={pressed}
    onClick={onPress}
  >
    <Icon node={icon} turns={turns} />
  </button>
);
