/** How deep an answer lies in one that was made JSON, at most; no answer of the service comes near it. */
const DEEPEST = 40;
const MOST = 5 * 1024 * 1024;

/** What each of the service's lists holds, for conversions that leave the inner name out. */
const HOLDS: Readonly<Record<string, string>> = {
  agendaitems: 'agendaitem',
  attendees: 'attendee',
  committeemeetings: 'meeting',
  committees: 'committee',
  councillors: 'councillor',
  linkeddocuments: 'linkeddoc',
  meetings: 'meeting',
  termsofoffice: 'termofoffice',
  wards: 'ward',
};
const ATTRIBUTES = /^(?:\$|@attributes|_?attributes|attrs?|:@)$/iu;
const TEXT = /^(?:#text|_|_text|__text|\$t|\$text|@text|#cdata-section|_cdata|__cdata|value)$/iu;

/** An answer of the web service that somebody has turned into JSON, as XML again; null for other data. */
export const xmlOfJson = (source: string): string | null => {
  if (!/^[{[]/u.test(source)) return null;
  const data = parse(source);
  const parts: string[] = [];
  const written = new Writer(parts);
  if (Array.isArray(data)) writeList(written, data);
  else if (isRecord(data)) writeRoot(written, data);
  return written.length === 0 || written.length > MOST ? null : parts.join('');
};

const parse = (source: string): unknown => {
  try {
    return JSON.parse(source);
  } catch {
    return null;
  }
};

type JsonRecord = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Keeps count of what was written, so that it stays bounded. */
class Writer {
  length = 0;
  readonly #parts: string[];

  constructor(parts: string[]) {
    this.#parts = parts;
  }

  add(text: string): void {
    this.length += text.length;
    if (this.length <= MOST) this.#parts.push(text);
  }
}

const writeRoot = (out: Writer, data: JsonRecord): void => {
  const names = namesIn(data);
  if (names.has('meetingid') && (names.has('agendaitems') || names.has('attendees')))
    writeElement(out, 'meeting', data, 0);
  else for (const [key, value] of Object.entries(data)) writeElement(out, nameOf(key), value, 0);
};

/** A list alone is known by what its first entry is called by. */
const writeList = (out: Writer, list: readonly unknown[]): void => {
  const [first] = list;
  const names = namesIn(first);
  if (names.has('agendaitems') && list.length === 1) writeElement(out, 'meeting', first, 0);
  else if (names.has('meetingid')) writeElement(out, 'getmeetings', { meetings: list }, 0);
  else if (names.has('wardtitle')) writeElement(out, 'councillorsbyward', { wards: list }, 0);
  else if (names.has('committeeid')) writeElement(out, 'getcommittees', { committee: list }, 0);
};

// Prefixes of namespaces and underscores between words are the converter's.
const nameOf = (key: string): string => {
  const name = key
    .slice(key.lastIndexOf(':') + 1)
    .replaceAll(/[^a-z0-9]/giu, '')
    .toLowerCase();
  return /^[a-z]/u.test(name) ? name.slice(0, 60) : '';
};

const namesIn = (value: unknown): ReadonlySet<string> =>
  new Set(isRecord(value) ? Object.keys(value).map(nameOf) : []);

const writeElement = (out: Writer, name: string, value: unknown, depth: number): void => {
  if (name === '' || depth > DEEPEST || out.length > MOST) return;
  if (Array.isArray(value)) {
    writeArray(out, name, value, depth);
    return;
  }
  const attributes = isRecord(value) ? attributesOf(value) : [];
  out.add(`<${name}${attributes.map(([key, text]) => ` ${key}="${escape(text)}"`).join('')}>`);
  if (isRecord(value)) writeChildren(out, value, depth);
  else out.add(escape(plain(value)));
  out.add(`</${name}>`);
};

const writeArray = (out: Writer, name: string, list: readonly unknown[], depth: number): void => {
  const inner = Object.hasOwn(HOLDS, name) ? (HOLDS[name] ?? '') : '';
  const isBare = inner !== '' && list.some((one) => isRecord(one) && !namesIn(one).has(inner));
  if (isBare) writeElement(out, name, { [inner]: list }, depth + 1);
  else for (const one of list) writeElement(out, name, one, depth + 1);
};

const writeChildren = (out: Writer, value: JsonRecord, depth: number): void => {
  for (const [key, child] of Object.entries(value)) {
    if (ATTRIBUTES.test(key) || isAttribute(key, child)) continue;
    if (TEXT.test(key)) out.add(escape(plain(child)));
    else writeElement(out, nameOf(key), child, depth + 1);
  }
};

const isAttribute = (key: string, value: unknown): boolean =>
  /^[@-]\w/u.test(key) && !TEXT.test(key) && !isRecord(value) && !Array.isArray(value);

const attributesOf = (value: JsonRecord): readonly (readonly [string, string])[] =>
  Object.entries(value)
    .flatMap(([key, child]) =>
      ATTRIBUTES.test(key) && isRecord(child)
        ? Object.entries(child)
        : isAttribute(key, child)
          ? [[key.slice(1), child] as const]
          : [],
    )
    .map(([key, child]) => [nameOf(key), plain(child)] as const)
    .filter(([key]) => key !== '' && !key.startsWith('xmlns'));

const plain = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
