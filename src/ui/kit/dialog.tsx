import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';

export interface DialogProps {
  readonly title: string;
  readonly open: boolean;
  /** Escape, or the browser's way back. The caller sets `open` to false. */
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** Asks before something that cannot be undone. The browser's own dialog keeps the focus inside and gives it back. */
export const Dialog = ({ title, open, onClose, children }: DialogProps) => {
  const element = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = element.current;
    if (open && dialog && !dialog.open) dialog.showModal();
    if (!open && dialog?.open) dialog.close();
  }, [open]);
  return (
    <dialog class="modal" aria-labelledby={titleId} ref={element} onClose={onClose}>
      <h2 class="modal__title" id={titleId}>
        {title}
      </h2>
      {children}
    </dialog>
  );
};
