import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** So far below the bars must a page begin to count as the page in sight. */
const slack = 24;

/**
 * The last of `count` things whose top is at or above `line`, counting from 0; the first one when all
 * are below. `topOf` must grow with the index, so that a pack of 500 pages costs nine looks, not 500.
 */
export const lastAbove = (count: number, topOf: (index: number) => number, line: number): number => {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (topOf(middle) <= line) low = middle;
    else high = middle - 1;
  }
  return low;
};

/** Calls `onPage` when, by scrolling, another page comes to stand under the bars. */
export const usePageInSight = (
  root: RefObject<HTMLElement | null>,
  edge: number | null,
  onPage: (page: number) => void,
): void => {
  useEffect(() => {
    let frame = 0;
    let last = 0;
    const look = (): void => {
      frame = 0;
      const sections = root.current?.querySelectorAll<HTMLElement>('[data-page]');
      if (!sections || sections.length === 0) return;
      const topOf = (index: number): number => sections[index]?.getBoundingClientRect().top ?? Infinity;
      const page = Number(sections[lastAbove(sections.length, topOf, (edge ?? 0) + slack)]?.dataset['page']);
      if (page === last) return;
      last = page;
      onPage(page);
    };
    const onScroll = (): void => {
      frame ||= requestAnimationFrame(look);
    };
    // Captured, because it may be the window or a part of the shell that scrolls.
    document.addEventListener('scroll', onScroll, { capture: true, passive: true });
    return () => {
      document.removeEventListener('scroll', onScroll, { capture: true });
      cancelAnimationFrame(frame);
    };
  }, [root, edge, onPage]);
};
