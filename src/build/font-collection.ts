const sfntHeader = 12;
const tableEntry = 16;

/**
 * One face of a TrueType collection (`.ttc`) as a font of its own, by index (OpenType, "Font
 * Collections"): the subsetter takes single fonts. Table offsets are made new, the bytes are not touched.
 */
export const faceOfCollection = (collection: Buffer, index: number): Buffer => {
  if (collection.toString('latin1', 0, 4) !== 'ttcf') throw new Error('not a font collection');
  const start = collection.readUInt32BE(12 + 4 * index);
  const count = collection.readUInt16BE(start + 4);
  const head = Buffer.alloc(sfntHeader + tableEntry * count);
  collection.copy(head, 0, start, start + head.length);
  const tables: Buffer[] = [];
  let offset = head.length;
  for (let table = 0; table < count; table += 1) {
    const entry = sfntHeader + tableEntry * table;
    const from = head.readUInt32BE(entry + 8);
    const length = head.readUInt32BE(entry + 12);
    head.writeUInt32BE(offset, entry + 8);
    // Tables start at multiples of four bytes.
    const bytes = Buffer.alloc(Math.ceil(length / 4) * 4);
    collection.copy(bytes, 0, from, from + length);
    tables.push(bytes);
    offset += bytes.length;
  }
  return Buffer.concat([head, ...tables]);
};
