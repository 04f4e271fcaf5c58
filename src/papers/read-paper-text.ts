import type { PageText, PaperText, TextBlock } from '../domain/paper-text.ts';
import { err, ok, type Result } from '../domain/result.ts';

/** A reading text that cannot be read: not JSON, or not of the format we know. */
export interface TextFault {
  readonly kind: 'damaged';
}

/**
 * Reads the stored bytes of a reading text. Everything is checked, since these bytes were made by another
 * program at another time; members that we do not know are left out.
 */
export const readPaperText = (bytes: Uint8Array): Result<PaperText, TextFault> => {
  const json = parseJson(bytes);
  if (!isObject(json) || json['format'] !== 1) return err({ kind: 'damaged' });
  const pages = eachOf(json['pages'], readPage);
  return pages === null ? err({ kind: 'damaged' }) : ok({ format: 1, pages });
};

const parseJson = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
};

const readPage = (json: unknown): PageText | null => {
  if (!isObject(json)) return null;
  const { page, label } = json;
  const blocks = eachOf(json['blocks'], readBlock);
  if (typeof page !== 'number' || !isTextOrNull(label) || blocks === null) return null;
  return { page, label, blocks };
};

const readBlock = (json: unknown): TextBlock | null => {
  if (!isObject(json)) return null;
  const { kind, text, level, number, lead, label, header, alt } = json;
  if (kind === 'table') {
    const rows = eachOf(json['rows'], (row) => eachOf(row, readCell));
    return rows !== null && typeof header === 'boolean' ? { kind, header, rows } : null;
  }
  if (kind === 'figure') return typeof alt === 'string' ? { kind, alt } : null;
  if (typeof text !== 'string') return null;
  if (kind === 'heading') return isLevel(level) ? { kind, level, text } : null;
  if (kind === 'item') return typeof label === 'string' ? { kind, label, text } : null;
  if (kind !== 'paragraph' || !isTextOrNull(number) || !isTextOrNull(lead)) return null;
  return { kind, number, lead, text };
};

const readCell = (json: unknown): string | null => (typeof json === 'string' ? json : null);

/** All of a list, or null when it is no list or one of its members cannot be read. */
const eachOf = <T>(json: unknown, read: (member: unknown) => T | null): readonly T[] | null => {
  if (!Array.isArray(json)) return null;
  const members: T[] = [];
  for (const member of json) {
    const value = read(member);
    if (value === null) return null;
    members.push(value);
  }
  return members;
};

const isObject = (json: unknown): json is Readonly<Record<string, unknown>> =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

const isTextOrNull = (json: unknown): json is string | null => json === null || typeof json === 'string';

const levels: ReadonlySet<unknown> = new Set([1, 2, 3, 4, 5, 6]);
const isLevel = (json: unknown): json is 1 | 2 | 3 | 4 | 5 | 6 => levels.has(json);
