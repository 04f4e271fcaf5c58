import type { PageAround } from '../../app/import/watch-import.ts';

/** This page's clock and whether anybody looks at it. */
export const pageAround: PageAround = {
  startTimer: (then, ms) => {
    const timer = setTimeout(then, ms);
    return () => clearTimeout(timer);
  },
  isVisible: () => document.visibilityState === 'visible',
  onVisibility: (changed) => {
    document.addEventListener('visibilitychange', changed);
    return () => document.removeEventListener('visibilitychange', changed);
  },
};
