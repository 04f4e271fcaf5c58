import { describe, expect, it } from 'vitest';
import { usualRates } from '../../../src/server/http/limits.ts';
import { createThrottle } from '../../../src/server/http/rate-limit.ts';

const rate = { burst: 5, perSecond: 2 };

describe('a throttle', () => {
  it('lets a burst through, then the rate, and says exactly how long to wait', () => {
    const throttle = createThrottle();
    const waits = Array.from({ length: 7 }, () => throttle('a', rate, 1000));
    expect(waits).toEqual([0, 0, 0, 0, 0, 500, 500]);
    expect(throttle('a', rate, 1499)).toBe(1);
    expect(throttle('a', rate, 1500)).toBe(0);
    expect(throttle('a', rate, 1500)).toBe(500);
    // Rested: the whole burst again, and not more.
    expect(Array.from({ length: 6 }, () => throttle('a', rate, 60_000))).toEqual([0, 0, 0, 0, 0, 500]);
  });

  it('counts each caller alone', () => {
    const throttle = createThrottle();
    for (let count = 0; count < 9; count += 1) throttle('a', rate, 0);
    expect(throttle('b', rate, 0)).toBe(0);
  });

  it('lets nobody wait longer than the burst takes after a clock that was set back', () => {
    const throttle = createThrottle();
    for (let count = 0; count < 9; count += 1) throttle('a', rate, 3_600_000);
    expect(throttle('a', rate, 0)).toBe(500);
    expect(throttle('a', rate, 500)).toBe(0);
  });

  it('remembers who was busy when many others have come and gone', () => {
    const throttle = createThrottle();
    for (let count = 0; count < 25_000; count += 1) throttle(`caller ${count}`, rate, 0);
    for (let count = 0; count < 9; count += 1) throttle('busy', rate, 10_000);
    for (let count = 0; count < 15_000; count += 1) throttle(`another ${count}`, rate, 10_000);
    expect(throttle('busy', rate, 10_000)).toBe(500);
  });
});

describe('the usual rates', () => {
  it('let a tablet send 20,000 records and pull 500,000 rows without a pause', () => {
    const throttle = createThrottle();
    const pushes = Array.from({ length: 200 }, () => throttle('push', usualRates.push.session, 0));
    const pulls = Array.from({ length: 1000 }, () => throttle('pull', usualRates.pull.session, 0));
    expect(Math.max(...pushes, ...pulls)).toBe(0);
  });

  it('let a hundred tablets behind one address pull at once, twice, and renew their sessions', () => {
    const throttle = createThrottle();
    const pulls = Array.from({ length: 200 }, () => throttle('pull', usualRates.pull.address, 0));
    const renewals = Array.from({ length: 300 }, () => throttle('session', usualRates.session.address, 0));
    expect(Math.max(...pulls, ...renewals)).toBe(0);
  });
});
