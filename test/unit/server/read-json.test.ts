import { array, assert, constantFrom, property, string } from 'fast-check';
import { expect, it } from 'vitest';
import { textToJson } from '../../../src/server/http/read-json.ts';

const bad = { ok: false, error: { error: 'bad_json' } };
const nested = (depth: number, core: string): string => '['.repeat(depth) + core + ']'.repeat(depth);

it('reads what is not too deep, whatever stands in its strings', () => {
  const awkward = string({ unit: constantFrom('[', '{', ']', '}', '\\', '"', 'a'), maxLength: 20 });
  const given = array(array(awkward, { maxLength: 5 }), { maxLength: 5 });
  assert(
    property(given, (one) => {
      expect(textToJson(JSON.stringify(one))).toEqual({ ok: true, value: one });
    }),
  );
});

it.each(['"[["', String.raw`"\"[["`, String.raw`"\\"`, String.raw`"\\\"{"`, String.raw`["\\","[","\""]`])(
  'counts brackets outside of strings only: %s',
  (core) => {
    expect(textToJson(nested(58, core))).toMatchObject({ ok: true });
    expect(textToJson(nested(61, core))).toEqual(bad);
    // What stands behind the string counts.
    expect(textToJson(`[${core},${nested(60, '1')}]`)).toEqual(bad);
  },
);

it.each(['"', '{"a":"', String.raw`"\"`, ']', ''])('refuses what is cut off: %s', (text) => {
  expect(textToJson(text)).toEqual(bad);
});
