import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

export interface PageProps {
  /** The name of the screen, one `h1`. Also the title of the browser's tab. */
  readonly title: string;
  /** One line above the title: where this is. */
  readonly caption?: ComponentChildren;
  readonly back?: ComponentChildren;
  /** `wide` fills the tablet; `narrow` keeps the line to 34 em, for questions and text. */
  readonly width?: 'wide' | 'narrow';
  /** Beside the title, at its end: one button at most. */
  readonly aside?: ComponentChildren;
  readonly children: ComponentChildren;
}

/**
 * The inside of a screen. Moves the focus to the title when the title changes, so that a person who
 * does not see the page hears where they are (single-page apps change pages silently).
 */
export const Page = ({ title, caption, back, width = 'wide', aside, children }: PageProps) => {
  const heading = useRef<HTMLHeadingElement>(null);
  // Before the effects of what is inside: a reader that opens at a kept place has the last word.
  useLayoutEffect(() => {
    const first = document.title === '';
    document.title = `${title} – Order Paper`;
    // An error summary that took the focus keeps it.
    if (first || document.activeElement?.closest('[role="alert"], dialog')) return;
    heading.current?.focus({ preventScroll: true });
    // The next page of a form begins at its top, wherever the one before was left.
    window.scrollTo({ top: 0 });
  }, [title]);
  return (
    <div class={`page page--${width}`}>
      {back}
      <header class="page__head">
        <div>
          {caption && <p class="page__caption">{caption}</p>}
          <h1 class="page__title" tabIndex={-1} ref={heading}>
            {title}
          </h1>
        </div>
        {aside}
      </header>
      {children}
    </div>
  );
};

export interface SectionProps {
  /** Different from that of every other section of the screen: it names the landmark. */
  readonly title: ComponentChildren;
  readonly id: string;
  /** Beside the heading, at its end. */
  readonly aside?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A part of a screen under its own `h2`. */
export const Section = ({ title, id, aside, children }: SectionProps) => (
  <section class="section" aria-labelledby={id}>
    <div class="section__head">
      <h2 class="section__title" id={id}>
        {title}
      </h2>
      {aside}
    </div>
    {children}
  </section>
);
