import type { ComponentChildren } from 'preact';
import type { IconNode } from 'lucide';
import { Icon } from './icon.tsx';
import type { Tone } from './tag.tsx';

export interface NoticeProps {
  readonly tone: Tone;
  readonly icon?: IconNode;
  readonly title?: string;
  /** `alert` interrupts a screen reader, `status` waits; without it nothing is announced. */
  readonly role?: 'alert' | 'status';
  readonly children: ComponentChildren;
}

/** Something the person should know here and now, with what they can do about it inside. */
export const Notice = ({ tone, icon, title, role, children }: NoticeProps) => (
  <div class={`notice notice--${tone}`} role={role}>
    {icon && <Icon node={icon} />}
    <div class="notice__body">
      {title && <p class="notice__title">{title}</p>}
      {children}
    </div>
  </div>
);

export interface DutiesProps {
  readonly title: string;
  readonly headingLevel?: 2 | 3;
  /** One sentence each, in the order in which they are done. */
  readonly duties: readonly ComponentChildren[];
}

/** What the law asks, numbered, in the one box that is framed in red. */
export const Duties = ({ title, headingLevel = 2, duties }: DutiesProps) => {
  const Heading = `h${headingLevel}` as const;
  return (
    <section class="duties">
      <Heading class="duties__title">{title}</Heading>
      <ol class="duties__list">
        {duties.map((duty, index) => (
          <li key={index}>{duty}</li>
        ))}
      </ol>
    </section>
  );
};
