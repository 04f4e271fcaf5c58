import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { createRegistry } from '../../../src/server/observe/registry.ts';
import { watchProcess } from '../../../src/server/observe/process-metrics.ts';
import { readExposition, valueOf } from './exposition.ts';

describe('the registry', () => {
  it('counts by labels and says each family once', async () => {
    const registry = createRegistry();
    const pushed = registry.counter<'status'>('pushed_total', 'Records offered.');
    registry.counter('never_total', 'Never counted.');
    pushed.add({ status: 'applied' }, 3);
    pushed.add({ status: 'applied' });
    pushed.add({ status: 'held' });
    const families = readExposition(await registry.text());
    expect([...families.keys()]).toEqual(['pushed_total', 'never_total']);
    expect(valueOf(families, 'pushed_total', { status: 'applied' })).toBe(4);
    expect(valueOf(families, 'pushed_total', { status: 'held' })).toBe(1);
    expect(families.get('never_total')?.samples).toEqual([]);
  });

  it('sorts times into buckets that add up', async () => {
    const registry = createRegistry();
    const seconds = registry.histogram<'route'>('seconds', 'Times.', [0.1, 1]);
    for (const value of [0.05, 0.1, 0.5, 7]) seconds.observe({ route: '/a' }, value);
    const families = readExposition(await registry.text());
    const bucket = (le: string) => valueOf(families, 'seconds_bucket', { route: '/a', le });
    expect([bucket('0.1'), bucket('1'), bucket('+Inf')]).toEqual([2, 3, 4]);
    expect(valueOf(families, 'seconds_sum')).toBeCloseTo(7.65);
  });

  it('leaves a reading out that has nothing to say or fails, and waits for one that takes time', async () => {
    const registry = createRegistry();
    registry.reading('gauge', 'absent', 'Nothing.', () => null);
    registry.reading('gauge', 'later', 'Later.', () => Promise.resolve(5));
    registry.reading('gauge', 'broken', 'Throws.', () => Promise.reject(new Error('no database')));
    registry.info('about', 'About.', { version: '1.2.3' });
    const families = readExposition(await registry.text());
    expect(families.get('absent')?.samples).toEqual([]);
    expect(families.get('broken')?.samples).toEqual([]);
    expect(valueOf(families, 'later')).toBe(5);
    expect(valueOf(families, 'about', { version: '1.2.3' })).toBe(1);
  });

  it('refuses two metrics of one name', () => {
    const registry = createRegistry();
    registry.counter('a_total', '');
    expect(() => registry.counter('a_total', '')).toThrow('there already');
  });

  it('writes any label and any number so that the grammar reads back the same', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), fc.double(), async (text, value) => {
        const registry = createRegistry();
        registry.info('about', `Help\n\\ ${text}`, { what: text });
        registry.reading('gauge', 'value', 'A value.', () => value);
        const families = readExposition(await registry.text());
        expect(families.get('about')?.samples[0]?.labels['what']).toBe(text);
        expect(valueOf(families, 'value')).toEqual(value === 0 ? 0 : value);
      }),
    );
  });

  it('tells what the process knows of itself', async () => {
    const registry = createRegistry();
    const stop = watchProcess(registry);
    const families = readExposition(await registry.text());
    stop();
    for (const metric of ['process_resident_memory_bytes', 'process_start_time_seconds'])
      expect(valueOf(families, metric)).toBeGreaterThan(1e6);
    expect(valueOf(families, 'nodejs_eventloop_lag_p99_seconds')).toBeGreaterThanOrEqual(0);
  });
});
