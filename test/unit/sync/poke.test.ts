import { expect, test } from 'vitest';
import type { Outside, Signal } from '../../../src/sync/ports.ts';
import { listenForPokes } from '../../../src/sync/poke.ts';
import { createTimers } from './timers.ts';

const setUp = () => {
  const timers = createTimers();
  const look = { isOnline: true, isVisible: true };
  const listeners = new Set<(signal: Signal) => void>();
  const open = new Set<{ readonly poked: () => void; readonly closed: () => void }>();
  const outside: Pick<Outside, 'startTimer' | 'signals' | 'openPokes'> = {
    startTimer: timers.startTimer,
    signals: {
      isOnline: () => look.isOnline,
      isVisible: () => look.isVisible,
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    openPokes: (_path, poked, closed) => {
      const stream = { poked, closed };
      open.add(stream);
      return () => open.delete(stream);
    },
  };
  const wakes: number[] = [];
  const stop = listenForPokes(outside, () => wakes.push(1));
  const signal = (next: Signal): void => {
    look.isVisible = next === 'hidden' ? false : next === 'visible' ? true : look.isVisible;
    look.isOnline = next === 'offline' ? false : next === 'online' ? true : look.isOnline;
    for (const listener of listeners) listener(next);
  };
  return { timers, open, wakes, stop, signal, only: () => [...open][0] };
};

test('a poke wakes the sync', () => {
  const { open, wakes, only } = setUp();
  expect(open.size).toBe(1);
  only()?.poked();
  expect(wakes).toHaveLength(1);
});

test('the stream is held only in front and online, and never twice', () => {
  const { open, signal } = setUp();
  for (const [next, size] of [
    ['hidden', 0],
    ['online', 0],
    ['visible', 1],
    ['visible', 1],
    ['offline', 0],
    ['visible', 0],
    ['online', 1],
    ['pageshow', 1],
  ] as const) {
    signal(next);
    expect([next, open.size]).toEqual([next, size]);
  }
});

test('a stream that ended for good is opened again after half a minute, unless nobody listens any more', () => {
  const { timers, open, only, stop } = setUp();
  const end = (): void => {
    const stream = only();
    if (stream === undefined) return;
    open.delete(stream);
    stream.closed();
  };
  end();
  timers.pass(29_000);
  expect(open.size).toBe(0);
  timers.pass(1000);
  expect(open.size).toBe(1);
  end();
  stop();
  timers.pass(60_000);
  expect(open.size).toBe(0);
});
