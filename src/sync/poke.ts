import { pokePath } from '../protocol/pull.ts';
import type { Outside } from './ports.ts';

/** How long after the stream ended for good it is opened again, in milliseconds. */
const reopenMs = 30_000;

/**
 * Listens for the server's "pull now" while the app is in front and online. A poke carries nothing and
 * may get lost; the minute's tick makes up for it. Answers how to stop.
 */
export const listenForPokes = (
  outside: Pick<Outside, 'signals' | 'startTimer' | 'openPokes'>,
  wake: () => void,
): (() => void) => {
  let close: (() => void) | null = null;
  let stopTimer: (() => void) | null = null;
  const end = (): void => {
    close?.();
    close = null;
    stopTimer?.();
    stopTimer = null;
  };
  const begin = (): void => {
    if (close !== null || !outside.signals.isVisible() || !outside.signals.isOnline()) return;
    stopTimer?.();
    close = outside.openPokes(pokePath, wake, () => {
      close = null;
      // Ended for good, as by a session that ran out; the cycle renews that meanwhile.
      stopTimer = outside.startTimer(begin, reopenMs);
    });
  };
  const unsubscribe = outside.signals.subscribe((signal) => {
    // A stream that slept with its page may be dead without having said so.
    if (signal !== 'online' && signal !== 'visible') end();
    begin();
  });
  begin();
  return () => {
    unsubscribe();
    end();
  };
};
