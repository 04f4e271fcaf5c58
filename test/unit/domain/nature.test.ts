import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkNature } from '../../../src/domain/nature.ts';

describe('the nature of an interest', () => {
  it.each([
    'As recorded',
    'as noted.',
    'as noted in the register',
    'As per my register of interests',
    'See register',
    'please see my register of interests form',
    'Already declared',
    'declared at previous meetings',
    'as stated above',
    'interest',
    'an interest',
    'Pecuniary interest declared',
    'I declare an interest',
    'I have an interest in all items',
    'all agenda items',
    'any matters',
    'several of the items on the agenda',
    'n/a',
    'none',
    '…',
    '- - -',
    'me',
    'Same as last time',
  ])('warns about %s', (text) => {
    expect(checkNature(text)).toEqual({ kind: 'boilerplate', text });
  });

  it.each([
    'I am a governor of the school named in the report',
    'My husband works for the company that bids',
    'we own the field behind the site',
    'as Chairman of the local trust',
    'The contract for the interest-free loan is with my firm',
    'I registered the land in 2019 and still rent it out',
    'مالک زمین کنار مدرسه هستم',
    '我在那所学校工作',
  ])('takes %s', (text) => {
    expect(checkNature(text).kind).toBe('ok');
  });

  it('finds any blank empty', () => {
    const blank = fc.constantFrom(
      ...Array.from(
        ' \t\n\r\u00A0\u1680\u2002\u2009\u2028\u3000\u200B\u200D\u2060\uFEFF\u00AD\u3164\u2800\u0000\u202E',
      ),
    );
    fc.assert(
      fc.property(fc.array(blank), (marks) => {
        expect(checkNature(marks.join(''))).toEqual({ kind: 'empty' });
      }),
    );
  });

  it('never throws and never bends what was written', () => {
    const naughty = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        '\uD800',
        '<script>alert(1)</script>',
        '{{item}}',
        "'; DROP TABLE",
        '%s%n',
        'NaN',
        '０x',
        '🏴‍☠️',
      ),
    );
    fc.assert(
      fc.property(naughty, (typed) => {
        const checked = checkNature(typed);
        if (checked.kind === 'empty') return;
        expect(typed).toContain(checked.text);
        expect(checked.text).not.toBe('');
      }),
      { numRuns: 500 },
    );
  });

  it('takes a long text that also speaks of all items', () => {
    const text =
      'My firm prints the agendas of this council, so that I gain a little from all items that are on any of them';
    expect(checkNature(`\u200B ${text}\n`)).toEqual({ kind: 'ok', text });
  });
});
