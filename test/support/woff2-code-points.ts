import { brotliDecompressSync } from 'node:zlib';

/**
 * The code points that a WOFF2 font has glyphs for: its `cmap`, format 4 or 12. The table is not
 * transformed in WOFF2 (W3C, "WOFF File Format 2.0", 5), so unpacking is enough.
 */
export const codePointsOfWoff2 = (font: Buffer): ReadonlySet<number> => readCmap(cmapTable(font));

const knownTags = [
  'cmap',
  'head',
  'hhea',
  'hmtx',
  'maxp',
  'name',
  'OS/2',
  'post',
  'cvt ',
  'fpgm',
  'glyf',
  'loca',
];

const cmapTable = (font: Buffer): Buffer => {
  if (font.toString('latin1', 0, 4) !== 'wOF2') throw new Error('not a WOFF2 font');
  let at = 48;
  const base128 = (): number => {
    for (let value = 0; ;) {
      const byte = font.readUInt8(at);
      at += 1;
      value = value * 128 + (byte & 0x7f);
      if ((byte & 0x80) === 0) return value;
    }
  };
  let start = 0;
  let found: { readonly start: number; readonly length: number } | null = null;
  for (let table = font.readUInt16BE(12); table > 0; table -= 1) {
    const flags = font.readUInt8(at);
    at += 1;
    const index = flags & 0x3f;
    if (index === 0x3f) at += 4;
    const tag = knownTags[index] ?? 'other';
    const original = base128();
    const version = flags >> 6;
    const isTransformed = tag === 'glyf' || tag === 'loca' ? version !== 3 : version !== 0;
    const length = isTransformed ? base128() : original;
    if (tag === 'cmap') found = { start, length };
    start += length;
  }
  if (found === null) throw new Error('no cmap in the font');
  return brotliDecompressSync(font.subarray(at)).subarray(found.start, found.start + found.length);
};

const readCmap = (cmap: Buffer): ReadonlySet<number> => {
  const points = new Set<number>();
  for (let record = 0; record < cmap.readUInt16BE(2); record += 1) {
    const table = cmap.subarray(cmap.readUInt32BE(4 + record * 8 + 4));
    const format = table.readUInt16BE(0);
    if (format === 4) readFormat4(table, points);
    if (format === 12) readFormat12(table, points);
  }
  return points;
};

const readFormat4 = (table: Buffer, points: Set<number>): void => {
  const doubled = table.readUInt16BE(6);
  for (let at = 0; at < doubled; at += 2) {
    const last = table.readUInt16BE(14 + at);
    const first = table.readUInt16BE(16 + doubled + at);
    const delta = table.readUInt16BE(16 + 2 * doubled + at);
    const offsetAt = 16 + 3 * doubled + at;
    const offset = table.readUInt16BE(offsetAt);
    for (let point = first; point <= last && point !== 0xffff; point += 1) {
      const stored = offset === 0 ? point : table.readUInt16BE(offsetAt + offset + 2 * (point - first));
      const isMissing = offset !== 0 && stored === 0;
      if (!isMissing && ((stored + delta) & 0xffff) !== 0) points.add(point);
    }
  }
};

const readFormat12 = (table: Buffer, points: Set<number>): void => {
  for (let group = 0; group < table.readUInt32BE(12); group += 1) {
    const at = 16 + group * 12;
    const last = table.readUInt32BE(at + 4);
    for (let point = table.readUInt32BE(at); point <= last; point += 1) points.add(point);
  }
};
