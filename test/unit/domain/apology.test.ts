import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apologyRefs, apologyStatus } from '../../../src/domain/apology.ts';
import type { AnyEvent } from '../../../src/domain/event.ts';
import { people, recalling, record, sending } from './records.ts';

const { ash, bo } = people;
const status = (events: readonly AnyEvent[]) => apologyStatus(events, 'meeting', 'ash');

describe('the status of an apology', () => {
  it('is none, sent, part or recalled', () => {
    const sent = record(ash, 'a', sending());
    expect(status([])).toEqual({ kind: 'none' });
    expect(status([sent])).toEqual({ kind: 'sent', event: sent });
    expect(status([record(ash, 'a', sending('late', '12:30'))])).toMatchObject({
      kind: 'part',
      part: 'late',
      time: '12:30',
    });
    expect(status([sent, record(ash, 'b', recalling, ['a'])]).kind).toBe('recalled');
  });

  it('is sent again after a recall that it refers to, in whatever order they came', () => {
    const events = [
      record(ash, 'a', sending()),
      record(ash, 'b', recalling, ['a']),
      record(ash, 'c', sending(), ['b']),
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(events, { minLength: 3 }), (shuffled) => {
        expect(status(shuffled).kind).toBe('sent');
      }),
    );
  });

  it('is to be confirmed when a recall is of another apology', () => {
    const events = [
      record(ash, 'a', sending()),
      record(ash, 'b', sending('late')),
      record(ash, 'c', recalling, ['b']),
    ];
    expect(status(events)).toMatchObject({ kind: 'to-confirm', events: [{ id: 'a' }, { id: 'c' }] });
  });

  it('is to be confirmed when two devices say different things, and not when they say the same', () => {
    expect(status([record(ash, 'a', sending()), record(ash, 'b', sending('early'))]).kind).toBe('to-confirm');
    expect(status([record(ash, 'a', sending()), record(ash, 'b', sending())]).kind).toBe('sent');
    const late = record(ash, 'a', sending('late', '12:30'));
    expect(status([late, record(ash, 'b', sending('late', '13:00'))]).kind).toBe('to-confirm');
    expect(status([late, record(ash, 'b', sending('early', '12:30'))]).kind).toBe('to-confirm');
    expect(status([late, record(ash, 'b', sending('late', '12:30'))]).kind).toBe('part');
  });

  it('ignores other people and other meetings, and names what the next record refers to', () => {
    const events = [
      record(ash, 'a', sending()),
      record(bo, 'b', recalling, ['a']),
      record(ash, 'c', sending(), ['a']),
    ];
    expect(status(events)).toMatchObject({ kind: 'sent', event: { id: 'c' } });
    expect(apologyStatus(events, 'elsewhere', 'ash').kind).toBe('none');
    expect(apologyRefs(events, 'meeting', 'ash')).toEqual(['c']);
  });
});
