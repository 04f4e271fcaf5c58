import { assert, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { enrolPlace, readCode, sendCode, showCode, type EnrolServices } from '../../../src/app/enrol.ts';

const services = (sent: string[]): EnrolServices => ({
  council: null,
  handedOver: null,
  place: 'installed',
  enrol: (code) => {
    sent.push(code);
    return Promise.resolve({ ok: true, value: undefined });
  },
});

test.each(['K7MP4TXA', 'k7mp-4txa', ' k7mp 4txa ', 'K7MP–4TXA', 'k7mp-4txa.'])(
  '"%s" is the code that was printed',
  async (typed) => {
    const sent: string[] = [];
    expect((await sendCode(services(sent), typed)).ok).toBe(true);
    expect(sent).toEqual(['K7MP4TXA']);
  },
);

test('half a code is not sent: tries are few', async () => {
  const sent: string[] = [];
  expect(await sendCode(services(sent), 'K7MP-4')).toEqual({ ok: false, error: { kind: 'incomplete' } });
  expect(sent).toEqual([]);
});

test('typing and deleting over the dash works at every place', () => {
  expect(['k', 'k7mp', 'k7mp4', 'K7MP-'].map(showCode)).toEqual(['K', 'K7MP', 'K7MP-4', 'K7MP']);
  assert(
    property(string(), (typed) => {
      expect(readCode(showCode(typed))).toBe(readCode(typed));
      expect(showCode(showCode(typed))).toBe(showCode(typed));
    }),
  );
});

test.each([
  [
    'plain http on a network address',
    { isSecure: false, isStandalone: false, userAgent: 'iPad', touchPoints: 5 },
    'insecure',
  ],
  ['installed', { isSecure: true, isStandalone: true, userAgent: 'iPad', touchPoints: 5 }, 'installed'],
  [
    'Safari on an iPad that says it is a Mac',
    { isSecure: true, isStandalone: false, userAgent: 'Macintosh', touchPoints: 5 },
    'ios-tab',
  ],
  ['Safari on a Mac', { isSecure: true, isStandalone: false, userAgent: 'Macintosh', touchPoints: 0 }, 'tab'],
  [
    'Chrome on Android',
    { isSecure: true, isStandalone: false, userAgent: 'Linux; Android', touchPoints: 5 },
    'tab',
  ],
] as const)('%s', (_name, facts, place) => {
  expect(enrolPlace(facts)).toBe(place);
});
