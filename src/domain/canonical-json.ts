/** Any value that JSON can carry. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * JSON Canonicalization Scheme (RFC 8785): keys sorted by UTF-16 code units, no white space. Two
 * devices that say the same thing produce the same bytes, so that a digest can be compared.
 * Throws on a number that JSON cannot carry. One text grows: this runs for every record that comes or goes.
 */
export const canonicalJson = (value: Json): string => {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (Number.isFinite(value)) return String(value);
    throw new TypeError('canonical JSON has no NaN and no infinity');
  }
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (value === null) return 'null';
  let text = '';
  if (isList(value)) {
    for (const one of value) text += text === '' ? canonicalJson(one) : `,${canonicalJson(one)}`;
    return `[${text}]`;
  }
  for (const key of sorted(Object.keys(value))) {
    if (text !== '') text += ',';
    text += nameOf(key) + canonicalJson(value[key] ?? null);
  }
  return `{${text}}`;
};

// Array.isArray does not narrow readonly arrays.
const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

// In place, each key into its place among those before it: for a dozen of them quicker than a sort of the engine,
// and for thousands, which nobody but an attacker sends, slower without end.
const sorted = (keys: string[]): readonly string[] => {
  if (keys.length > 32) return keys.toSorted();
  for (let at = 1; at < keys.length; at += 1) {
    const key = keys[at] ?? '';
    let to = at;
    for (let before = keys[to - 1]; before !== undefined && before > key; before = keys[to - 1]) {
      keys[to] = before;
      to -= 1;
    }
    keys[to] = key;
  }
  return keys;
};

const names = new Map<string, string>();

// Events have few names, and the same ones again and again; somebody's own ones do not fill the memory.
const nameOf = (key: string): string => {
  const known = names.get(key);
  if (known !== undefined) return known;
  const name = `${JSON.stringify(key)}:`;
  if (names.size < 200) names.set(key, name);
  return name;
};
