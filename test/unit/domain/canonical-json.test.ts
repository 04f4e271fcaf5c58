import { assert, dictionary, integer, jsonValue, oneof, property, string, type Arbitrary } from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalJson, type Json } from '../../../src/domain/canonical-json.ts';

/** The same again as RFC 8785 says it, without a thought for time. */
const asTheRfcSays = (value: Json): string => {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(asTheRfcSays).join(',')}]`;
  const members = Object.entries(value).toSorted(([left], [right]) => (left < right ? -1 : 1));
  return `{${members.map(([key, one]) => `${JSON.stringify(key)}:${asTheRfcSays(one)}`).join(',')}}`;
};

it('is the example of RFC 8785, 3.2.2 and 3.2.3', () => {
  const given: Json = {
    // Written as the number that it is read as; the RFC's source has one digit more.
    numbers: [333333333.3333333, 1e30, 4.5, 2e-3, 1e-27],
    string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
    literals: [null, true, false],
  };
  expect(canonicalJson(given)).toBe(
    String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
  );
});

it('sorts names by UTF-16 code units, as RFC 8785, 3.2.3', () => {
  const given: Json = {
    '\u20ac': 'Euro Sign',
    '\r': 'Carriage Return',
    '\ufb33': 'Hebrew Letter Dalet With Dagesh',
    1: 'One',
    '\ud83d\ude00': 'Emoji: Grinning Face',
    '\u0080': 'Control',
    '\u00f6': 'Latin Small Letter O With Diaeresis',
  };
  expect(Object.values(JSON.parse(canonicalJson(given)) as object)).toEqual([
    'One',
    'Carriage Return',
    'Control',
    'Latin Small Letter O With Diaeresis',
    'Euro Sign',
    'Emoji: Grinning Face',
    'Hebrew Letter Dalet With Dagesh',
  ]);
});

it('is what the RFC says for any value, however long and deep', () => {
  const value = jsonValue({ maxDepth: 2, stringUnit: 'binary' }) as Arbitrary<Json>;
  const wide = dictionary(string({ unit: 'binary' }), integer(), {
    minKeys: 5,
    maxKeys: 50,
  }) as Arbitrary<Json>;
  assert(
    property(oneof(value, wide), (one) => {
      expect(canonicalJson(one)).toBe(asTheRfcSays(one));
    }),
  );
});

it('changes nothing of what it is given, and knows -0 and names that it has not kept', () => {
  const given = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`k${999 - index}`, -0]));
  const before = JSON.stringify(Object.keys(given));
  expect(canonicalJson(given)).toBe(asTheRfcSays(given));
  expect(JSON.stringify(Object.keys(given))).toBe(before);
});

it.each([NaN, Infinity, -Infinity])('refuses %s', (number) => {
  expect(() => canonicalJson({ a: [number] })).toThrow(TypeError);
});
