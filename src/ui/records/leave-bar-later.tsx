import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { loadAllEnglish } from '../../i18n/i18n.ts';
import type { LeaveBarProps } from './leave-bar.tsx';

/**
 * The bar for screens of the first load: its code and words come after them, and nothing waits for it. It
 * is kept for offline use like every other part.
 */
export const LeaveBarLater = (props: LeaveBarProps) => {
  const [Bar, setBar] = useState<FunctionComponent<LeaveBarProps> | null>(null);
  useEffect(() => {
    const load = async (): Promise<void> => {
      const [part] = await Promise.all([import('./leave-bar.tsx'), loadAllEnglish()]);
      // A function given to a setter is called, so it is wrapped.
      setBar(() => part.LeaveBar);
    };
    void load();
  }, []);
  return Bar === null ? null : <Bar {...props} />;
};
