/** What a key asks of the reader. */
export type ReaderKey = 'page-before' | 'page-after' | 'go-to-page';

/** The parts of a key press that matter. */
export interface KeyPress {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

/**
 * What a key means while the paper has the focus, or null. Single letters work only there, so that
 * speech input and screen readers elsewhere are not surprised (WCAG 2.1.4). Up, Down, Page Up and Page
 * Down stay the browser's own: they scroll. A paper runs left to right in every interface.
 */
export const readerKey = (press: KeyPress): ReaderKey | null => {
  if (press.altKey || press.ctrlKey || press.metaKey || press.shiftKey) return null;
  if (press.key === 'ArrowRight') return 'page-after';
  if (press.key === 'ArrowLeft') return 'page-before';
  return press.key.toLowerCase() === 'g' ? 'go-to-page' : null;
};

/** Whether something at the focus needs the key itself: a field, or a part that scrolls sideways. */
export const needsKeysItself = (target: EventTarget | null): boolean => {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest('input, textarea, select, dialog, [contenteditable]')) return true;
  return target.scrollWidth > target.clientWidth + 1 && target.tabIndex === 0;
};
