import { useEffect, useState } from 'preact/hooks';

/**
 * What `open` answers, or null until then; opened again when `key` changes. `close` is called for
 * everything that was opened, also for what arrives after the screen is gone.
 */
export const useOpened = <T>(key: string, open: () => Promise<T>, close: (opened: T) => void): T | null => {
  const [kept, keep] = useState<{ readonly key: string; readonly value: T } | null>(null);
  useEffect(() => {
    let isHere = true;
    let opened: { readonly value: T } | null = null;
    const opening = async (): Promise<void> => {
      const value = await open();
      if (!isHere) {
        close(value);
        return;
      }
      opened = { value };
      keep({ key, value });
    };
    void opening();
    return () => {
      isHere = false;
      if (opened !== null) close(opened.value);
    };
    // `open` and `close` are made anew at every drawing; the key says when they mean something else.
  }, [key]);
  return kept?.key === key ? kept.value : null;
};
