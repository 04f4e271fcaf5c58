import { useEffect, useRef } from 'preact/hooks';

/**
 * For pages whose `h1` is the question itself: names the tab, and moves the focus to the `h1` when the
 * page changes, so that a person who does not see it hears where they are. Not on the first page: the
 * screen before it gave the focus away already.
 */
export const useTitleFocus = (title: string, page: string): void => {
  const shown = useRef<string | null>(null);
  useEffect(() => {
    document.title = `${title} – Order Paper`;
    const isFirst = shown.current === null;
    shown.current = page;
    if (isFirst) return;
    const heading = document.querySelector<HTMLElement>('h1');
    if (heading === null) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  }, [title, page]);
};
